import { digestOf } from '../ids';
import type { Entry } from '../consent/entry';
import { fold } from '../consent/fold';
import type { Decision } from '../consent/decide/operator-decisions';
import { ChangedMeanwhile } from '../consent/errors';
import { endingWith, onlyNotedSince } from '../consent/standing';
import { EMPTY, momentAfter, seal } from '../ledger/chain';
import type { Parts } from '../ledger/part';
import { takeStep, type StepRequest, type Taken } from './take-step';
import type { History } from '../ledger/ledger';
import type { Deps } from './deps';

/** One of the steps that an operator's order comes to. */
export interface OrderedStep {
  readonly decide: Decision;
  readonly parts: Parts;
  readonly alongside?: NonNullable<StepRequest['alongside']>;
}

interface StepsRequest extends Pick<StepRequest, 'subject' | 'now' | 'onAll'> {
  readonly partsEnd: Date;
  /** The head of the history that the operator saw, null where there was none; undefined for whatever it is. */
  readonly expects?: string | null | undefined;
}

/** Somebody else took a step between those of an order that is bound to a preview: the rest of it was left. */
export class StoppedBetween extends ChangedMeanwhile {
  constructor(readonly taken: readonly Entry[]) {
    super();
  }
}

/**
 * Takes one step after the other. Each follows from the state alone, so whoever was interrupted sends the order again, and
 * only what is missing is done.
 *
 * @throws {StoppedBetween} where it is bound, and the history moved before or between them
 */
export async function takeSteps(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  steps: readonly OrderedStep[],
  { expects: head, ...about }: StepsRequest,
): Promise<Entry[]> {
  const taken: Entry[] = [];
  for (const { decide, ...step } of steps) {
    const own = taken.at(-1);
    const expects = head === undefined ? undefined : own ? onlyNotedSince(own.hash) : endingWith(head);
    const request = {
      ...step,
      ...about,
      expects,
      decide: (_: unknown, ...seen: Parameters<Decision>) => decide(...seen),
    };
    const { entry } = await takeStep(deps, request).catch((error: unknown) => {
      throw error instanceof ChangedMeanwhile ? new StoppedBetween(taken) : error;
    });
    if (entry) taken.push(entry);
  }
  return taken;
}

/**
 * Takes a step, and another for as long as more follows from what is there then: what is in force and what waits end by steps of their
 * own. Whoever is interrupted asks again, and what is left is done.
 *
 * @returns the history as it was before the first, and all that was added
 */
export async function takeWholeStep(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  request: StepRequest,
): Promise<Omit<Taken, 'entry'> & { readonly taken: readonly Entry[] }> {
  const { entry, ...first } = await takeStep(deps, request);
  const taken = entry ? [entry] : [];
  for (let last = entry; last;) {
    const [entries, all] = [
      [...first.entries, ...taken],
      [...first.all, ...taken],
    ];
    const isMore = request.decide(fold(entries, first.now), entries, first.now, all) !== undefined;
    last = isMore ? (await takeStep(deps, request)).entry : undefined;
    if (last) taken.push(last);
  }
  return { ...first, taken };
}

/** Of a part that is not saved. */
const NO_DIGEST = digestOf(new Uint8Array(32));

/** What {@link takeSteps} would add to these entries; nothing is written. */
export function imagineSteps(
  steps: readonly OrderedStep[],
  { subject, now }: Pick<StepRequest, 'subject' | 'now'>,
  { entries, all: stored }: Pick<History, 'entries' | 'all'>,
): Entry[] {
  const all = [...entries];
  for (const { decide, parts } of steps) {
    const tail = all.at(-1) ?? EMPTY;
    const step = decide(all, momentAfter(tail, now), [...stored, ...all.slice(entries.length)]);
    const digests = Object.fromEntries(Object.keys(parts).map((name) => [name, NO_DIGEST]));
    if (step) all.push(seal(step, { subject, parts: digests }, tail));
  }
  return all.slice(entries.length);
}
