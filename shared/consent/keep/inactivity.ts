import { endOfDay, plus } from '../../calendar';
import { withdrawable, type Requirements } from '../decide/decisions';
import { entriesOf, factsOf, type Actor, type Entry, type Step, type StepFor } from '../entry';
import {
  entryPurpose,
  fold,
  isInForce,
  purposesInForce,
  type PurposeState,
  type RecordState,
  type SubjectState,
} from '../fold';
import { isUnrestricted } from '../permissions';
import { standingOf } from '../standing';
import { stepType } from '../steps';
import { isEndOfConsent } from '../steps/begins-and-ends';

/** `retention.inactivity` of a site. */
export interface InactivityRule {
  /** Ask whether to go on after this long without a sign of life. */
  readonly askAfter: string;
  /** Who does not answer within this time is asked no more, and mailed no more. */
  readonly answerWithin: string;
  /** After that, everything but the address goes at once, and the address this much later. */
  readonly addressAfter: string;
}

/** Which purposes are asked about together, as they go by the same rule. */
export type IsMeant = (purpose: string) => boolean;

const anything: IsMeant = () => true;
const NO_REQUIREMENTS: Requirements = new Map();

/** What names no purpose is about all that there are. */
function isAbout({ purposes }: Entry, isMeant: IsMeant): boolean {
  return purposes.length === 0 || purposes.some(({ id }) => isMeant(id));
}

/** Whether somebody is to be asked, or has not answered in time; undefined where there is nothing to do. */
export type InactivityDue =
  | {
      readonly due: 'question';
      /** The newest record with something in force; the mail is about all that is. */
      readonly record: RecordState;
      readonly purposes: readonly string[];
      readonly lastActive: Date;
      readonly rule: InactivityRule;
    }
  | { readonly due: 'lapse'; readonly step: Step };

/**
 * What inactivity calls for at the moment `now`. For what is restricted that is nothing: such data may be kept, and used for
 * nothing else. Whoever consented anew since is asked about that as everybody is.
 */
export function dueForInactivity(
  entries: readonly Entry[],
  rule: InactivityRule,
  now: Date,
  about: Partial<AskedAbout> = {},
): InactivityDue | undefined {
  const next = nextForInactivity(entries, rule, now, about);
  return next && next.at <= now ? next.due : undefined;
}

/** What inactivity calls for next, and from when on, if nothing is heard of the person until then. */
export function nextForInactivity(
  entries: readonly Entry[],
  rule: InactivityRule,
  now: Date,
  { has: isMeant = anything, requires = NO_REQUIREMENTS }: Partial<AskedAbout> = {},
): { readonly at: Date; readonly due: InactivityDue } | undefined {
  const state = fold(entries, now);
  const standing = standingOf(entries);
  const inForce = [...wanted(state, isMeant).values()].filter((purpose) => isUnrestricted(purpose, standing));
  const recordOf = (named: readonly PurposeState[]): RecordState | undefined =>
    state.findLast(({ purposes }) => purposes.some((purpose) => named.includes(purpose)));
  const record = recordOf(inForce);
  const active = lastHeardOf(entries, state, isMeant);
  if (!record || !active) return undefined;
  const asked = lastAsked(entries, isMeant);
  // What was reported since without a date shows nothing of the person, and was no part of the question.
  const askedAbout = asked ? inForce.filter(({ since }) => since <= asked.toISOString()) : [];
  const unanswered = recordOf(askedAbout);
  // A sign-up that waits is no answer, as anybody can make one. It stays: once confirmed, it begins anew.
  if (asked && unanswered) {
    const falling = withdrawable(state, { purposes: askedAbout.map(({ id }) => id), requires }).filter(isInForce);
    return { at: answerBy(asked, rule), due: { due: 'lapse', step: lapse(unanswered, falling, now) } };
  }
  const lastActive = new Date(active);
  const purposes = inForce.map(({ id }) => id);
  return { at: plus(lastActive, rule.askAfter), due: { due: 'question', record, purposes, lastActive, rule } };
}

/** About which purposes a person is asked, and what falls along with these where they do not answer. */
export interface AskedAbout {
  readonly has: IsMeant;
  readonly requires: Requirements;
}

/** What a person is asked about. A contract goes on for as long as it does, and nobody has to want it. */
export function wanted(state: SubjectState, isMeant: IsMeant = anything): ReadonlyMap<string, PurposeState> {
  return new Map([...purposesInForce(state)].filter(([id, purpose]) => isMeant(id) && isWanted(purpose)));
}

const isWanted = (purpose: PurposeState): boolean => isInForce(purpose) && purpose.legalBasis !== 'contract';

/** Until when the question that was asked at `asked` can be answered. */
export function answerBy(asked: Date, { answerWithin }: InactivityRule): Date {
  return plus(asked, answerWithin);
}

/** By which what is due can be late, as a round of reviews may take more than one run. */
const LAG = 'P7D';

/** The day by which the address is deleted, too, where a question has to be answered by `end` and is not. */
export function addressGone(end: Date, { addressAfter }: InactivityRule): Date {
  return plus(plus(end, addressAfter), LAG);
}

/** Until when the person can still answer whether to go on; undefined where nobody asked, or they showed it since. */
export function openUntil(entries: readonly Entry[], rule: InactivityRule, isMeant?: IsMeant): Date | undefined {
  const asked = lastAsked(entries, isMeant);
  return asked && answerBy(asked, rule);
}

const SYSTEM: Actor = { kind: 'system' };

export function lapse(
  { site, recordId }: RecordState,
  inForce: readonly PurposeState[],
  now: Date,
  facts: StepFor<'ConsentLapsed'>['facts'] = {},
): Step {
  const purposes = inForce.map(entryPurpose);
  return { type: 'ConsentLapsed', site, recordId, at: now.toISOString(), actor: SYSTEM, purposes, facts };
}

/**
 * When the person last did something that shows that they want to go on; undefined where they never did. `signOfLife` of a
 * step says what does: the person's own press on a page that a mail to them led to, or what a source reports that the person
 * did and when. A sign-up, a mail of ours, and a report that only says that somebody is on a list are none, however often.
 */
export function lastActive(entries: readonly Entry[], isMeant: IsMeant = anything): string | undefined {
  return entries
    .filter((entry) => isAbout(entry, isMeant))
    .map((entry) => stepType(entry).signOfLife(entry))
    .reduce(laterOf, undefined);
}

/**
 * The moment from which on a person is silent: their last sign of life; where there was none, when what is in force was first reported.
 * So somebody reported without a date is asked one day, and to report them again puts that off no more.
 */
export function lastHeardOf(
  entries: readonly Entry[],
  state: SubjectState,
  isMeant: IsMeant = anything,
): string | undefined {
  const isReported = ({ isFromElsewhere, purposes }: RecordState): boolean =>
    isFromElsewhere === true && purposes.some((purpose) => isMeant(purpose.id) && isWanted(purpose));
  return lastActive(entries, isMeant) ?? state.find(isReported)?.requestedAt;
}

function laterOf(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

/** When the person was asked, unless there was a sign of life since. */
function lastAsked(entries: readonly Entry[], isMeant: IsMeant = anything): Date | undefined {
  const question = entries.findLastIndex(
    (entry) => entry.type === 'MailSent' && entry.facts.mail === 'still-interested' && isAbout(entry, isMeant),
  );
  const asked = entries[question];
  if (!asked) return undefined;
  const since = entries.slice(question + 1);
  const active = lastActive(since, isMeant);
  // What is reported late may have happened before the question was sent.
  return active !== undefined && active >= asked.at ? undefined : new Date(asked.at);
}

/**
 * Record -> when the question whether to go on ended in no for it: by an answer, or as there was none in time. Not for what
 * had ended before the question or for another reason, and not for what whoever signs up again begins.
 */
export function endedByInactivity(entries: readonly Entry[], isMeant: IsMeant = anything): ReadonlyMap<string, Date> {
  const ended = new Map<string, Date>();
  for (const [n, entry] of entries.entries()) {
    const { at } = entry;
    const isAnswer = isEndOfConsent(entry) && factsOf(entry).because === undefined && isAbout(entry, isMeant);
    const asked = isAnswer ? lastAsked(entries.slice(0, n), isMeant) : undefined;
    if (!asked) continue;
    const state = fold(entries.slice(0, n + 1), new Date(at));
    // Who does not answer says no to all that they were asked about; an answer may be about some of it.
    if (entry.type !== 'ConsentLapsed' && wanted(state, isMeant).size > 0) continue;
    const hasFallen = (purpose: PurposeState): boolean =>
      isMeant(purpose.id) && !isInForce(purpose) && purpose.since >= asked.toISOString();
    const fell = state.filter(({ confirmedAt, purposes }) => confirmedAt !== undefined && purposes.some(hasFallen));
    const no = saidBetween(entry, asked);
    for (const { recordId } of fell) ended.set(recordId, ended.get(recordId) ?? no);
  }
  return ended;
}

/** When a person's word arrived, as far as a step says so: not before a moment, and not after it was written down. */
function saidBetween(entry: Entry, earliest: Date): Date {
  const { receivedOn, saidAt } = factsOf(entry);
  const written = new Date(entry.at);
  const said = receivedOn !== undefined ? endOfDay(receivedOn) : new Date(saidAt ?? entry.at);
  return said > written ? written : said < earliest ? earliest : said;
}

export interface Activity {
  readonly actor: Actor;
  /** Whether the person used what they signed up for, or we mailed them, which is no sign of life but can be where a duty begins. */
  readonly what: 'used' | 'mailed';
  /** When it was; the moment of the report where that is not known. */
  readonly at?: Date;
  /** The purposes it was about; none for all. */
  readonly purposes?: readonly string[];
}

/** Durations here are in months and years, so that a report a day is plenty. */
const OFTEN_ENOUGH = 'P1D';

/**
 * A sign of life, or a mail of ours. Undefined where nothing is in force that it can be about, or was when it was sent,
 * or where it says nothing new: a report per opened mail would bury the history.
 */
export function reportActivity(entries: readonly Entry[], activity: Activity, now: Date): Step | undefined {
  const { actor, what, purposes: about = [] } = activity;
  const isMeant = ({ id, ...other }: PurposeState): boolean =>
    isInForce(other) && (about.length === 0 || about.includes(id));
  const at = activity.at ?? now;
  // A mail may be reported late; what counts is whether it could rest on something when it was sent.
  const then =
    what === 'mailed'
      ? fold(
          entries.filter((entry) => new Date(entry.at) <= at),
          at,
        )
      : [];
  const state = [...then, ...fold(entries, now)];
  const record = state.findLast(({ purposes }) => purposes.some(isMeant));
  const purposes = [...purposesInForce(state).values()].filter(isMeant).map(entryPurpose);
  const isNews = purposes.some(({ id }) => isLater(at, knownOf(entries, what, id)));
  if (!record || !isNews) return undefined;
  const when = what === 'mailed' ? { mailedAt: at.toISOString() } : activity.at && { activeAt: at.toISOString() };
  return {
    type: 'ActivityReported',
    site: record.site,
    // A record's end is its entries' end: so this is there for as long as it counts.
    recordId: record.recordId,
    at: now.toISOString(),
    actor,
    purposes,
    facts: { ...when, ...(actor.kind === 'subject' && { via: 'page' as const }) },
  };
}

/** When that is known to have been last. */
function knownOf(entries: readonly Entry[], what: Activity['what'], purpose: string): string | undefined {
  const isMeant = (id: string): boolean => id === purpose;
  if (what === 'used') return lastActive(entries, isMeant);
  const about = entriesOf('ActivityReported', entries).filter((entry) => isAbout(entry, isMeant));
  return about.map(({ facts }) => facts.mailedAt).reduce(laterOf, undefined);
}

function isLater(at: Date, known: string | undefined): boolean {
  return known === undefined || at >= plus(new Date(known), OFTEN_ENOUGH);
}
