import { paginateQuery, PutItemCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { Entry } from '../consent/entry';
import type { Contribution } from '../consent/counts/contribution';
import type { Tally } from '../consent/counts/tally';
import { sha256 } from '../hash';
import { fromItem, isConditionFailed, toItem, type Keys } from './dynamo';
import type { LedgerTable } from './table';

/*
 * Counts of a site, without people. A step that was counted leaves a mark, so that it is counted once, and with it what it adds until
 * its day is added up; then the mark stays alone. It is called by a hash of the entry's nonce, 128 random bits that go with the entry:
 * once that is gone it leads to nobody. A day that was added up is one item.
 */

/** That a step was counted. */
interface MarkItem extends Keys {
  /** What it adds, as JSON; gone once its day was added up. */
  readonly adds?: string;
  /** When it was counted, ISO 8601. */
  readonly countedAt: string;
}

interface DayItem extends Keys {
  /** JSON. */
  readonly cells: string;
  /** JSON. Beside the rest, as this is read of all days. */
  readonly inForce: string;
  /** What was counted before that moment is in it, ISO 8601. */
  readonly upTo: string;
}

/** That something of a day was counted after its time. */
interface LateItem extends Keys {
  /** ISO 8601; empty once that is in the sum. */
  readonly countedAt: string;
}

interface PlaceItem extends Keys {
  /** All days up to this one are added up but for what came late, ISO 8601 date. */
  readonly day: string;
}

const marks = (site: string): string => `tallied#${site}`;
const sums = (site: string): string => `counts#${site}`;
const lateKey = (site: string, day: string): Keys => ({ pk: sums(site), sk: `late#${day}` });
const dayKey = (site: string, day: string): Keys => ({ pk: sums(site), sk: `day#${day}` });
const dayIn = ({ sk }: Keys): string => sk.split('#')[1] ?? '';

type Marked = Pick<Entry, 'nonce' | 'hash'>;

export function markKey(site: string, { nonce }: Marked, { day }: Pick<Contribution, 'day'>): Keys {
  const once = Buffer.from(sha256(`tallied\0${nonce}`)).toString('base64url');
  return { pk: marks(site), sk: `${day}#${once}` };
}

export interface Counting {
  readonly now: Date;
  /** Whether the day may have been added up. */
  readonly isLate: boolean;
}

/** Counts a step, once, however often this is called. Durable when it returns. */
export async function saveContribution(
  table: LedgerTable,
  entry: Marked & Pick<Entry, 'site'>,
  contribution: Contribution,
  { now, isLate }: Counting,
): Promise<void> {
  const { site } = entry;
  const key = markKey(site, entry, contribution);
  const countedAt = now.toISOString();
  if (isLate) {
    if ((await countedAmong(table, [key])).size > 0) return;
    // First, so that whoever finds it later looks at the marks of that day.
    await noteLate(table, site, contribution.day, countedAt);
  }
  const mark: MarkItem = { ...key, adds: JSON.stringify(contribution), countedAt };
  await put(table, mark, { ConditionExpression: 'attribute_not_exists(pk)' });
}

/** Those of these marks that are there, by their sort keys. Sees whatever was saved before. */
export async function countedAmong(table: LedgerTable, keys: readonly Keys[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    keys.map(({ pk, sk }) => queried<Keys>(table, { pk, from: sk, to: sk, ProjectionExpression: 'pk, sk' })),
  );
  return new Set(found.flat().map(({ sk }) => sk));
}

async function noteLate(table: LedgerTable, site: string, day: string, countedAt: string): Promise<void> {
  const late: LateItem = { ...lateKey(site, day), countedAt };
  await put(table, late, {
    ConditionExpression: 'attribute_not_exists(pk) OR countedAt < :at',
    ExpressionAttributeValues: toItem({ ':at': countedAt }),
  });
}

/** Notes that what came late of a day is in its sum, unless more came since. */
export async function clearLate(table: LedgerTable, site: string, day: string, countedAt: string): Promise<void> {
  const late: LateItem = { ...lateKey(site, day), countedAt: '' };
  await put(table, late, {
    ConditionExpression: 'countedAt = :seen',
    ExpressionAttributeValues: toItem({ ':seen': countedAt }),
  });
}

/** What was counted and still says what it adds. */
export interface Mark extends Keys {
  readonly contribution: Contribution;
  readonly countedAt: string;
}

/** The marks of the days from one to another that were not emptied, the oldest day first. */
export async function readMarks(table: LedgerTable, site: string, from: string, to: string): Promise<readonly Mark[]> {
  if (to < from) return [];
  const items = await queried<MarkItem>(table, { pk: marks(site), from, to: `${to}~` });
  return items.flatMap(({ adds, ...mark }) =>
    adds === undefined ? [] : [{ ...mark, contribution: JSON.parse(adds) as Contribution }],
  );
}

/** The first day of which anything was counted, of those from this one on. */
export async function firstCountedDay(table: LedgerTable, site: string, from = '0'): Promise<string | undefined> {
  const [first] = await queried<Keys>(table, { pk: marks(site), from, to: '9', Limit: 1 });
  return first?.sk.split('#')[0];
}

/** Leaves of a mark that there was something. */
export async function emptyMark(table: LedgerTable, { pk, sk, countedAt }: Mark): Promise<void> {
  const mark: MarkItem = { pk, sk, countedAt };
  await put(table, mark, { ConditionExpression: 'attribute_exists(pk)' });
}

/** A day that was added up. */
export interface DaySum {
  readonly day: string;
  readonly tally: Tally;
  /** What was counted before that moment is in it, ISO 8601. */
  readonly upTo: string;
}

export async function readDays(table: LedgerTable, site: string, from: string, to: string): Promise<readonly DaySum[]> {
  if (to < from) return [];
  const items = await queried<DayItem>(table, { pk: sums(site), from: `day#${from}`, to: `day#${to}` });
  return items.map((item) => ({
    day: dayIn(item),
    tally: { cells: JSON.parse(item.cells) as Tally['cells'], inForce: JSON.parse(item.inForce) as Tally['inForce'] },
    upTo: item.upTo,
  }));
}

/** How what is in force changed on each of the days before one. */
export async function readInForceBefore(
  table: LedgerTable,
  site: string,
  before: string,
): Promise<readonly (Pick<DaySum, 'day' | 'upTo'> & Pick<Tally, 'inForce'>)[]> {
  const range = { from: 'day#', to: `day#${before}` };
  const items = await queried<DayItem>(table, { pk: sums(site), ...range, ProjectionExpression: 'sk, inForce, upTo' });
  return items
    .map((item) => ({ day: dayIn(item), upTo: item.upTo, inForce: JSON.parse(item.inForce) as Tally['inForce'] }))
    .filter(({ day }) => day < before);
}

/**
 * Puts the sum of a day in place of the one that it was made from.
 *
 * @returns whether it did; not where somebody else was quicker
 */
export async function saveDay(
  table: LedgerTable,
  site: string,
  { day, tally, upTo }: DaySum,
  before: string | undefined,
): Promise<boolean> {
  const { cells, inForce } = tally;
  const item: DayItem = { ...dayKey(site, day), cells: JSON.stringify(cells), inForce: JSON.stringify(inForce), upTo };
  return put(
    table,
    item,
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'upTo = :before', ExpressionAttributeValues: toItem({ ':before': before }) },
  );
}

export interface Places {
  /** Up to which day all are added up but for what came late; undefined where none is. */
  readonly addedUpTo: string | undefined;
  /** Day -> when something of it was counted after its time, the last time. */
  readonly late: ReadonlyMap<string, string>;
}

export async function readPlaces(table: LedgerTable, site: string): Promise<Places> {
  const items = await queried<PlaceItem & LateItem>(table, { pk: sums(site), from: 'late#', to: 'place' });
  const place = items.find(({ sk }) => sk === 'place');
  const late = items
    .filter(({ sk, countedAt }) => sk !== 'place' && countedAt !== '')
    .map((item) => [dayIn(item), item.countedAt] as const);
  return { addedUpTo: place?.day, late: new Map(late) };
}

/** Notes that all days up to this one are added up. */
export async function savePlace(table: LedgerTable, site: string, day: string): Promise<void> {
  const item: PlaceItem = { pk: sums(site), sk: 'place', day };
  await put(table, item, {});
}

type Condition = Pick<
  ConstructorParameters<typeof PutItemCommand>[0],
  'ConditionExpression' | 'ExpressionAttributeValues'
>;

/** @returns whether its condition was fulfilled */
async function put(table: LedgerTable, item: Keys, condition: Condition): Promise<boolean> {
  try {
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item), ...condition }));
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

interface Range extends Pick<QueryCommandInput, 'ProjectionExpression' | 'Limit'> {
  readonly pk: string;
  readonly from: string;
  readonly to: string;
}

async function queried<T extends Keys>(table: LedgerTable, { pk, from, to, ...rest }: Range): Promise<T[]> {
  const items: T[] = [];
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':from': from, ':to': to }),
      ...rest,
    },
  );
  for await (const { Items = [] } of pages) {
    items.push(...Items.map((item) => fromItem<T>(item)));
    if (rest.Limit !== undefined) break;
  }
  return items;
}
