import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../canonical';
import type { Site } from '../policy/schema';
import { isConditionFailed, readAll, toItem, type Keys } from './dynamo';
import type { LedgerTable } from './table';

/** How many items there were, by what they are. None of it names anybody. */
export interface Deleted {
  readonly people: number;
  readonly entries: number;
  /** By class of part. */
  readonly parts: Readonly<Record<string, number>>;
  /** What else there was of the site, by kind. */
  readonly others: Readonly<Record<string, number>>;
}

/** That everything of a site was deleted, as the ledger keeps it and the log has its hash. */
export interface ClosingStatement {
  readonly v: 1;
  readonly site: string;
  readonly controller: Pick<Site['controller'], 'name' | 'address' | 'country'>;
  /** After it nobody was asked or mailed, ISO 8601 date. */
  readonly lastDay: string;
  /** Until then everything could be exported, ISO 8601. */
  readonly exportsUntil: string;
  readonly begunAt: string;
  /** When it was looked for once more, and nothing was there. */
  readonly doneAt: string;
  readonly deleted: Deleted;
  /** Until when copies of the tables still hold it, in whatever region: what is personal, and history, which names nobody. */
  readonly copies: { readonly personal: string; readonly history: string };
  /** The log's checkpoint before the first deletion; null where it had none. */
  readonly before: string | null;
  /** SHA-256 over the canonical JSON of all the rest. */
  readonly hash: string;
}

interface ClosingItem extends Keys {
  readonly closing: string;
}

export const CLOSINGS = 'closing#';

/** Keeps a statement for good; the stream brings its hash to the log. Durable when it returns; repeating it is harmless. */
export async function keepClosing(table: LedgerTable, statement: ClosingStatement): Promise<void> {
  const item: ClosingItem = {
    pk: `${CLOSINGS}${statement.site}`,
    sk: statement.doneAt,
    closing: canonicalJson(statement),
  };
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(item),
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  await table.client.send(put).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}

/** The statements about a site, the oldest first: it may have been opened and closed again. */
export async function readClosings(table: LedgerTable, site: string): Promise<ClosingStatement[]> {
  const items = await readAll<ClosingItem>(table, `${CLOSINGS}${site}`);
  return items.map(({ closing }) => JSON.parse(closing) as ClosingStatement);
}
