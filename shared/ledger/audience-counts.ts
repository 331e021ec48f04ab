import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Because } from '../consent/because';
import { partition, SHARDS, type MemberItem } from './audience';
import { epochSeconds, fromItem, isGone, toItem, type Item, type Keys } from './dynamo';
import { readItems } from './read-items';
import type { AudienceTable } from './table';

/** How those stand with a purpose who were ever asked for it. */
export interface MemberCounts {
  readonly mayBeMailed: number;
  /** Sign-ups that can still be confirmed. */
  readonly pending: number;
  /** Those for whom it is in force, and who may not be mailed all the same: why, and how many. */
  readonly not: Readonly<Partial<Record<Because, number>>>;
  /** Hash of the wording -> those for whom it is in force by that. */
  readonly wordings: Readonly<Record<string, WordingCount>>;
}

export interface WordingCount {
  readonly people: number;
  /** Since when the oldest, and the newest, of what rests on it is in force, ISO 8601. */
  readonly oldest: string;
  readonly newest: string;
}

type Counted = Pick<MemberItem, 'active' | 'inForce' | 'since' | 'because' | 'waitsUntil' | 'noticeHash'>;

/**
 * Counts all rows of a purpose: a read unit for some twenty people, and a second or so for a hundred thousand. So it is kept for a
 * while what came of it, see {@link keepCounts}.
 */
export async function countMembers(
  table: AudienceTable,
  site: string,
  purpose: string,
  now: Date,
): Promise<MemberCounts> {
  const tally = new Tally(now.toISOString());
  const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
  await Promise.all(
    shards.map(async (shard) => {
      for await (const row of rowsOf(table, partition(site, purpose, shard))) tally.add(row);
    }),
  );
  return tally.counts();
}

class Tally {
  private mayBeMailed = 0;
  private pending = 0;
  private readonly not = new Map<Because, number>();
  private readonly wordings = new Map<string, WordingCount>();

  constructor(private readonly now: string) {}

  add({ active, inForce = active, since, because, waitsUntil, noticeHash }: Counted): void {
    if (active) this.mayBeMailed += 1;
    else if (inForce && because !== undefined) this.not.set(because, (this.not.get(because) ?? 0) + 1);
    else if (waitsUntil !== undefined && waitsUntil > this.now) this.pending += 1;
    if (inForce && noticeHash !== undefined) {
      const { people, oldest, newest } = this.wordings.get(noticeHash) ?? { people: 0, oldest: since, newest: since };
      this.wordings.set(noticeHash, {
        people: people + 1,
        oldest: since < oldest ? since : oldest,
        newest: since > newest ? since : newest,
      });
    }
  }

  counts(): MemberCounts {
    const { mayBeMailed, pending, not, wordings } = this;
    return { mayBeMailed, pending, not: Object.fromEntries(not), wordings: Object.fromEntries(wordings) };
  }
}

async function* rowsOf({ client, name }: AudienceTable, pk: string): AsyncGenerator<Counted, void> {
  let from: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: 'active, inForce, #since, because, waitsUntil, noticeHash',
        ExpressionAttributeNames: { '#since': 'since' },
        ExpressionAttributeValues: toItem({ ':pk': pk }),
        ExclusiveStartKey: from,
      }),
    );
    for (const item of Items) yield fromItem<Counted>(item);
    from = LastEvaluatedKey;
  } while (from);
}

/** What was counted, and when, so that nobody counts again at each press. Says nothing of anybody. */
export interface KeptCounts extends MemberCounts {
  /** ISO 8601. */
  readonly countedAt: string;
  /** Up to when every step is in it; null where there was none. */
  readonly asOf: string | null;
}

type CountsItem = Keys & KeptCounts & { readonly expiresAt: number };

const keysOf = (site: string, purpose: string): Keys => ({ pk: `counted#${site}`, sk: purpose });

export async function keepCounts(
  table: AudienceTable,
  site: string,
  purpose: string,
  counts: KeptCounts,
  end: Date,
): Promise<void> {
  const item: CountsItem = { ...keysOf(site, purpose), ...counts, expiresAt: epochSeconds(end) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** What was counted of these purposes lately, by purpose. */
export async function readCounts(
  table: AudienceTable,
  site: string,
  purposes: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, KeptCounts>> {
  const keys = purposes.map((purpose) => keysOf(site, purpose));
  const items = await readItems<CountsItem>(table, keys);
  return new Map(
    items
      .filter((item) => !isGone(item, now))
      .map(({ pk: _pk, sk, expiresAt: _end, ...counts }) => [sk, counts] as const),
  );
}
