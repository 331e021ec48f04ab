import type { SubjectId } from '../ids';
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { understoodEntries } from '../consent/read-entry';
import { BEGINNING, fold } from '../consent/fold';
import { outcomesOf } from '../consent/keep/outcomes';
import type { Site } from '../policy/schema';
import { isConditionFailed, isGone, readAll, subjectKey, toItem } from './dynamo';
import { entryIn, planEnds, type Change, type EndPlan, type Kept } from './end-plan';
import { saveOutcome } from './statistics';
import type { Holdings, Table } from './table';

const TRIES = 5;

/** Somebody else changed an end since it was read. */
class Outrun extends Error {
  override readonly name = 'Outrun';
}

/**
 * Gives each of a subject's items the end that follows from the subject's history, and deletes what is past it. A crash
 * leaves some of it to do; repeating it is harmless. Where the site is configured no longer, ends stay as they are.
 *
 * @returns how many items were deleted
 */
export async function applyEnds(
  tables: Holdings,
  subject: SubjectId,
  siteOf: (id: string) => Site | undefined,
  now: Date,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(tables, subject, siteOf, now);
    } catch (error) {
      if (!(error instanceof Outrun) || attempt === TRIES) throw error;
    }
  }
}

async function applyOnce(
  tables: Holdings,
  subject: SubjectId,
  siteOf: (id: string) => Site | undefined,
  now: Date,
): Promise<number> {
  const [ledger, vault] = await readItems(tables, subject);
  const site = ledger[0] && siteOf(entryIn(ledger[0]).site);
  if (!site) return 0;
  // First of all, as what is counted is gone afterwards.
  if (site.retention.atEnd === 'anonymise') await count(tables, site, ledger, now);
  return carryOut(tables, planEnds(ledger, vault, site, now));
}

async function count(tables: Holdings, { id }: Site, ledger: readonly Kept[], now: Date): Promise<void> {
  const entries = understoodEntries(ledger.filter((item) => !isGone(item, now)).map(entryIn));
  await Promise.all(outcomesOf(fold(entries, BEGINNING)).map((outcome) => saveOutcome(tables.ledger, id, outcome)));
}

export function readItems({ ledger, vault }: Holdings, subject: SubjectId): Promise<[Kept[], Kept[]]> {
  return Promise.all([readAll<Kept>(ledger, subjectKey(subject)), readAll<Kept>(vault, subjectKey(subject))]);
}

/**
 * In such an order that wherever it stops, no step is there without one that took it back: what goes later than before
 * does so from the newest entry on, what goes sooner, from the oldest.
 */
async function carryOut({ ledger, vault }: Holdings, { entries, parts }: EndPlan): Promise<number> {
  const kept = entries.filter(({ isPast }) => !isPast);
  await inTurn(kept.filter(isLater).reverse(), (change) => setEnd(ledger, change));
  await Promise.all(parts.map((change) => (change.isPast ? remove(vault, change) : setEnd(vault, change))));
  await inTurn(
    kept.filter((change) => !isLater(change)),
    (change) => setEnd(ledger, change),
  );
  const past = entries.filter(({ isPast }) => isPast);
  await inTurn(past, (change) => remove(ledger, change));
  return past.length + parts.filter(({ isPast }) => isPast).length;
}

const isLater = ({ was, end }: Change): boolean => (end ?? Infinity) > (was ?? Infinity);

async function inTurn(changes: readonly Change[], work: (change: Change) => Promise<void>): Promise<void> {
  for (const change of changes) await work(change);
}

async function setEnd(table: Table, { item, was, end }: Change): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem(item),
    // Never makes an item anew that was deleted in between, nor undoes what follows from a newer history.
    ConditionExpression: `attribute_exists(pk) AND ${unchanged(was)}`,
    UpdateExpression: end === undefined ? 'REMOVE expiresAt' : 'SET expiresAt = :end',
    ...((was !== undefined || end !== undefined) && {
      ExpressionAttributeValues: toItem({ ':was': was, ':end': end }),
    }),
  });
  await table.client.send(update).catch(throwOutrun);
}

async function remove(table: Table, { item, was }: Change): Promise<void> {
  const deletion = new DeleteItemCommand({
    TableName: table.name,
    Key: toItem(item),
    ConditionExpression: `attribute_not_exists(pk) OR ${unchanged(was)}`,
    ...(was !== undefined && { ExpressionAttributeValues: toItem({ ':was': was }) }),
  });
  await table.client.send(deletion).catch(throwOutrun);
}

const unchanged = (was: number | undefined): string =>
  was === undefined ? 'attribute_not_exists(expiresAt)' : 'expiresAt = :was';

function throwOutrun(error: unknown): never {
  throw isConditionFailed(error) ? new Outrun() : error;
}
