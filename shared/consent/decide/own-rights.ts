import type { MailLimits } from './decisions';
import { entriesOf, factsOf, type Entry, type EntryFor, type Facts, type Step } from '../entry';
import { standingOf } from '../standing';
import type { OwnRight } from '../steps/right-requested';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long the link works that the mail to the person brings. */
const LINK_MS = DAY_MS;

export type RightRequest = EntryFor<'RightRequested'>;

export interface Asking {
  readonly site: string;
  readonly right: OwnRight;
  /** New and random. */
  readonly request: string;
  readonly facts: Pick<Facts, 'fetchedAt' | 'fetchedBy'>;
}

/**
 * Somebody who holds a link of the person's asks. Each request sends one mail to the person, so this is where a flood of them ends:
 * undefined means that nothing is to be written or sent, and whoever asks may not notice the difference.
 */
export function requestRight(
  entries: readonly Entry[],
  { site, right, request, facts }: Asking,
  limits: MailLimits,
  now: Date,
): Step | undefined {
  const isLately = ({ at }: Entry, ms: number): boolean => now.getTime() - Date.parse(at) < ms;
  const asked = entriesOf('RightRequested', entries);
  // Who mistyped another address has to be able to say so at once.
  const isRepeated =
    right !== 'move' && asked.some((one) => one.facts.right === right && isLately(one, limits.pauseMs));
  // Each right has a mail of its own a day: a forwarded link must not use up one by asking for another.
  const today = asked.filter((one) => isLately(one, DAY_MS));
  const isUsedUp = today.length >= limits.mailsPerDay && today.some(({ facts: { right: other } }) => other === right);
  if (isRepeated || isUsedUp) return undefined;
  const confirmBy = new Date(now.getTime() + LINK_MS).toISOString();
  const said = { site, at: now.toISOString(), actor: { kind: 'subject' }, purposes: [] } as const;
  return { type: 'RightRequested', ...said, facts: { ...facts, right, request, confirmBy } };
}

/** What a request is good for: still to be confirmed; carried out; or over, by time or as the person was erased since. */
export type RequestState = 'open' | 'done' | 'over';

export function requestState(entries: readonly Entry[], request: RightRequest, now: Date): RequestState {
  const { facts } = request;
  const names = (entry: Entry): boolean => factsOf(entry).request === facts.request;
  const isDone = entries.some((entry) => names(entry) && !['RightRequested', 'MailSent'].includes(entry.type));
  if (isDone) return 'done';
  return isErasedSince(entries, request) || now.toISOString() >= facts.confirmBy ? 'over' : 'open';
}

/** What began after it is no part of what was asked for before. */
export function isErasedSince(entries: readonly Entry[], { seq }: RightRequest): boolean {
  return (standingOf(entries).erased?.seq ?? -1) > seq;
}

export function findRequest(entries: readonly Entry[], id: string): RightRequest | undefined {
  return entriesOf('RightRequested', entries).find(({ facts }) => facts.request === id);
}

/** Whether the person has yet to be asked about it. */
export function isToMail(entries: readonly Entry[], request: RightRequest, now: Date): boolean {
  const isMailed = entriesOf('MailSent', entries).some(({ facts }) => facts.request === request.facts.request);
  return !isMailed && requestState(entries, request, now) === 'open';
}
