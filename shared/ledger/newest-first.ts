import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, toItem, type Keys } from './dynamo';
import type { Table } from './table';

export interface Page {
  /** The place that an earlier page ended at. */
  readonly before: string | undefined;
  readonly limit: number;
  /** The lowest `sk` that is wanted. @default all */
  readonly from?: string;
}

/** Items under a `pk`, up to `limit`, from the highest `sk` down; and where the next page goes on, unless this is the last. */
export async function readNewestFirst<T extends Keys>(
  { client, name }: Table,
  pk: string,
  { before, limit, from = '' }: Page,
): Promise<{ readonly items: readonly T[]; readonly next: string | undefined }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: from === '' ? 'pk = :pk' : 'pk = :pk AND sk >= :from',
      ExpressionAttributeValues: toItem({ ':pk': pk, ...(from !== '' && { ':from': from }) }),
      ScanIndexForward: false,
      Limit: limit,
      ...(before !== undefined && { ExclusiveStartKey: toItem({ pk, sk: before }) }),
    }),
  );
  const next = LastEvaluatedKey && fromItem<Keys>(LastEvaluatedKey).sk;
  return { items: Items.map((item) => fromItem<T>(item)), next };
}
