import type { SubjectId } from '../ids';
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { understoodEntries } from '../consent/read-entry';
import { BEGINNING, fold } from '../consent/fold';
import { outcomesOf } from '../consent/keep/outcomes';
import type { RetentionRules } from '../consent/keep/record-end';
import { pauseAfter } from '../pause';
import type { Site } from '../policy/schema';
import { countStep } from './count-step';
import { isConditionFailed, isGone, readAll, subjectKey, toItem } from './dynamo';
import { entryIn, planEnds, type Change, type EndPlan, type Kept, type NamedPart } from './end-plan';
import { readEntryItems, readLastPlace } from './entry-items';
import { saveOutcome } from './statistics';
import { readCounting, readWhole, SummaryTaken, type Seen, type Summary } from './summary';
import { afterEnds, beforeEnds } from './summing';
import type { Holdings, Table } from './table';

const TRIES = 10;

export interface Applied {
  readonly deleted: number;
  readonly missing: number;
}

/** Somebody else changed an end since it was read. */
class Outrun extends Error {
  override readonly name = 'Outrun';
}

type SiteOf = (id: string) => Site | undefined;

/**
 * Gives each of a subject's items the end that follows from the subject's history, and deletes what is past it; a long history gets
 * a summary, or a new one. A crash leaves some of it to do; repeating it is harmless. Where the site is configured no longer, ends
 * stay as they are.
 *
 * @returns how many items were deleted, and how many parts are lost: those that are not there and were to stay
 */
export function applyEnds(tables: Holdings, subject: SubjectId, siteOf: SiteOf, now: Date): Promise<Applied> {
  return again((attempt) => applyOnce(tables, subject, { siteOf, now, ofAll: attempt > 0 }));
}

/**
 * The same after a step: of the entries that a summary leaves out nothing is read, nor of their parts, unless what their ends follow
 * from has changed. What of them is past its end DynamoDB deletes.
 */
export function followStep(tables: Holdings, subject: SubjectId, siteOf: SiteOf, now: Date): Promise<Applied> {
  return again((attempt) => applyOnce(tables, subject, { siteOf, now, ofAll: attempt > 1 }));
}

async function again(apply: (attempt: number) => Promise<Applied>): Promise<Applied> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await apply(attempt);
    } catch (error) {
      if (!(error instanceof Outrun || error instanceof SummaryTaken) || attempt === TRIES) throw error;
      await pauseAfter(attempt);
    }
  }
}

interface Applying {
  readonly siteOf: SiteOf;
  readonly now: Date;
  /** Whether to look at all entries, whatever a summary says. */
  readonly ofAll: boolean;
}

async function applyOnce(tables: Holdings, subject: SubjectId, applying: Applying): Promise<Applied> {
  const { siteOf, now, ofAll } = applying;
  const read = ofAll ? readWhole(tables.ledger, subject) : readCounting(tables.ledger, subject, now);
  const [seen, vault] = await Promise.all([read, readAll<Kept>(tables.vault, subjectKey(subject))]);
  const site = seen.stored[0] && siteOf(seen.stored[0].entry.site);
  if (!site) return { deleted: 0, missing: 0 };
  const ledger = seen.stored.map(({ item }) => item);
  const plan = planEnds(ledger, vault, site, now);
  if (seen.summary && !isOnSameGrounds(seen.summary, plan))
    return applyOnce(tables, subject, { ...applying, ofAll: true });
  // First of all, as what is counted is gone afterwards.
  if (site.retention.atEnd === 'anonymise') await count(tables, site, ledger, now);
  await countPast(tables, plan, ledger, now);
  const summing = await beforeEnds(tables.ledger, subject, { seen, plan, now });
  const deleted = await carryOut(tables, plan);
  if (isAny(plan)) await sameTail(tables, subject, seen);
  await afterEnds(tables.ledger, subject, { seen, plan, now }, summing);
  if (plan.missing.length === 0) return { deleted, missing: 0 };
  // By the time of then: another may have deleted meanwhile what came to its end after ours.
  return { deleted, missing: (await missingParts(tables, subject, site, new Date())).length };
}

/** Two that have none, as a later version wrote something, are not the same. */
function isOnSameGrounds({ grounds, reached }: Summary, { common }: EndPlan): boolean {
  return grounds !== undefined && grounds === common?.hashFor(reached);
}

const isAny = ({ entries, parts }: EndPlan): boolean => entries.length + parts.length > 0;

/**
 * Ends that were changed follow from the history as it was read. Whoever wrote since may have had all ends looked at already, by
 * somebody who was faster: so it is this one who has to look again.
 */
async function sameTail({ ledger }: Holdings, subject: SubjectId, { stored }: Seen): Promise<void> {
  const last = await readLastPlace(ledger, subject);
  if (last !== undefined && last > (stored.at(-1)?.entry.seq ?? -1)) throw new Outrun();
}

/** What was read side by side may be of two moments: a part is saved before its entry, so it is looked for after that. */
export async function missingParts(
  tables: Holdings,
  subject: SubjectId,
  rules: RetentionRules,
  now: Date,
): Promise<readonly NamedPart[]> {
  const ledger = await readEntryItems<Kept>(tables.ledger, subject);
  return planEnds(ledger, await readAll<Kept>(tables.vault, subjectKey(subject)), rules, now).missing;
}

async function count(tables: Holdings, { id }: Site, ledger: readonly Kept[], now: Date): Promise<void> {
  const entries = understoodEntries(ledger.filter((item) => !isGone(item, now)).map(entryIn));
  await Promise.all(outcomesOf(fold(entries, BEGINNING)).map((outcome) => saveOutcome(tables.ledger, id, outcome)));
}

/** Steps that are about to be deleted are counted by then, unless the message that has them counted is still on its way. */
async function countPast({ ledger }: Holdings, plan: EndPlan, items: readonly Kept[], now: Date): Promise<void> {
  const past = new Set(plan.entries.filter(({ isPast }) => isPast).map(({ item }) => item.sk));
  if (past.size === 0) return;
  const entries = understoodEntries(items.map(entryIn));
  const going = new Set(items.filter(({ sk }) => past.has(sk)).map((item) => entryIn(item).seq));
  for (const entry of entries) if (going.has(entry.seq)) await countStep(ledger, entries, entry, now);
}

export function readItems({ ledger, vault }: Holdings, subject: SubjectId): Promise<[Kept[], Kept[]]> {
  return Promise.all([readEntryItems<Kept>(ledger, subject), readAll<Kept>(vault, subjectKey(subject))]);
}

/**
 * In such an order that wherever it stops, no step is there without one that took it back: what goes later than before
 * does so from the newest entry on, what goes sooner, from the oldest.
 */
async function carryOut({ ledger, vault }: Holdings, { entries, parts }: EndPlan): Promise<number> {
  const kept = entries.filter(({ isPast }) => !isPast);
  await inTurn(kept.filter(isLater).reverse(), (change) => setEnd(ledger, change));
  await inTurn(
    kept.filter((change) => !isLater(change)),
    (change) => setEnd(ledger, change),
  );
  // After what stands beside the entries: a part that is deleted and was not said to end would look lost.
  await Promise.all(parts.map((change) => (change.isPast ? remove(vault, change) : setEnd(vault, change))));
  const past = entries.filter(({ isPast }) => isPast);
  await inTurn(past, (change) => remove(ledger, change));
  return past.length + parts.filter(({ isPast }) => isPast).length;
}

const isLater = ({ was, end }: Change): boolean => (end ?? Infinity) > (was ?? Infinity);

async function inTurn(changes: readonly Change[], work: (change: Change) => Promise<void>): Promise<void> {
  for (const change of changes) await work(change);
}

async function setEnd(table: Table, { item, was, end, partEnds = NO_PARTS }: Change): Promise<void> {
  const values = toItem({ ':was': was, ':end': end, ':wasParts': partEnds.was, ':parts': partEnds.wanted });
  const update = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem(item),
    // Never makes an item anew that was deleted in between, nor undoes what follows from a newer history.
    ConditionExpression: [
      'attribute_exists(pk)',
      unchanged('expiresAt', was, ':was'),
      unchanged('partEnds', partEnds.was, ':wasParts'),
    ].join(' AND '),
    UpdateExpression: [
      ...clause('SET', [end !== undefined && 'expiresAt = :end', partEnds.wanted !== undefined && 'partEnds = :parts']),
      ...clause('REMOVE', [end === undefined && 'expiresAt', partEnds.wanted === undefined && 'partEnds']),
    ].join(' '),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  });
  await table.client.send(update).catch(throwOutrun);
}

/** As parts themselves have it. */
const NO_PARTS = { was: undefined, wanted: undefined };

function clause(verb: string, actions: readonly (string | false)[]): string[] {
  const some = actions.filter((action) => action !== false);
  return some.length === 0 ? [] : [`${verb} ${some.join(', ')}`];
}

async function remove(table: Table, { item, was }: Change): Promise<void> {
  const deletion = new DeleteItemCommand({
    TableName: table.name,
    Key: toItem(item),
    ConditionExpression: `attribute_not_exists(pk) OR ${unchanged('expiresAt', was, ':was')}`,
    ...(was !== undefined && { ExpressionAttributeValues: toItem({ ':was': was }) }),
  });
  await table.client.send(deletion).catch(throwOutrun);
}

const unchanged = (name: string, was: unknown, value: string): string =>
  was === undefined ? `attribute_not_exists(${name})` : `${name} = ${value}`;

function throwOutrun(error: unknown): never {
  throw isConditionFailed(error) ? new Outrun() : error;
}
