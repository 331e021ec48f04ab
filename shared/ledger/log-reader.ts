import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EMPTY_TILE, type LogReader, type PublishedCheckpoint, type WitnessState } from '../log/store';
import type { TileId } from '../log/tile';
import { fromItem, readAll, toItem, type Keys } from './dynamo';
import { readItems } from './read-items';
import type { LogTable } from './table';

export const CHECKPOINT: Keys = { pk: 'checkpoint', sk: 'checkpoint' };
export const VERIFIER_KEYS = 'verifier-keys';
export const WITNESSES = 'witnesses';
export const tileKey = ({ level, index }: TileId): Keys => ({ pk: `tile#${level}#${index}`, sk: 'tile' });
export const leafKey = (entry: string): Keys => ({ pk: `leaf#${entry}`, sk: 'leaf' });

export interface TileItem extends Keys {
  readonly width: number;
  readonly hashes: Uint8Array;
  readonly groups: Uint8Array;
}

export interface WitnessItem extends Keys {
  /** Of what the witness cosigned; 0 before the first. */
  readonly size: number;
  readonly state: WitnessState;
}

export interface LeafItem extends Keys {
  readonly index: number;
}

/** Keeps {@link LogReader}'s promises in DynamoDB. */
export function logReader(table: LogTable): LogReader {
  return {
    async readTile(tile) {
      const item = await getItem<TileItem>(table, tileKey(tile));
      return item ?? EMPTY_TILE;
    },

    async readCheckpoint() {
      return getItem<PublishedCheckpoint & Keys>(table, CHECKPOINT);
    },

    async findLeaves(entries) {
      const keys = [...new Set(entries)].map(leafKey);
      const items = await readItems<LeafItem>(table, keys, { ConsistentRead: true });
      return new Map(items.map(({ pk, index }) => [pk.slice('leaf#'.length), index]));
    },

    async readVerifierKeys() {
      const items = await readAll<Keys & { since: string; key: string }>(table, VERIFIER_KEYS);
      return items.sort((one, other) => one.since.localeCompare(other.since)).map(({ key }) => key);
    },

    async readWitnesses() {
      const items = await readAll<WitnessItem>(table, WITNESSES);
      return items.map(({ state }) => state);
    },
  };
}

export async function getItem<T extends Keys>({ client, name }: LogTable, keys: Keys): Promise<T | undefined> {
  const get = new GetItemCommand({ TableName: name, Key: toItem(keys), ConsistentRead: true });
  const { Item } = await client.send(get);
  return Item && fromItem<T>(Item);
}
