import { BatchWriteItemCommand, PutItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { HASH_BYTES } from '../hash';
import {
  EMPTY_HEAD,
  type Head,
  type Leaf,
  type LogStore,
  type PublishedCheckpoint,
  type StoredTile,
  type WitnessState,
  type WitnessStore,
} from '../log/store';
import { joinHashes, splitHashes, type TileId } from '../log/tile';
import { chunks, eachOf } from './batches';
import { isConditionFailed, toItem, type Keys } from './dynamo';
import {
  CHECKPOINT,
  getItem,
  leafKey,
  logReader,
  tileKey,
  VERIFIER_KEYS,
  WITNESSES,
  type LeafItem,
  type TileItem,
  type WitnessItem,
} from './log-reader';
import type { LogTable } from './table';

/** What one call takes. */
const ITEMS_OF_A_WRITE = 25;

const HEAD: Keys = { pk: 'head', sk: 'head' };

interface HeadItem extends Keys {
  readonly size: number;
  readonly edge: Uint8Array;
  readonly batch: Uint8Array;
  /** An earlier version wrote none. */
  readonly at?: number;
}

/** Keeps {@link LogStore}'s promises in DynamoDB. */
export function logStore(table: LogTable): LogStore {
  /** Verifier keys that this container knows to be saved. */
  const savedKeys = new Set<string>();
  return {
    ...logReader(table),

    async readHead() {
      const item = await getItem<HeadItem>(table, HEAD);
      if (!item) return EMPTY_HEAD;
      const { size, edge, batch, at = 0 } = item;
      return { size, hashes: splitHashes(edge), batch: splitHashes(batch), at };
    },

    async commitHead({ size, hashes, batch, at }: Head, oldSize: number) {
      const item: HeadItem = { ...HEAD, size, edge: joinHashes(hashes), batch: joinHashes(batch), at };
      return oldSize === 0
        ? putIf(table, item, 'attribute_not_exists(pk)')
        : putIf(table, item, '#n = :n', 'size', oldSize);
    },

    async growTile(tile: TileId, { hashes, groups }: StoredTile) {
      const width = hashes.length / HASH_BYTES;
      const item: TileItem = { ...tileKey(tile), width, hashes, groups };
      await putIf(table, item, 'attribute_not_exists(pk) OR #n < :n', 'width', width);
    },

    async saveLeaves(leaves: readonly Leaf[]) {
      const writes = leaves.map(({ entry, index }): WriteRequest => {
        const item: LeafItem = { ...leafKey(entry), index };
        return { PutRequest: { Item: toItem(item) } };
      });
      await eachOf(chunks(writes, ITEMS_OF_A_WRITE), (batch) => writeBatch(table, batch));
    },

    async publish(checkpoint: PublishedCheckpoint) {
      const condition = 'attribute_not_exists(pk) OR #n < :n';
      await putIf(table, { ...CHECKPOINT, ...checkpoint }, condition, 'size', checkpoint.size);
    },

    async saveVerifierKey(key: string) {
      if (savedKeys.has(key)) return;
      const item = { pk: VERIFIER_KEYS, sk: key, key, since: new Date().toISOString() };
      await putIf(table, item, 'attribute_not_exists(pk)');
      savedKeys.add(key);
    },
  };
}

/** Keeps {@link WitnessStore}'s promises in DynamoDB. */
export function witnessStore(table: LogTable): WitnessStore {
  return {
    ...logReader(table),

    async saveWitness(state: WitnessState) {
      const size = state.cosigned?.size ?? 0;
      const item: WitnessItem = { pk: WITNESSES, sk: state.key, size, state };
      await putIf(table, item, 'attribute_not_exists(pk) OR #n <= :n', 'size', size);
    },
  };
}

/** Puts an item on a condition, in which `#n` is an attribute and `:n` a number. @returns whether it held */
async function putIf(
  table: LogTable,
  item: Keys,
  ConditionExpression: string,
  name?: string,
  value?: number,
): Promise<boolean> {
  const named = name !== undefined && {
    ExpressionAttributeNames: { '#n': name },
    ExpressionAttributeValues: toItem({ ':n': value }),
  };
  const put = { TableName: table.name, Item: toItem(item), ConditionExpression, ...named };
  try {
    await table.client.send(new PutItemCommand(put));
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

async function writeBatch(table: LogTable, writes: readonly WriteRequest[]): Promise<void> {
  const { UnprocessedItems } = await table.client.send(
    new BatchWriteItemCommand({ RequestItems: { [table.name]: [...writes] } }),
  );
  const unwritten = UnprocessedItems?.[table.name] ?? [];
  if (unwritten.length > 0) await writeBatch(table, unwritten);
}
