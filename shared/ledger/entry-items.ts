import { paginateQuery, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { SubjectId } from '../ids';
import { fromItem, subjectKey, toItem, type Keys } from './dynamo';
import type { EndsBeside } from './part-end';
import type { LedgerTable } from './table';

/** `type`, `site` and `seq` stand beside the entry for the pipe, which cannot look into it. */
export interface EntryItem extends Keys, EndsBeside {
  readonly type: string;
  readonly site: string;
  readonly seq: number;
  readonly entry: string;
  /** Of an operator's step, for the journal: when and at which place, and whose it is; see `journal.ts`. */
  readonly journal?: string;
  readonly operator?: string;
}

export const entryKey = (seq: number): string => `entry#${String(seq).padStart(8, '0')}`;

/** Sorts after all that comes later than any entry, and before what is none. */
const LAST_ENTRY = 'entry#~';

/** All of a subject's entries, oldest first. Sees every write that was acknowledged before. */
export function readEntryItems<T extends Keys = EntryItem>(table: LedgerTable, subject: SubjectId): Promise<T[]> {
  return query<T>(table, subject, [entryKey(0), LAST_ENTRY]);
}

/** Those from one place to another, oldest first; empty where there is none between. */
export async function readPlaces(
  table: LedgerTable,
  subject: SubjectId,
  from: number,
  to: number,
): Promise<readonly EntryItem[]> {
  return from > to ? [] : query<EntryItem>(table, subject, [entryKey(from), entryKey(to)]);
}

async function query<T extends Keys>(
  { client, name }: LedgerTable,
  subject: SubjectId,
  [from, to]: readonly [string, string],
): Promise<T[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: toItem({ ':pk': subjectKey(subject), ':from': from, ':to': to }),
    },
  );
  const items: T[] = [];
  for await (const { Items = [] } of pages) items.push(...Items.map((item) => fromItem<T>(item)));
  return items;
}

/** The place of a subject's last entry; undefined where there is none. Sees every write that was acknowledged before. */
export async function readLastPlace({ client, name }: LedgerTable, subject: SubjectId): Promise<number | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: toItem({ ':pk': subjectKey(subject), ':from': entryKey(0), ':to': LAST_ENTRY }),
    }),
  );
  return Items[0] && fromItem<EntryItem>(Items[0]).seq;
}

/** What is at the end of a subject's partition, the last first, and whether that is all of it. */
export async function readLast(
  { client, name }: LedgerTable,
  subject: SubjectId,
  most: number,
): Promise<{ readonly items: readonly Keys[]; readonly isAll: boolean }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: name,
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: most,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': subjectKey(subject) }),
    }),
  );
  return { items: Items.map((item) => fromItem<Keys>(item)), isAll: LastEvaluatedKey === undefined };
}
