import { paginateQuery, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { required } from '../environment';
import { dynamo, epochSeconds, fromItem, isGone, toItem, type Keys } from './dynamo';

const TableName = required('LEDGER_TABLE');

/** That somebody was given a list of people, or a part of one. Says how many, and names none of them. */
export interface Fetch {
  /** ISO 8601. */
  readonly at: string;
  /** The `sub` of the access token. */
  readonly operator: string;
  readonly what: 'audience' | 'links' | 'changes';
  /** Of those that are by purpose. */
  readonly purpose?: string;
  /** How many people it named. */
  readonly count: number;
}

type FetchItem = Keys & Fetch & { readonly expiresAt: number };

const partition = (site: string): string => `fetches#${site}`;

/** Durable when it returns; so what is answered afterwards was written down. */
export async function noteFetch(site: string, fetch: Fetch, end: Date): Promise<void> {
  const sk = `${fetch.at}#${randomBytes(6).toString('base64url')}`;
  const item: FetchItem = { pk: partition(site), sk, ...fetch, expiresAt: epochSeconds(end) };
  await dynamo.send(new PutItemCommand({ TableName, Item: toItem(item) }));
}

/** What was noted of a site, oldest first. */
export async function* readFetches(site: string, now: Date): AsyncGenerator<Fetch, void> {
  const pages = paginateQuery(
    { client: dynamo },
    {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': partition(site) }),
    },
  );
  for await (const { Items = [] } of pages) {
    yield* Items.map((item) => fromItem<FetchItem>(item)).filter((item) => !isGone(item, now));
  }
}
