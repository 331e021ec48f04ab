import { type SubjectId, isSubjectId } from '../ids';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { What } from '../consent/steps/step-type';
import { plus } from '../calendar';
import { epochSeconds, fromItem, toItem, type Keys } from './dynamo';
import type { AudienceTable } from './table';

/** For so long a tool may stay away and go on where it was. */
export const KEPT = 'P35D';

/**
 * What is younger than this is not served yet. A change is durable within half of that after the time that it is filed
 * under, and the other half is for clocks that differ: so nothing ever turns up before a place that was read already.
 */
const UNSERVED_MS = 10_000;
const DURABLE_WITHIN_MS = UNSERVED_MS / 2;

/** Points to a person with whom something changed. */
export interface Change {
  readonly site: string;
  readonly subject: SubjectId;
  readonly what: What;
  /** When it happened, ISO 8601. */
  readonly at: string;
}

type ChangeItem = Keys & Pick<Change, 'what' | 'at'> & { readonly expiresAt: number };

const partition = (site: string): string => `changes#${site}`;

/**
 * Files a change, after all that it points to is saved. Durable when it returns, under a time of a moment ago; one that took
 * longer is filed once more.
 */
export async function noteChange(table: AudienceTable, change: Change): Promise<void> {
  let took: number;
  do {
    const now = new Date();
    await put(table, change, now);
    took = Date.now() - now.getTime();
  } while (took > DURABLE_WITHIN_MS);
}

async function put(table: AudienceTable, { site, subject, what, at }: Change, now: Date): Promise<void> {
  const keys = { pk: partition(site), sk: `${now.toISOString()}#${subject}` };
  const item: ChangeItem = { ...keys, what, at, expiresAt: epochSeconds(plus(now, KEPT)) + 24 * 60 * 60 };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** Up to where changes can be read at the moment: nothing will be filed before that any more. */
export function readableUpTo(now: Date): string {
  return new Date(now.getTime() - UNSERVED_MS).toISOString();
}

export interface ChangesPage {
  readonly changes: readonly Change[];
  /** Where the next page begins. */
  readonly next: string;
  /** Whether there is more already. */
  readonly more: boolean;
}

/** The changes after a place, in the order in which they were filed; those of one person in the order that they happened in. */
export async function readChanges(
  table: AudienceTable,
  site: string,
  after: string,
  limit: number,
  now: Date,
): Promise<ChangesPage> {
  const upTo = readableUpTo(now);
  if (after >= upTo) return { changes: [], next: after, more: false };
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :upTo',
      ExpressionAttributeValues: toItem({ ':pk': partition(site), ':from': `${after} `, ':upTo': upTo }),
      Limit: limit,
    }),
  );
  const items = Items.map((item) => fromItem<ChangeItem>(item));
  const changes = items.flatMap(({ sk, what, at }) => {
    const subject = sk.split('#')[1];
    return isSubjectId(subject) ? [{ site, subject, what, at }] : [];
  });
  // Where nothing is left, the place moves along with time, so that a quiet site's never gets too old.
  return LastEvaluatedKey
    ? { changes, next: fromItem<Keys>(LastEvaluatedKey).sk, more: true }
    : { changes, next: upTo, more: false };
}
