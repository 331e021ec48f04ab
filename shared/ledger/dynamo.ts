import type { SubjectId } from '../ids';
import { paginateQuery, QueryCommand, type AttributeValue, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Table } from './table';

export type Item = Record<string, AttributeValue>;

export function toItem(value: object): Item {
  return marshall(value, { removeUndefinedValues: true });
}

export function fromItem<T>(item: Item): T {
  return unmarshall(item) as T;
}

/** Every item is `pk`, `sk`, and perhaps `expiresAt` in epoch seconds. */
export interface Keys {
  readonly pk: string;
  readonly sk: string;
}

/** The `pk` of what is about a person, in ledger and vault. */
export const subjectKey = (subject: SubjectId): string => `subject#${subject}`;

export const epochSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);

/** TTL deletes late, so whoever reads treats what is past its end as gone. */
export function isGone({ expiresAt }: { readonly expiresAt?: number }, now: Date): boolean {
  return expiresAt !== undefined && expiresAt <= epochSeconds(now);
}

/** Whether a write was refused by its condition. */
export function isConditionFailed(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** All items under a `pk`, in the order of `sk`. Sees every write that was acknowledged before. */
export async function readAll<T extends Keys>({ client, name }: Table, pk: string): Promise<T[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': pk }),
    },
  );
  const items: T[] = [];
  for await (const { Items = [] } of pages) items.push(...Items.map((item) => fromItem<T>(item)));
  return items;
}

/** As many of a list as are counted. */
export interface Countable<T> {
  readonly items: readonly T[];
  readonly areMore: boolean;
}

/** What is counted at most: more than this says nothing new, and would be read each time that somebody looks. */
const MOST_COUNTED = 5000;

/** The items of a partition, up to so many that a count says enough. Sees whatever was saved before. */
export async function readCountable<T extends Keys>({ client, name }: Table, pk: string): Promise<Countable<T>> {
  const items: T[] = [];
  let from: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toItem({ ':pk': pk }),
        ExclusiveStartKey: from,
        Limit: MOST_COUNTED - items.length,
      }),
    );
    items.push(...Items.map((item) => fromItem<T>(item)));
    from = LastEvaluatedKey;
  } while (from && items.length < MOST_COUNTED);
  return { items, areMore: from !== undefined };
}
