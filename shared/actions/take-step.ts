import type { RecordId, SubjectId } from '../ids';
import { ChangedMeanwhile } from '../consent/errors';
import type { Unmoved } from '../consent/standing';
import { withFacts, type Entry, type Step } from '../consent/entry';
import type { AnyEntry } from '../consent/read-entry';
import { fold, type SubjectState } from '../consent/fold';
import { momentAfter, seal } from '../ledger/chain';
import { append, PlaceTaken, readHistory, readWholeHistory } from '../ledger/ledger';
import type { PartClass, Parts, SealedPart } from '../ledger/part';
import { pauseAfter } from '../pause';
import type { Deps } from './deps';
import { StepParts } from './step-parts';

const TRIES = 10;

/** Too many others wrote about the same subject at the same time. Nothing was written; try again in a moment. */
export class TooContended extends Error {
  override readonly name = 'TooContended';
}

export interface StepRequest {
  readonly subject: SubjectId;
  readonly now: Date;
  /**
   * What follows from the subject's state, or from all that is still there: a step, or undefined for none. Called again
   * whenever another step came first. What it throws is thrown on, and nothing is written.
   *
   * @param now the moment of the step: that of the request, or of the last entry where that is later
   * @param all the entries and those that this version does not understand
   */
  readonly decide: (
    state: SubjectState,
    entries: readonly Entry[],
    now: Date,
    all: readonly AnyEntry[],
  ) => Step | undefined;
  /** Whether the history is still as the operator saw it; undefined for whatever it is. */
  readonly expects?: Unmoved | undefined;
  readonly parts?: Parts;
  /**
   * The record that the step will be of, where that is known before: then the parts are saved while the history is read. What no
   * entry came to name is replaced by nothing at once.
   */
  readonly savesFor?: RecordId | undefined;
  /** Parts that were saved before. */
  readonly saved?: readonly SealedPart[];
  /** Whether it is decided on all entries, as the place, the time or a part of any may count; see `summary.ts`. */
  readonly onAll?: boolean;
  /** What else `decide` goes by; read while the history is. */
  readonly meanwhile?: () => Promise<unknown>;
  /** What has to be durable before the entry is; done while the parts are saved. */
  readonly alongside?: (entries: readonly Entry[]) => Promise<unknown>;
  /** What has to be durable before anybody is told that the step was taken; done while the entry is added. */
  readonly beforeAnswer?: (entries: readonly Entry[]) => Promise<unknown>;
  /** When the entry goes unless that is changed later; undefined to keep it. */
  readonly entryEnd?: Date;
  /** When the parts go unless that is changed later: until an entry commits to them nobody else will see to it. */
  readonly partsEnd?: Date;
  /** Take the step even if its parts cannot be saved, and let the entry say so. */
  readonly evenWithoutParts?: boolean;
}

/** What came of it, and what it was decided on. */
export interface Taken {
  /** Durable; undefined if nothing was to be done. */
  readonly entry: Entry | undefined;
  /** As they were before it. */
  readonly state: SubjectState;
  readonly entries: readonly Entry[];
  /** The entries and those that this version does not understand. */
  readonly all: readonly AnyEntry[];
  /** The moment at which it was decided. */
  readonly now: Date;
}

/**
 * Takes one step: reads the history, decides, saves the parts, and adds the entry.
 *
 * 1. Read. A crash leaves nothing.
 * 2. Save the parts, or while reading where their record is known. A crash leaves parts that no entry names; nobody reads them, and
 *    they go at their end.
 * 3. Add the entry: the step is taken. If another came first, begin again; the parts saved stay good.
 *
 * @throws {TooContended}, {@link ChangedMeanwhile} where the history is not as expected, and whatever `decide` throws
 */
export async function takeStep(deps: Pick<Deps, 'ledger' | 'vault'>, request: StepRequest): Promise<Taken> {
  const parts = new StepParts(deps, request);
  const attempts: Attempts = { made: 0 };
  try {
    const taken = await attemptAll(deps, request, parts, attempts);
    if (!taken.entry) await parts.replaceByNothing();
    return taken;
  } catch (error) {
    // An entry that was tried may be there, and name them.
    if (attempts.made === 0) await parts.replaceByNothing();
    throw error;
  }
}

interface Attempts {
  /** How often an entry was tried to be added. */
  made: number;
}

async function attemptAll(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  request: StepRequest,
  parts: StepParts,
  attempts: Attempts,
): Promise<Taken> {
  const { subject, now, decide } = request;
  let attempted: Taken | undefined;
  if (request.savesFor) parts.saveFor(request.savesFor);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const asked = attempt === 1 ? request.meanwhile?.() : undefined;
    // Whoever comes again looks for an entry of their own.
    const read = request.onAll || attempt > 1 ? readWholeHistory : readHistory;
    const [{ entries, all, tail }] = await Promise.all([read(deps.ledger, subject, now), asked]);
    // Our own entry may be the one that took the place: its answer got lost, and the client sent it again.
    if (attempted && entries.some(({ hash }) => hash === attempted?.entry?.hash)) return attempted;
    if (request.expects && !request.expects(all)) throw new ChangedMeanwhile();
    const moment = momentAfter(tail, now);
    const seen = { state: fold(entries, moment), entries, all, now: moment };
    const step = decide(seen.state, entries, moment, all);
    if (!step) return { entry: undefined, ...seen };
    const alongside = attempts.made === 0 ? request.alongside?.(entries) : undefined;
    const [{ digests, missing }] = await Promise.all([parts.savedFor(step.recordId), alongside]);
    const entry = seal(withMissing(step, missing), { subject, parts: digests }, tail);
    attempted = { entry, ...seen };
    attempts.made = attempt;
    const isAdded = await bothDone(tryAppend(deps, entry, request.entryEnd), request.beforeAnswer?.(entries));
    if (isAdded) return attempted;
    await pauseAfter(attempt);
  }
  throw new TooContended();
}

async function tryAppend(deps: Pick<Deps, 'ledger'>, entry: Entry, end: Date | undefined): Promise<boolean> {
  try {
    await append(deps.ledger, entry, end);
    return true;
  } catch (error) {
    if (error instanceof PlaceTaken) return false;
    throw error;
  }
}

/** Nothing is under way any more once it returns or throws. */
async function bothDone<One>(one: Promise<One>, other: Promise<unknown> | undefined): Promise<One> {
  await Promise.allSettled([one, other]);
  await other;
  return one;
}

function withMissing(step: Step, missing: readonly PartClass[]): Step {
  return missing.length === 0 ? step : withFacts(step, { missing });
}
