import type { SubjectId } from '../ids';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { epochSeconds, fromItem, isConditionFailed, isGone, readAll, toItem, type Keys } from './dynamo';
import type { AudienceTable } from './table';

/** A mail that waits for somebody to read it. Holds ids, no address. */
export interface Case {
  readonly id: string;
  /** Whose record it is in. */
  readonly subject: SubjectId;
  /** ISO 8601. */
  readonly since: string;
  /** Whether it is certain who wrote. */
  readonly isProven: boolean;
}

type CaseItem = Keys & Omit<Case, 'id'> & { readonly expiresAt?: number };

const partition = (site: string): string => `cases#${site}`;
export const caseKey = (site: string, id: string): Keys => ({ pk: partition(site), sk: id });

/** Puts a case on the list, unless it is there. Durable when this returns. */
export async function listCase(table: AudienceTable, site: string, { id, ...rest }: Case): Promise<void> {
  const item: CaseItem = { ...caseKey(site, id), ...rest };
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(item),
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  await table.client.send(put).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}

/** Takes a case off the list: it is past its end at once, for every reader. */
export async function unlistCase(table: AudienceTable, site: string, { id, ...rest }: Case, now: Date): Promise<void> {
  const item: CaseItem = { ...caseKey(site, id), ...rest, expiresAt: epochSeconds(now) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** Those of a site that are open, the oldest first. */
export async function openCases(table: AudienceTable, site: string, now: Date): Promise<Case[]> {
  const items = await readAll<CaseItem>(table, partition(site));
  return items
    .filter((item) => !isGone(item, now))
    .map(caseOf)
    .sort((one, other) => one.since.localeCompare(other.since));
}

/** Undefined where there is none of that id, or it was closed. */
export async function findCase(table: AudienceTable, site: string, id: string, now: Date): Promise<Case | undefined> {
  const Key = toItem(caseKey(site, id));
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true }));
  const item = Item && fromItem<CaseItem>(Item);
  return item && !isGone(item, now) ? caseOf(item) : undefined;
}

function caseOf({ sk, subject, since, isProven }: CaseItem): Case {
  return { id: sk, subject, since, isProven };
}
