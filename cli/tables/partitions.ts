import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, toItem, type Keys } from '../../shared/ledger/dynamo';
import type { Segment } from '../resume/side-by-side';
import { SUMMARY } from '../../shared/ledger/summary';
import type { Table } from '../../shared/ledger/table';

/** What is one partition for each site, larger than any other, and about nobody: statistics, counts, and who fetched which list. */
const ABOUT_NOBODY = ['statistics', 'counts', 'tallied', 'fetches'];
const ABOUT_SOMEBODY = {
  FilterExpression: ABOUT_NOBODY.map((kind) => `NOT begins_with(pk, :${kind})`).join(' AND '),
  ExpressionAttributeValues: toItem(Object.fromEntries(ABOUT_NOBODY.map((kind) => [`:${kind}`, `${kind}#`]))),
};
/** A summary has nothing that the entries before it do not have. */
const NO_SUMMARY = {
  FilterExpression: `${ABOUT_SOMEBODY.FilterExpression} AND sk <> :summary`,
  ExpressionAttributeValues: { ...ABOUT_SOMEBODY.ExpressionAttributeValues, ...toItem({ ':summary': SUMMARY }) },
};

/** Whole partitions, one after the other, and where to go on after them. */
export interface Batch<T> {
  readonly partitions: readonly (readonly T[])[];
  /** The last item of the last partition. */
  readonly last: Keys;
}

/**
 * Reads a table partition by partition, but for summaries and {@link ABOUT_SOMEBODY what is about nobody}, from after a place that an
 * earlier batch ended at. A scan gives the items of a partition together and in order; where a page ends within one, it
 * waits for its rest. So no more is held than a page and one partition.
 */
export function partitionsOf<T extends Keys>(
  table: Table,
  after: Keys | undefined,
  pageSize: number,
  segment?: Segment,
): AsyncGenerator<Batch<T>, void> {
  return read(table, { after, pageSize, segment, only: NO_SUMMARY });
}

/** The same with summaries. */
export function partitionsWithSummaries<T extends Keys>(
  table: Table,
  pageSize: number,
): AsyncGenerator<Batch<T>, void> {
  return read(table, { after: undefined, pageSize, segment: undefined, only: ABOUT_SOMEBODY });
}

interface Reading {
  readonly after: Keys | undefined;
  readonly pageSize: number;
  readonly segment: Segment | undefined;
  readonly only: typeof ABOUT_SOMEBODY;
}

async function* read<T extends Keys>(
  { client, name }: Table,
  { after, pageSize, segment, only }: Reading,
): AsyncGenerator<Batch<T>, void> {
  let from = after && toItem(after);
  let open: readonly T[] = [];
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        Limit: pageSize,
        ExclusiveStartKey: from,
        ...scanOf(segment),
        ...only,
      }),
    );
    const found = group([...open, ...Items.map((item) => fromItem<T>(item))]);
    open = LastEvaluatedKey ? (found.pop() ?? []) : [];
    const last = found.at(-1)?.at(-1);
    if (last) yield { partitions: found, last: { pk: last.pk, sk: last.sk } };
    from = LastEvaluatedKey;
  } while (from);
}

/** A segment as DynamoDB's scans have it. */
export const scanOf = (segment: Segment | undefined): { Segment?: number; TotalSegments?: number } =>
  segment ? { Segment: segment.n, TotalSegments: segment.of } : {};

function group<T extends Keys>(items: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group?.[0]?.pk === item.pk) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
