import { digestOf } from '../ids';
import type { Entry } from '../consent/entry';
import type { Decision } from '../consent/decide/operator-decisions';
import { EMPTY, momentAfter, seal } from '../ledger/chain';
import type { Parts } from '../ledger/part';
import { takeStep, type StepRequest } from './take-step';
import type { History } from '../ledger/ledger';
import type { Deps } from './deps';

/** One of the steps that an operator's order comes to. */
export interface OrderedStep {
  readonly decide: Decision;
  readonly parts: Parts;
  readonly alongside?: () => Promise<unknown>;
}

/**
 * Takes one step after the other. Each follows from the state alone, so whoever was interrupted sends the order again, and
 * only what is missing is done.
 */
export async function takeSteps(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  steps: readonly OrderedStep[],
  { subject, now, partsEnd }: Pick<StepRequest, 'subject' | 'now'> & { readonly partsEnd: Date },
): Promise<Entry[]> {
  const taken: Entry[] = [];
  for (const { decide, ...step } of steps) {
    const request = { ...step, subject, now, partsEnd };
    const { entry } = await takeStep(deps, { ...request, decide: (_, ...seen) => decide(...seen) });
    if (entry) taken.push(entry);
  }
  return taken;
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
