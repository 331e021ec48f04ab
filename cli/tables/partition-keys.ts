import { DeleteItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { eachOf } from '../../shared/ledger/batches';
import { fromItem, toItem, type Keys } from '../../shared/ledger/dynamo';
import type { Table } from '../../shared/ledger/table';

/** The keys of a partition, a page at a time: it may be larger than anything that is about a person. */
export async function* keysUnder({ client, name }: Table, pk: string): AsyncGenerator<Keys[], void> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ProjectionExpression: 'pk, sk',
      ExpressionAttributeValues: toItem({ ':pk': pk }),
    },
  );
  for await (const { Items = [] } of pages) yield Items.map((item) => fromItem<Keys>(item));
}

/** Deletes items, some at once. Repeating it is harmless. */
export async function removeItems({ client, name }: Table, keys: readonly Keys[]): Promise<void> {
  await eachOf(keys, ({ pk, sk }) => client.send(new DeleteItemCommand({ TableName: name, Key: toItem({ pk, sk }) })));
}
