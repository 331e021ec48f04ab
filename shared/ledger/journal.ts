import { QueryCommand, type QueryCommandInput, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { journaledOperator } from '../consent/journaled';
import { readEntry, type AnyEntry } from '../consent/read-entry';
import type { Entry } from '../consent/entry';
import { fromItem, isGone, toItem, type Keys } from './dynamo';
import type { EntryItem } from './entry-items';
import type { LedgerTable } from './table';

/*
 * The journal is an index of the ledger: the entries that operators wrote, by site and time. DynamoDB keeps it with the entry,
 * so nothing has to be told, done again or compared (docs/decisions/0116-the-journal-is-an-index.md).
 */

/** As tables are made with it. What has no `journal` is not in it. */
export const JOURNAL = {
  name: 'journal',
  partitionKey: 'site',
  sortKey: 'journal',
  /** What it has of an entry besides keys. */
  attributes: ['entry', 'type', 'operator', 'expiresAt'],
} as const;

/** What stands beside an entry, so that it is in the journal. An order can be several steps of the same moment. */
export function besideOperatorsStep(entry: Entry): Pick<EntryItem, 'journal' | 'operator'> {
  const operator = journaledOperator(entry);
  return operator === undefined ? {} : { journal: `${entry.at}#${String(entry.seq).padStart(8, '0')}`, operator };
}

/** Where a step is in the journal. */
export interface JournalPlace extends Keys {
  /** When it was taken, ISO 8601, and its place in the chain. */
  readonly journal: string;
}

export interface JournalWanted {
  /** The first moment and the last one, ISO 8601 in UTC. */
  readonly from: string;
  readonly to: string;
  readonly operator?: string | undefined;
  readonly type?: string | undefined;
  /** The place that an earlier page ended at. */
  readonly before: JournalPlace | undefined;
  readonly limit: number;
  readonly now: Date;
}

/** So many steps are looked at for one page, so that a filter that finds little ends in time. */
const MOST_SEEN = 2000;
/** So many at once. */
const AT_ONCE = 500;

export interface JournalPage {
  readonly steps: readonly { readonly entry: AnyEntry; readonly operator: string }[];
  /** Undefined on the last page. Others may have fewer steps than wanted, and even none. */
  readonly next: JournalPlace | undefined;
}

type JournalItem = JournalPlace & Pick<EntryItem, 'entry' | 'expiresAt'> & Required<Pick<EntryItem, 'operator'>>;

/** What operators did at a site, the latest first. What was acknowledged a moment ago may be missing still. */
export async function readJournal(table: LedgerTable, site: string, wanted: JournalWanted): Promise<JournalPage> {
  const { limit, now } = wanted;
  const found: JournalItem[] = [];
  let place = wanted.before;
  let seen = 0;
  do {
    const { items, looked, last } = await readSome(table, site, wanted, place);
    found.push(...items.filter((item) => !isGone(item, now)));
    seen += looked;
    place = last;
  } while (place && found.length <= limit && seen < MOST_SEEN);
  const steps = found.slice(0, limit);
  return {
    steps: steps.map(({ entry, operator }) => ({ entry: readEntry(entry), operator })),
    next: found.length > limit ? placeOf(steps.at(-1)!) : place,
  };
}

/**
 * Who did something at a site in that time, as far as the latest steps say: so many are looked at as for one page.
 */
export async function readOperators(
  { client, name }: LedgerTable,
  site: string,
  { from, to }: Pick<JournalWanted, 'from' | 'to'>,
): Promise<readonly string[]> {
  const operators = new Set<string>();
  let place: QueryCommandInput['ExclusiveStartKey'];
  let seen = 0;
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: JOURNAL.name,
        KeyConditionExpression: WITHIN,
        ExpressionAttributeNames: OPERATOR,
        ExpressionAttributeValues: toItem({ ':site': site, ':from': from, ':to': `${to}#~` }),
        ProjectionExpression: '#operator',
        ScanIndexForward: false,
        Limit: MOST_SEEN - seen,
        ...(place && { ExclusiveStartKey: place }),
      }),
    );
    for (const item of page.Items ?? []) operators.add(fromItem<Pick<JournalItem, 'operator'>>(item).operator);
    seen += page.ScannedCount ?? 0;
    place = page.LastEvaluatedKey;
  } while (place && seen < MOST_SEEN);
  return [...operators];
}

const placeOf = ({ pk, sk, journal }: JournalPlace): JournalPlace => ({ pk, sk, journal });

async function readSome(
  { client, name }: LedgerTable,
  site: string,
  { from, to, operator, type, limit }: JournalWanted,
  place: JournalPlace | undefined,
): Promise<{ readonly items: JournalItem[]; readonly looked: number; readonly last: JournalPlace | undefined }> {
  const filters = [
    ...(operator === undefined ? [] : ['#operator = :operator']),
    ...(type === undefined ? [] : ['#type = :type']),
  ];
  const names = { ...(operator !== undefined && OPERATOR), ...(type !== undefined && TYPE) };
  const values = { ':site': site, ':from': from, ':to': `${to}#~`, ':operator': operator, ':type': type };
  const {
    Items = [],
    ScannedCount = 0,
    LastEvaluatedKey,
  } = await client.send(
    new QueryCommand({
      TableName: name,
      IndexName: JOURNAL.name,
      KeyConditionExpression: WITHIN,
      ExpressionAttributeValues: toItem(values),
      ...(filters.length > 0 && { FilterExpression: filters.join(' AND '), ExpressionAttributeNames: names }),
      ScanIndexForward: false,
      // One more than wanted says whether there is another page.
      Limit: filters.length > 0 ? AT_ONCE : limit + 1,
      ...(place && { ExclusiveStartKey: toItem({ ...place, site }) }),
    }),
  );
  const last = LastEvaluatedKey && placeOf(fromItem<JournalPlace>(LastEvaluatedKey));
  return { items: Items.map((item) => fromItem<JournalItem>(item)), looked: ScannedCount, last };
}

const WITHIN = 'site = :site AND journal BETWEEN :from AND :to';
/** Words of the engine's own. */
const OPERATOR = { '#operator': 'operator' };
const TYPE = { '#type': 'type' };
