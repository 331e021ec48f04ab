import { paginateQuery, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { epochSeconds, fromItem, isGone, toItem, type Keys } from './dynamo';
import { readNewestFirst } from './newest-first';
import type { LedgerTable } from './table';

/** Lists of people. */
export const FETCHED = ['audience', 'links', 'changes', 'leavers', 'addresses'] as const;

/** That somebody was given a list of people, or a part of one. Says how many, and names none of them. */
export interface Fetch {
  /** ISO 8601. */
  readonly at: string;
  /** The `sub` of the access token. */
  readonly operator: string;
  /** The client that got the token, where that is another. */
  readonly client?: string;
  readonly what: (typeof FETCHED)[number];
  /** Of those that are by purpose. */
  readonly purpose?: string;
  /** How many people it named. */
  readonly count: number;
}

type FetchItem = Keys & Fetch & { readonly expiresAt: number };

const partition = (site: string): string => `fetches#${site}`;

/** Durable when it returns; so what is answered afterwards was written down. */
export async function noteFetch(table: LedgerTable, site: string, fetch: Fetch, end: Date): Promise<void> {
  const sk = `${fetch.at}#${randomBytes(6).toString('base64url')}`;
  const item: FetchItem = { pk: partition(site), sk, ...fetch, expiresAt: epochSeconds(end) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** What was noted of a site, oldest first. */
export async function* readFetches(table: LedgerTable, site: string, now: Date): AsyncGenerator<Fetch, void> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': partition(site) }),
    },
  );
  for await (const { Items = [] } of pages) {
    yield* Items.map((item) => fromItem<FetchItem>(item)).filter((item) => !isGone(item, now));
  }
}

/** The latest first. @param before the place that an earlier page ended at */
export async function readLatestFetches(
  table: LedgerTable,
  site: string,
  { before, limit, now }: { readonly before: string | undefined; readonly limit: number; readonly now: Date },
): Promise<{ readonly fetches: readonly Fetch[]; readonly next?: string }> {
  const { items, next } = await readNewestFirst<FetchItem>(table, partition(site), { before, limit });
  return { fetches: items.filter((item) => !isGone(item, now)), ...(next !== undefined && { next }) };
}
