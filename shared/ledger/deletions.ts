import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { isSubjectId, type SubjectId } from '../ids';
import type { Place } from './deliveries';
import {
  epochSeconds,
  isConditionFailed,
  isGone,
  readAll,
  readCountable,
  toItem,
  type Countable,
  type Keys,
} from './dynamo';
import type { AudienceTable } from './table';

/*
 * Whom processors were told to delete, and did not say that they have: an index, derived from the ledger. That somebody is in it
 * says nothing; whether a word is still awaited follows from their history. Holds ids, no address.
 */

/** Somebody in the index. */
export interface AskedDeletion {
  readonly processor: string;
  readonly subject: SubjectId;
  /** When the processor was told, ISO 8601. */
  readonly askedAt: string;
}

type AskedItem = Keys & Pick<AskedDeletion, 'askedAt'> & { readonly expiresAt: number };

/** Beside the deliveries, as whoever tells processors may write nothing else here. */
const partition = (site: string): string => `deliveries#${site}#deletions`;

export const deletionKey = ({ site, processor, subject }: Place): Keys => ({
  pk: partition(site),
  sk: `${processor}#${subject}`,
});

/** Puts somebody into the index, until `end` at the latest. Durable when this returns. */
export async function listDeletion(table: AudienceTable, place: Place, askedAt: string, end: Date): Promise<void> {
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: toItem(deletionKey(place)),
      UpdateExpression: 'SET askedAt = :at, expiresAt = :end',
      ExpressionAttributeValues: toItem({ ':at': askedAt, ':end': epochSeconds(end) }),
    }),
  );
}

/** Takes somebody off, who is past their end at once then, for every reader; harmless where they are not on it. */
export async function unlistDeletion(table: AudienceTable, place: Place, now: Date): Promise<void> {
  const take = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem(deletionKey(place)),
    ConditionExpression: 'attribute_exists(pk)',
    UpdateExpression: 'SET expiresAt = :now',
    ExpressionAttributeValues: toItem({ ':now': epochSeconds(now) }),
  });
  await table.client.send(take).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}

/** All of a site, those who were asked for first come first. */
export async function askedDeletions(table: AudienceTable, site: string, now: Date): Promise<readonly AskedDeletion[]> {
  return askedIn(await readAll<AskedItem>(table, partition(site)), now).sort(byAge);
}

/** The same, to be counted. */
export async function countableDeletions(
  table: AudienceTable,
  site: string,
  now: Date,
): Promise<Countable<AskedDeletion>> {
  const { items, areMore } = await readCountable<AskedItem>(table, partition(site));
  return { items: askedIn(items, now), areMore };
}

function askedIn(items: readonly AskedItem[], now: Date): AskedDeletion[] {
  return items
    .filter((item) => !isGone(item, now))
    .flatMap(({ sk, askedAt }): AskedDeletion[] => {
      const [processor, subject] = sk.split('#');
      return processor !== undefined && isSubjectId(subject) ? [{ processor, subject, askedAt }] : [];
    });
}

/** The oldest first, and always in the same order. */
export const byAge = (one: AskedDeletion, other: AskedDeletion): number => {
  const [a, b] = [one, other].map(({ askedAt, processor, subject }) => `${askedAt} ${processor} ${subject}`) as [
    string,
    string,
  ];
  return a < b ? -1 : a > b ? 1 : 0;
};
