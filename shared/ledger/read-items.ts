import { BatchGetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { chunks, eachOf } from './batches';
import { fromItem, toItem, type Item, type Keys } from './dynamo';
import type { Table } from './table';

const BATCH = 100; // what one BatchGetItem takes

/** Whether a read has to see every write that was acknowledged before, which costs twice as much; and what of items it reads. */
type Options = Pick<KeysAndAttributes, 'ConsistentRead' | 'ProjectionExpression'>;

/** The items under those keys that there are, in no order; some batches side by side. */
export async function readItems<T extends Keys>(
  table: Table,
  keys: readonly Keys[],
  options: Options = {},
): Promise<T[]> {
  const wanted = keys.map(({ pk, sk }) => toItem({ pk, sk }));
  const batches = await eachOf(chunks(wanted, BATCH), (batch) => readBatch(table, batch, options));
  return batches.flat().map((item) => fromItem<T>(item));
}

/** DynamoDB may hand back some keys unread when it is busy; they are asked for again. */
async function readBatch(table: Table, Keys: Item[], options: Options): Promise<Item[]> {
  const { Responses, UnprocessedKeys } = await table.client.send(
    new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys, ...options } } }),
  );
  const items = Responses?.[table.name] ?? [];
  const unread = UnprocessedKeys?.[table.name]?.Keys ?? [];
  return unread.length > 0 ? [...items, ...(await readBatch(table, unread, options))] : items;
}
