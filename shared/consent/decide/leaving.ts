import { withFacts, type Actor, type Entry, type Facts, type Step } from '../entry';
import { NothingToWithdraw } from '../errors';
import { isInForce } from '../fold';
import { withdraw, type Leavable, type Requirements } from './decisions';

/** What a processor reported of a person, as far as the ledger tells of it. Whoever reports can only take away. */
export interface Reported {
  readonly site: string;
  readonly processor: string;
  readonly reportedBy: NonNullable<Facts['reportedBy']>;
  readonly actor: Actor;
  /** When it happened there; undefined where the processor does not say: then it counts as of now. */
  readonly at?: Date | undefined;
  /** Whether it may be our own doing there, known by having the time of one of the person's steps. */
  readonly mayBeOurs?: boolean | undefined;
}

/** The person left there, or complained of a mail of the processor's. */
export interface Leaving extends Reported {
  readonly kind: 'unsubscribed' | 'complaint';
  /** Of the processor's, those that it is about. */
  readonly purposes: readonly string[];
}

/** What the step says of itself that a report brings about. */
export function reportFacts({ processor, reportedBy, at }: Reported): Facts {
  return { processor, reportedBy, ...(at && { saidAt: at.toISOString() }) };
}

/** Most tools count in seconds. */
const SECOND_MS = 1000;

/**
 * What leaving at a processor ends: the purposes that it is about, as they stood when the person left. So what they gave since is
 * untouched, however late or often it is reported; and so is what waits for their own press. Undefined where nothing is to be ended.
 *
 * @param state what there is to leave
 */
export function leftThere(
  entries: readonly Entry[],
  leaving: Leaving,
  requires: Requirements,
  now: Date,
  state: readonly Leavable[],
): Step | undefined {
  if (state.length === 0 || state.some(({ site }) => site !== leaving.site) || isOurs(entries, leaving))
    return undefined;
  const until = Math.min(leaving.at?.getTime() ?? Infinity, now.getTime()) + SECOND_MS;
  const isMeant = (id: string, since: string): boolean => leaving.purposes.includes(id) && Date.parse(since) < until;
  const stands = state.map((record) => ({ ...record, purposes: record.purposes.filter(isInForce) }));
  const purposes = stands.flatMap((record) =>
    record.purposes.filter(({ id, since }) => isMeant(id, since)).map(({ id }) => id),
  );
  const given = stands.flatMap((record) => record.purposes).filter(({ id, since }) => !isMeant(id, since));
  const meant = purposes.filter((id) => !given.some((purpose) => purpose.id === id));
  if (meant.length === 0) return undefined;
  const via = leaving.kind === 'complaint' ? 'complaint' : 'elsewhere';
  try {
    const step = withdraw(stands, { purposes: meant, requires, via }, now);
    return withFacts({ ...step, actor: leaving.actor }, reportFacts(leaving));
  } catch (error) {
    if (error instanceof NothingToWithdraw) return undefined;
    throw error;
  }
}

const secondOf = (at: number): number => Math.floor(at / SECOND_MS);

export function isOurs(entries: readonly Entry[], { at, mayBeOurs = false }: Reported): boolean {
  return (
    mayBeOurs && at !== undefined && entries.some((entry) => secondOf(Date.parse(entry.at)) === secondOf(at.getTime()))
  );
}
