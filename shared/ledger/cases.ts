import type { SubjectId } from '../ids';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { readNewestFirst } from './newest-first';
import type { Request } from '../consent/requests';
import {
  epochSeconds,
  fromItem,
  isConditionFailed,
  isGone,
  readAll,
  readCountable,
  toItem,
  type Countable,
  type Keys,
} from './dynamo';
import type { AudienceTable } from './table';

/** A request that waits for somebody to see to it: a mail, a letter, a call. Holds ids, no address. */
export interface Case extends Partial<
  Pick<Request, 'receivedOn' | 'via' | 'wish' | 'reading' | 'provenBy' | 'isExtended'>
> {
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

/** Writes down what changed about a case that is on the list, or puts one there again that was closed. */
export async function relistCase(table: AudienceTable, site: string, { id, ...rest }: Case): Promise<void> {
  const item: CaseItem = { ...caseKey(site, id), ...rest };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** Takes a case off the list: it is past its end at once, for every reader. */
export async function unlistCase(table: AudienceTable, site: string, { id, ...rest }: Case, now: Date): Promise<void> {
  const item: CaseItem = { ...caseKey(site, id), ...rest, expiresAt: epochSeconds(now) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** Those of a site that are open, the oldest first. */
export async function openCases(table: AudienceTable, site: string, now: Date): Promise<Case[]> {
  const cases = casesIn(await readAll<CaseItem>(table, partition(site)), now);
  return cases.sort((one, other) => one.since.localeCompare(other.since));
}

/** The same, to be counted. */
export async function countableCases(table: AudienceTable, site: string, now: Date): Promise<Countable<Case>> {
  const { items, areMore } = await readCountable<CaseItem>(table, partition(site));
  return { items: casesIn(items, now), areMore };
}

const casesIn = (items: readonly CaseItem[], now: Date): Case[] =>
  items.filter((item) => !isGone(item, now)).map(caseOf);

/** Undefined where there is none of that id, or it was closed. */
export async function findCase(table: AudienceTable, site: string, id: string, now: Date): Promise<Case | undefined> {
  const Key = toItem(caseKey(site, id));
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true }));
  const item = Item && fromItem<CaseItem>(Item);
  return item && !isGone(item, now) ? caseOf(item) : undefined;
}

function caseOf({ pk: _, sk, expiresAt: __, ...rest }: CaseItem): Case {
  return { id: sk, ...rest };
}

/** A case that was closed, and what came of it. */
export interface ClosedCase extends Case {
  /** ISO 8601. */
  readonly closedAt: string;
  readonly outcome: string;
  /** Where the system did by itself what the person wanted: there is no request to open. */
  readonly carriedOut?: true;
}

type ClosedItem = Keys & Omit<ClosedCase, 'closedAt'> & { readonly expiresAt: number };

/** The newest last. */
const closedKey = (site: string, { closedAt, id }: Pick<ClosedCase, 'closedAt' | 'id'>): Keys => ({
  pk: `closed-cases#${site}`,
  sk: `${closedAt}#${id}`,
});

/** Keeps a closed case on a list of its own until `end`; put with an end that is over, it is off it again. */
export async function listClosedCase(table: AudienceTable, site: string, closed: ClosedCase, end: Date): Promise<void> {
  const { closedAt: _, ...rest } = closed;
  const item: ClosedItem = { ...closedKey(site, closed), ...rest, expiresAt: epochSeconds(end) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** Up to `limit` of a site that were closed, the newest first; and where the next page goes on. */
export async function closedCases(
  table: AudienceTable,
  site: string,
  { after, limit, now }: { readonly after: string | undefined; readonly limit: number; readonly now: Date },
): Promise<{ readonly cases: readonly ClosedCase[]; readonly next: string | undefined }> {
  const { pk } = closedKey(site, { closedAt: '', id: '' });
  const { items, next } = await readNewestFirst<ClosedItem>(table, pk, { before: after, limit });
  const cases = items
    .filter((item) => !isGone(item, now))
    .map(({ pk: _, sk, expiresAt: __, ...rest }) => ({ ...rest, closedAt: sk.split('#')[0] ?? '' }));
  return { cases, next };
}
