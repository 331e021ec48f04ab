import type { SubjectId } from '../ids';
import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import {
  epochSeconds,
  fromItem,
  isConditionFailed,
  isGone,
  readAll,
  readCountable,
  toItem,
  type Countable,
  type Keys,
} from './dynamo';
import { readItems } from './read-items';
import type { AudienceTable } from './table';

/*
 * Where operators find the people about whom they have to decide something: an index, derived from the ledger. That somebody is in
 * it says nothing; what there is to decide follows from their history. Holds ids, no address.
 */

/** Somebody in the index. */
export interface Listed {
  readonly subject: SubjectId;
  /** When the history was read that put them here, ISO 8601. */
  readonly seen: string;
  /** That a round found unused consents; undefined where none did. */
  readonly unused?: Unused;
  /** What is held, restricted or weighed of them. */
  readonly held: readonly HeldDay[];
}

/** Something of somebody that an operator has to look at by a day. */
export interface HeldDay {
  readonly what: 'hold' | 'restriction' | 'weighing';
  /** ISO 8601 date. */
  readonly day: string;
}

interface Unused {
  /** When the round began that found them, ISO 8601. */
  readonly began: string;
  /** ISO 8601 date: they go on that day, unless somebody decides before. */
  readonly deleteBy: string;
}

type ListedItem = Keys & { readonly sk: SubjectId } & Pick<Listed, 'seen'> &
  Partial<Unused> &
  Partial<Pick<Listed, 'held'>> & { readonly expiresAt?: number };

const partition = (site: string): string => `worklist#${site}`;

const listedKey = (site: string, subject: SubjectId): Keys & { readonly sk: SubjectId } => ({
  pk: partition(site),
  sk: subject,
});

/**
 * Puts somebody into the index of whom something is held, restricted or weighed, with the days; of whom nothing is any more, only
 * that is noted, and they stay until they are taken off. What was seen later wins. Durable when this returns.
 */
export async function listHeld(
  table: AudienceTable,
  site: string,
  { subject, seen, held }: Pick<Listed, 'subject' | 'seen' | 'held'>,
): Promise<void> {
  const isAny = held.length > 0;
  await update(table, site, subject, {
    UpdateExpression: `SET held = :held, heldSeen = :seen${isAny ? ', seen = :seen REMOVE expiresAt' : ''}`,
    ConditionExpression: isAny
      ? 'attribute_not_exists(heldSeen) OR heldSeen <= :seen'
      : 'attribute_exists(held) AND heldSeen <= :seen',
    ExpressionAttributeValues: toItem({ ':seen': seen, ':held': held }),
  });
}

/** Notes that an operator decided about what a round found that began before then. */
export async function settleUnused(table: AudienceTable, site: string, subject: SubjectId, at: string): Promise<void> {
  await update(table, site, subject, {
    UpdateExpression: 'REMOVE deleteBy, began',
    ConditionExpression: 'began <= :at',
    ExpressionAttributeValues: toItem({ ':at': at }),
  });
}

/**
 * Puts somebody into the index whose consents a round found unused, unless it did so before.
 *
 * @returns whether they are new there
 */
export async function listUnused(
  table: AudienceTable,
  site: string,
  { subject, seen, unused: { began, deleteBy } }: Required<Omit<Listed, 'held'>>,
): Promise<boolean> {
  return update(table, site, subject, {
    UpdateExpression: 'SET seen = :seen, deleteBy = :deleteBy, began = :began REMOVE expiresAt',
    ConditionExpression: 'attribute_not_exists(began) OR began < :began OR attribute_exists(expiresAt)',
    ExpressionAttributeValues: toItem({ ':seen': seen, ':deleteBy': deleteBy, ':began': began }),
  });
}

/** Notes that nothing of somebody is unused any more: if that comes again, it has a day of its own again. */
export async function forgetUnused(
  table: AudienceTable,
  site: string,
  { subject, seen }: Pick<Listed, 'subject' | 'seen'>,
): Promise<void> {
  await update(table, site, subject, {
    UpdateExpression: 'REMOVE deleteBy, began',
    ConditionExpression: 'seen = :seen',
    ExpressionAttributeValues: toItem({ ':seen': seen }),
  });
}

/** Who of them is in the index. Sees whatever was saved before. */
export async function listedAmong(
  table: AudienceTable,
  people: readonly { readonly site: string; readonly subject: SubjectId }[],
  now: Date,
): Promise<ReadonlySet<SubjectId>> {
  const keys = people.map(({ site, subject }) => listedKey(site, subject));
  const items = await readItems<ListedItem>(table, keys, { ConsistentRead: true });
  return new Set(items.filter((item) => !isGone(item, now)).map(({ sk }) => sk));
}

/** Takes somebody off of whom nothing is to be decided any more, unless something was found since. */
export async function unlist(
  table: AudienceTable,
  site: string,
  { subject, seen }: Pick<Listed, 'subject' | 'seen'>,
  now: Date,
): Promise<void> {
  await update(table, site, subject, {
    UpdateExpression: 'SET expiresAt = :now REMOVE deleteBy, began, held',
    ConditionExpression: 'seen = :seen',
    ExpressionAttributeValues: toItem({ ':seen': seen, ':now': epochSeconds(now) }),
  });
}

type Update = Omit<ConstructorParameters<typeof UpdateItemCommand>[0], 'TableName' | 'Key'>;

/** @returns whether its condition was fulfilled */
async function update(table: AudienceTable, site: string, subject: SubjectId, change: Update): Promise<boolean> {
  const Key = toItem(listedKey(site, subject));
  try {
    await table.client.send(new UpdateItemCommand({ TableName: table.name, Key, ...change }));
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

export interface ListedPage {
  readonly listed: readonly Listed[];
  /** Send it back for the next page; undefined on the last one. */
  readonly next: SubjectId | undefined;
}

/** Up to `limit` of a site, in an order that stays the same while others come and go. Sees whatever was saved before. */
export async function readWorklist(
  table: AudienceTable,
  site: string,
  { after, limit, now }: { readonly after: SubjectId | undefined; readonly limit: number; readonly now: Date },
): Promise<ListedPage> {
  const pk = partition(site);
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': pk }),
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: toItem({ pk, sk: after }) }),
    }),
  );
  const items = Items.map((item) => fromItem<ListedItem>(item)).filter((item) => !isGone(item, now));
  const next = LastEvaluatedKey && fromItem<ListedItem>(LastEvaluatedKey).sk;
  return { listed: items.map(listedOf), next };
}

/** All of a site, in the same order. Sees whatever was saved before. */
export async function readWholeWorklist(table: AudienceTable, site: string, now: Date): Promise<readonly Listed[]> {
  return listedIn(await readAll<ListedItem>(table, partition(site)), now);
}

/** The same, to be counted. */
export async function countableWorklist(table: AudienceTable, site: string, now: Date): Promise<Countable<Listed>> {
  const { items, areMore } = await readCountable<ListedItem>(table, partition(site));
  return { items: listedIn(items, now), areMore };
}

const listedIn = (items: readonly ListedItem[], now: Date): Listed[] =>
  items.filter((item) => !isGone(item, now)).map(listedOf);

function listedOf({ sk: subject, seen, began, deleteBy, held = [] }: ListedItem): Listed {
  const unused = began !== undefined && deleteBy !== undefined && { unused: { began, deleteBy } };
  return { subject, seen, held, ...unused };
}
