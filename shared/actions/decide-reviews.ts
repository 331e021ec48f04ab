import { plus, startOfDay } from '../calendar';
import { reviewed, type Reviewed } from '../consent/decide/review-decisions';
import type { Operation } from '../consent/decide/operator-decisions';
import type { Entry, Operator } from '../consent/entry';
import { ChangedMeanwhile, NothingToReview } from '../consent/errors';
import { waitingOf, type Round } from '../consent/keep/yearly-review';
import { endingWith, headOf, onlyNotedSince } from '../consent/standing';
import { changedMeanwhile } from '../http/changed-meanwhile';
import { Problem } from '../http/problem';
import type { ReviewedItem, ReviewOrder, Selection } from '../http/review-body';
import { outlineOf } from '../http/subject-answer';
import type { EntryHash, SubjectId } from '../ids';
import { eachOf } from '../ledger/batches';
import { readHistory, type History } from '../ledger/ledger';
import { readRound } from '../ledger/review-rounds';
import { readWorklist } from '../ledger/worklist';
import type { Site } from '../policy/schema';
import { requirements } from '../policy/sites';
import type { Deps } from './deps';
import { holdLabels } from './hold-labels';
import { roundOf } from './list-reviews';
import { takeStep } from './take-step';
import { imagineSteps, type OrderedStep } from './take-steps';

type Deciding = Pick<Deps, 'ledger' | 'vault' | 'audience'>;

interface Ordered {
  readonly site: Site;
  readonly operator: Operator;
  readonly order: ReviewOrder;
  readonly now: Date;
}

/** What became of an item, or would become. */
interface Decided {
  readonly id: SubjectId;
  readonly what: Reviewed['what'];
  readonly case?: string;
  readonly outcome: 'kept' | 'let-go' | 'decided-before' | 'changed-meanwhile';
  /** The head of the person's history, before it in a dry run, and after it otherwise. */
  readonly head: string;
  readonly done: readonly ReturnType<typeof outlineOf>[];
}

/** As many people of a group as one call sees to. */
const AT_ONCE = 50;

/**
 * Decides about items of the list, or says what that would come to. Where one of those that are named is not on the list, or not as
 * it was expected, nothing at all is done. A crash leaves some of them decided; repeating it does the others.
 *
 * @returns also where a group goes on; undefined where all were seen to
 * @throws {Problem} 409
 */
export async function decideReviews(
  deps: Deciding,
  ordered: Ordered,
): Promise<{ readonly decisions: readonly Decided[]; readonly next: SubjectId | undefined }> {
  const { site, now, order } = ordered;
  const round = await readRound(deps.audience, site.id);
  const { items, next } = await selected(deps, site, order.selection, round, now);
  const people = await eachOf(byPerson(items), async ([subject, own]) => {
    const history = await readHistory(deps.ledger, subject, now);
    return {
      subject,
      history,
      items: await Promise.all(own.map((item) => planned(deps, ordered, round, item, history))),
    };
  });
  const plans = people.flatMap((person) => person.items);
  const missing = plans.filter(({ step }) => step === 'nothing');
  if (missing.length > 0 && 'items' in order.selection) throw notOnTheList(items, missing);
  const preview = people.flatMap(previewOf);
  if (order.isDry) return { decisions: preview, next };
  if (plans.some(hasMoved)) throw changedMeanwhile({ site: site.id, dryRun: true, decisions: preview });
  const taken = await eachOf(people, (person) => decideAbout(deps, ordered, person));
  return { decisions: taken.flat(), next };
}

/** An item, and the step that decides it. */
interface Planned {
  readonly item: ReviewedItem;
  readonly ordered: OrderedStep;
  /** What would be added now; `decided-before` where it was, and `nothing` where there is nothing to decide. */
  readonly step: Entry | 'decided-before' | 'nothing';
  readonly head: string;
  readonly decision: 'keep' | 'let-go';
}

interface Person {
  readonly subject: SubjectId;
  readonly history: History;
  readonly items: readonly Planned[];
}

async function planned(
  deps: Deciding,
  { site, operator, order: { ruling, reason }, now }: Ordered,
  round: Round | undefined,
  item: ReviewedItem,
  history: History,
): Promise<Planned> {
  const operation: Operation = { site, requires: requirements(site), operator, told: {} };
  const labels =
    item.what === 'hold' ? await holdLabels(deps, { subject: item.id, entries: history.entries, now }) : undefined;
  // Placed again, a hold takes its label along.
  const label = item.what === 'hold' && ruling.decision === 'keep' ? labels?.get(item.case) : undefined;
  const parts = { reason: { reason, ...(label !== undefined && { label }) } };
  const ordered = { decide: reviewed(operation, item, ruling, round), parts };
  return {
    item,
    ordered,
    // Of a person of another site nothing is said, not even that they are there.
    step: history.all[0]?.site === site.id ? imagined(ordered, item, history, now) : 'nothing',
    head: headOf(history.all) ?? '',
    decision: ruling.decision,
  };
}

function imagined(ordered: OrderedStep, { id }: ReviewedItem, history: History, now: Date): Planned['step'] {
  try {
    return imagineSteps([ordered], { subject: id, now }, history)[0] ?? 'decided-before';
  } catch (error) {
    if (error instanceof NothingToReview) return 'nothing';
    throw error;
  }
}

/** What was decided just so before is not undone by its own step. */
const hasMoved = ({ item: { expects }, head, step }: Planned): boolean =>
  expects !== undefined && expects !== head && step !== 'decided-before';

function previewOf({ items }: Person): Decided[] {
  return items.flatMap(({ item, step, head, decision }) =>
    step === 'nothing'
      ? []
      : [{ ...nameOf(item), ...(step === 'decided-before' ? before(head) : done(step, decision, head, true)) }],
  );
}

const nameOf = (item: ReviewedItem) => ({
  id: item.id,
  what: item.what,
  ...(item.what === 'hold' && { case: item.case }),
});

const before = (head: string) => ({ outcome: 'decided-before' as const, head, done: [] });

function done(entry: Entry, decision: Planned['decision'], head: string, isDry: boolean) {
  const outcome = decision === 'keep' ? ('kept' as const) : ('let-go' as const);
  return { outcome, head, done: [outlineOf(entry, isDry)] };
}

/** One after the other, as each step moves the history. What another changed in this very moment is left to be looked at again. */
async function decideAbout(deps: Deciding, { site, now }: Ordered, { subject, items }: Person): Promise<Decided[]> {
  const decided: Decided[] = [];
  let moved: EntryHash | undefined;
  for (const { item, ordered, step, head, decision } of items) {
    if (step === 'nothing') continue;
    try {
      const asSeen = moved === undefined ? endingWith(head) : onlyNotedSince(moved);
      const expects = item.expects === undefined ? undefined : asSeen;
      const { entry } = await takeStep(deps, {
        subject,
        now,
        expects,
        decide: (_, ...seen) => ordered.decide(...seen),
        parts: ordered.parts,
        partsEnd: plus(now, site.retention.accessLog),
      });
      moved = entry?.hash ?? moved;
      decided.push({ ...nameOf(item), ...(entry ? done(entry, decision, entry.hash, false) : before(moved ?? head)) });
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile || error instanceof NothingToReview)) throw error;
      decided.push({ ...nameOf(item), outcome: 'changed-meanwhile', head: moved ?? head, done: [] });
    }
  }
  return decided;
}

function byPerson(items: readonly ReviewedItem[]): [SubjectId, readonly ReviewedItem[]][] {
  const people = new Map<SubjectId, ReviewedItem[]>();
  for (const item of items) people.set(item.id, [...(people.get(item.id) ?? []), item]);
  return [...people];
}

/** The items that are named, or a page of those that a group has now. */
async function selected(
  deps: Deciding,
  site: Site,
  selection: Selection,
  round: Round | undefined,
  now: Date,
): Promise<{ readonly items: readonly ReviewedItem[]; readonly next: SubjectId | undefined }> {
  if ('items' in selection) return { items: selection.items, next: undefined };
  const { listed, next } = await readWorklist(deps.audience, site.id, { after: selection.after, limit: AT_ONCE, now });
  const found = await eachOf(listed, async (one): Promise<ReviewedItem[]> => {
    const { entries } = await readHistory(deps.ledger, one.subject, now);
    return waitingOf(entries, site, roundOf(one, round), now).flatMap((waiting): ReviewedItem[] => {
      if (waiting.what === 'hold' && 'case' in selection && waiting.case === selection.case)
        return [{ id: one.subject, what: 'hold', case: waiting.case }];
      const isSilent =
        waiting.what === 'unused' &&
        'unusedBefore' in selection &&
        new Date(waiting.since) < startOfDay(selection.unusedBefore);
      return isSilent ? [{ id: one.subject, what: 'unused' }] : [];
    });
  });
  return { items: found.flat(), next };
}

function notOnTheList(items: readonly ReviewedItem[], missing: readonly Planned[]): Problem {
  const errors = missing.map(({ item }) => ({ pointer: `/items/${items.indexOf(item)}`, detail: GONE[item.what] }));
  const detail = 'Something that you decide about is not on the list, or no longer; see errors. Nothing was done.';
  return new Problem(409, 'nothing-to-review', detail, errors);
}

const GONE: Readonly<Record<Reviewed['what'], string>> = {
  unused:
    'No consent of this person is unused: none is in force, they were heard of since, it was decided otherwise, or there is no review.',
  hold: 'There is no such hold of this person.',
  restriction: 'The data of this person is not restricted.',
};
