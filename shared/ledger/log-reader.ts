import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { required } from '../environment';
import { EMPTY_TILE, type LogReader, type PublishedCheckpoint } from '../log/store';
import type { TileId } from '../log/tile';
import { dynamo, fromItem, readAll, toItem, type Keys } from './dynamo';
import { readItems } from './read-items';

export const TableName = required('LOG_TABLE');

export const CHECKPOINT: Keys = { pk: 'checkpoint', sk: 'checkpoint' };
export const VERIFIER_KEYS = 'verifier-keys';
export const tileKey = ({ level, index }: TileId): Keys => ({ pk: `tile#${level}#${index}`, sk: 'tile' });
export const leafKey = (entry: string): Keys => ({ pk: `leaf#${entry}`, sk: 'leaf' });

export interface TileItem extends Keys {
  readonly width: number;
  readonly hashes: Uint8Array;
  readonly groups: Uint8Array;
}

export interface LeafItem extends Keys {
  readonly index: number;
}

/** Keeps {@link LogReader}'s promises in DynamoDB. */
export const logReader: LogReader = {
  async readTile(tile) {
    const item = await getItem<TileItem>(tileKey(tile));
    return item ?? EMPTY_TILE;
  },

  async readCheckpoint() {
    return getItem<PublishedCheckpoint & Keys>(CHECKPOINT);
  },

  async findLeaves(entries) {
    const keys = [...new Set(entries)].map(leafKey);
    const items = await readItems<LeafItem>(TableName, keys, { ConsistentRead: true });
    return new Map(items.map(({ pk, index }) => [pk.slice('leaf#'.length), index]));
  },

  async readVerifierKeys() {
    const items = await readAll<Keys & { since: string; key: string }>(TableName, VERIFIER_KEYS);
    return items.sort((one, other) => one.since.localeCompare(other.since)).map(({ key }) => key);
  },
};

export async function getItem<T extends Keys>(keys: Keys): Promise<T | undefined> {
  const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: toItem(keys), ConsistentRead: true }));
  return Item && fromItem<T>(Item);
}
