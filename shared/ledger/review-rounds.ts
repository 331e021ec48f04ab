import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { required } from '../environment';
import { dynamo, fromItem, isConditionFailed, toItem, type Keys } from './dynamo';

const TableName = required('AUDIENCE_TABLE');

const roundKey = (site: string): Keys => ({ pk: 'review', sk: `round#${site}` });

/**
 * When the last regular review of a site was done. Where there was none yet, the time runs from the first moment at which
 * somebody asks.
 */
export async function lastRound(site: string, now: Date): Promise<Date> {
  const known = await readRound(site);
  if (known) return known;
  await putRound(site, now, 'attribute_not_exists(pk)').catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
  return now;
}

/** Writes down that the regular review of a site was done. Durable when it returns. */
export async function noteRound(site: string, now: Date): Promise<void> {
  await putRound(site, now);
}

async function readRound(site: string): Promise<Date | undefined> {
  const key = toItem(roundKey(site));
  const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }));
  return Item && new Date(fromItem<{ at: string }>(Item).at);
}

async function putRound(site: string, now: Date, ConditionExpression?: string): Promise<void> {
  const Item = toItem({ ...roundKey(site), at: now.toISOString() });
  await dynamo.send(new PutItemCommand({ TableName, Item, ...(ConditionExpression && { ConditionExpression }) }));
}
