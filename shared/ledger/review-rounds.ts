import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, isConditionFailed, toItem, type Keys } from './dynamo';
import type { AudienceTable } from './table';

const roundKey = (site: string): Keys => ({ pk: 'review', sk: `round#${site}` });

/**
 * When the last regular review of a site was done. Where there was none yet, the time runs from the first moment at which
 * somebody asks.
 */
export async function lastRound(table: AudienceTable, site: string, now: Date): Promise<Date> {
  const known = await readRound(table, site);
  if (known) return known;
  await putRound(table, site, now, 'attribute_not_exists(pk)').catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
  return now;
}

/** Writes down that the regular review of a site was done. Durable when it returns. */
export async function noteRound(table: AudienceTable, site: string, now: Date): Promise<void> {
  await putRound(table, site, now);
}

async function readRound(table: AudienceTable, site: string): Promise<Date | undefined> {
  const key = toItem(roundKey(site));
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item && new Date(fromItem<{ at: string }>(Item).at);
}

async function putRound(table: AudienceTable, site: string, now: Date, ConditionExpression?: string): Promise<void> {
  const Item = toItem({ ...roundKey(site), at: now.toISOString() });
  await table.client.send(
    new PutItemCommand({ TableName: table.name, Item, ...(ConditionExpression && { ConditionExpression }) }),
  );
}
