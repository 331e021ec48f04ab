import type { Entry, Step } from '../consent/entry';
import { EMPTY, seal } from '../ledger/chain';
import type { Parts } from '../ledger/part';
import { takeStep, type StepRequest } from './take-step';
import type { Deps } from './deps';

/** One of the steps that an operator's order comes to. */
export interface Move {
  /** The step, given all that is still there; undefined where nothing is left to do. */
  readonly decide: (entries: readonly Entry[]) => Step | undefined;
  readonly parts: Parts;
  readonly alongside?: () => Promise<unknown>;
}

/**
 * Takes one step after the other. Each follows from the state alone, so whoever was interrupted sends the order again, and
 * only what is missing is done.
 */
export async function takeSteps(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  moves: readonly Move[],
  { subject, now, partsEnd }: Pick<StepRequest, 'subject' | 'now'> & { readonly partsEnd: Date },
): Promise<Entry[]> {
  const taken: Entry[] = [];
  for (const { decide, ...move } of moves) {
    const entry = await takeStep(deps, { ...move, subject, now, partsEnd, decide: (_, entries) => decide(entries) });
    if (entry) taken.push(entry);
  }
  return taken;
}

/** What {@link takeSteps} would add to these entries; nothing is written. */
export function imagineSteps(moves: readonly Move[], subject: string, entries: readonly Entry[]): Entry[] {
  const all = [...entries];
  for (const { decide, parts } of moves) {
    const step = decide(all);
    const digests = Object.fromEntries(Object.keys(parts).map((name) => [name, '']));
    if (step) all.push(seal(step, { subject, parts: digests }, all.at(-1) ?? EMPTY));
  }
  return all.slice(entries.length);
}
