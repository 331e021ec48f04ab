import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, toItem, type Keys } from '../../shared/ledger/dynamo';
import type { Segment } from '../resume/side-by-side';
import { SUMMARY } from '../../shared/ledger/summary';
import type { Table } from '../../shared/ledger/table';

/**
 * A site's statistics are one partition, larger than any other, and about nobody; so is who fetched which list. A summary has nothing
 * that the entries before it do not have.
 */
const ABOUT_SOMEBODY = {
  FilterExpression: 'NOT begins_with(pk, :statistics) AND NOT begins_with(pk, :fetches) AND sk <> :summary',
  ExpressionAttributeValues: toItem({ ':statistics': 'statistics#', ':fetches': 'fetches#', ':summary': SUMMARY }),
};

/** Whole partitions, one after the other, and where to go on after them. */
export interface Batch<T> {
  readonly partitions: readonly (readonly T[])[];
  /** The last item of the last partition. */
  readonly last: Keys;
}

/**
 * Reads a table partition by partition, but for {@link ABOUT_SOMEBODY what is about nobody}, from after a place that an
 * earlier batch ended at. A scan gives the items of a partition together and in order; where a page ends within one, it
 * waits for its rest. So no more is held than a page and one partition.
 */
export async function* partitionsOf<T extends Keys>(
  { client, name }: Table,
  after: Keys | undefined,
  pageSize: number,
  segment?: Segment,
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
        ...ABOUT_SOMEBODY,
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
