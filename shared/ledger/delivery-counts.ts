import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, isGone, readCountable, toItem, type Countable, type Item, type Keys } from './dynamo';
import type { Delivery } from './deliveries';
import type { AudienceTable } from './table';

/** How it stands with a processor: `by-hand` is who is not told by us. */
export const TOOL_STATES = ['in-step', 'under-way', 'failed', 'stopped', 'by-hand'] as const;
export type ToolState = (typeof TOOL_STATES)[number];

/** How many could not be told to a processor for one reason. */
export interface FailureCount extends Pick<Delivery, 'failure' | 'status'> {
  readonly count: number;
  /** Since when the oldest of them waits. */
  readonly since: string;
}

export interface DeliveryCounts {
  /** Being told at this moment. */
  readonly underWay: number;
  readonly failures: readonly FailureCount[];
  /** Whether there are more than were counted. */
  readonly areMore: boolean;
  /** Since when nothing is sent to it, as it answered that it wants nothing any more. */
  readonly stoppedAt?: string;
}

type DeliveryItem = Keys &
  Partial<Pick<Delivery, 'failure' | 'status' | 'since'>> & {
    readonly stoppedAt?: string;
    readonly expiresAt?: number;
  };

/** What is counted at most: a key that is wrong makes everybody wait, and more than this says nothing new. */
const MOST = 5000;

/** Since when each waits that could not be told to any processor of a site, ISO 8601; to be counted. */
export async function failedSince(table: AudienceTable, site: string, now: Date): Promise<Countable<string>> {
  const { items, areMore } = await readCountable<DeliveryItem>(table, `deliveries#${site}`);
  const there = items.filter((item) => !isGone(item, now));
  return { items: there.flatMap(({ failure, since }) => (failure === undefined ? [] : (since ?? []))), areMore };
}

/** What a processor has yet to be told, by why it was not. */
export async function countDeliveries(
  { client, name }: AudienceTable,
  site: string,
  processor: string,
  now: Date,
): Promise<DeliveryCounts> {
  const failures = new Map<string, FailureCount>();
  let [underWay, read] = [0, 0];
  let stoppedAt: string | undefined;
  let from: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: name,
        // Behind "#" comes "$": its own mark, and one for each person.
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :own AND :end',
        ExpressionAttributeValues: toItem({ ':pk': `deliveries#${site}`, ':own': processor, ':end': `${processor}$` }),
        ExclusiveStartKey: from,
        Limit: MOST,
      }),
    );
    for (const item of Items.map((one) => fromItem<DeliveryItem>(one)).filter((one) => !isGone(one, now))) {
      const { sk, failure, since } = item;
      if (sk === processor) stoppedAt = item.stoppedAt;
      if (!sk.startsWith(`${processor}#`)) continue;
      if (failure === undefined || since === undefined) underWay += 1;
      else count(failures, { failure, since, ...(item.status !== undefined && { status: item.status }) });
    }
    read += Items.length;
    from = LastEvaluatedKey;
  } while (from && read < MOST);
  const sorted = [...failures.values()].sort((one, other) => other.count - one.count);
  return { underWay, failures: sorted, areMore: from !== undefined, ...(stoppedAt !== undefined && { stoppedAt }) };
}

function count(failures: Map<string, FailureCount>, one: Omit<FailureCount, 'count'>): void {
  const key = `${one.failure} ${one.status ?? ''}`;
  const before = failures.get(key);
  const since = before && before.since < one.since ? before.since : one.since;
  failures.set(key, { ...one, since, count: (before?.count ?? 0) + 1 });
}
