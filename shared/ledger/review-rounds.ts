import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { plus } from '../calendar';
import { isRoundDue, roundFrom, type ReviewRule, type Round } from '../consent/keep/yearly-review';
import { fromItem, isConditionFailed, toItem, type Keys } from './dynamo';
import type { AudienceTable } from './table';

interface RoundItem extends Keys {
  /** When the round began; before the first one, from when on the time to it runs. ISO 8601. */
  readonly at: string;
  readonly deleteBy?: string;
}

const roundKey = (site: string): Keys => ({ pk: 'review', sk: `round#${site}` });

/** The round that a site has under way, or had last; undefined before the first. */
export async function readRound(table: AudienceTable, site: string): Promise<Round | undefined> {
  const item = await readItem(table, site);
  return item && roundOf(item);
}

/** When the next round begins; undefined before anybody asked for the first. */
export async function readNextRound(table: AudienceTable, site: string, rule: ReviewRule): Promise<Date | undefined> {
  const item = await readItem(table, site);
  return item && plus(new Date(item.at), rule.every);
}

/**
 * The round that a site has under way, or had last, and when the next begins; having begun that where it is time for it. Before the
 * first, the time runs from the first moment at which somebody asks. Two who ask at once begin one round.
 */
export async function roundAt(
  table: AudienceTable,
  site: string,
  rule: ReviewRule,
  now: Date,
): Promise<{ readonly round: Round | undefined; readonly next: Date }> {
  const item = await begunAt(table, site, rule, now);
  return { round: roundOf(item), next: plus(new Date(item.at), rule.every) };
}

async function begunAt(table: AudienceTable, site: string, rule: ReviewRule, now: Date): Promise<RoundItem> {
  const last = await readItem(table, site);
  if (!last) {
    const first = { at: now.toISOString() };
    await put(table, site, first, { ConditionExpression: 'attribute_not_exists(pk)' });
    return (await readItem(table, site)) ?? { ...roundKey(site), ...first };
  }
  if (!isRoundDue(new Date(last.at), rule, now)) return last;
  const { began, deleteBy } = roundFrom(now, rule);
  await put(
    table,
    site,
    { at: began.toISOString(), deleteBy },
    {
      ConditionExpression: '#at = :last',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: toItem({ ':last': last.at }),
    },
  );
  return (await readItem(table, site)) ?? last;
}

const roundOf = ({ at, deleteBy }: RoundItem): Round | undefined =>
  deleteBy === undefined ? undefined : { began: new Date(at), deleteBy };

async function readItem(table: AudienceTable, site: string): Promise<RoundItem | undefined> {
  const Key = toItem(roundKey(site));
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true }));
  return Item && fromItem<RoundItem>(Item);
}

type Condition = Pick<
  ConstructorParameters<typeof PutItemCommand>[0],
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

async function put(table: AudienceTable, site: string, item: Omit<RoundItem, keyof Keys>, unless: Condition) {
  const Item = toItem({ ...roundKey(site), ...item });
  await table.client.send(new PutItemCommand({ TableName: table.name, Item, ...unless })).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}
