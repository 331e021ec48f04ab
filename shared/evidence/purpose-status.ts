import { entriesOf, factsOf, type Entry, type Facts } from '../consent/entry';
import { isInForce, type ConsentStatus, type PurposeState, type RecordState } from '../consent/fold';
import { mayMail } from '../consent/permissions';
import type { Standing } from '../consent/standing';
import type { EntryType } from '../consent/steps';
import { isBeginning, isConfirmation, isEnding } from '../consent/steps/begins-and-ends';
import { said } from './said';
import { wordFor } from './word-for';
import type { Language } from '../words/languages';
import { statusesIn } from '../words/statuses';
import { stepFactsIn } from '../words/step-facts';
import { daysOf, fullDate, fullDay } from '../words/times';

/** What is known of a person when somebody says how they stand. */
export interface Known {
  readonly entries: readonly Entry[];
  readonly standing: Standing;
  /** The moment at which it is so. */
  readonly at: string;
}

export interface PurposeStatus {
  /** In words that claim what is recorded, and nothing of what follows from it in law. */
  readonly text: string;
  /** Whether the person pressed a button for it, by a mail to their address, and may be mailed for it now. */
  readonly isGood: boolean;
}

/** How a purpose of a record stands: the one rule that all documents go by. */
export function purposeStatus(
  known: Known,
  record: RecordState,
  purpose: PurposeState,
  language: Language,
): PurposeStatus {
  const beginning = known.entries.find((entry) => entry.recordId === record.recordId && isBeginning(entry));
  const isOwnWord = record.confirmedAt !== undefined && !record.isFromElsewhere && purpose.legalBasis === 'consent';
  const text = isInForce(purpose)
    ? said([since(purpose, beginning, language), ...limits(known, purpose, language)])
    : said([ended(known, record, purpose, language), objection(known, purpose, language)]);
  return { text: text.join('; '), isGood: isOwnWord && mayMail(purpose, known.standing) };
}

function since({ status, since, legalBasis }: PurposeState, beginning: Entry | undefined, language: Language): string {
  const words = statusesIn(language);
  const day = fullDay(since, language);
  if (status === 'RenewedConsentGiven') return words.renewed(day);
  if (status === 'LegitimateInterestRecorded') return words.interest(day);
  if (status === 'ContractRecorded') return words.contract(day);
  if (beginning?.type === 'ConsentRecorded') {
    const { givenAt, givenUntil } = beginning.facts;
    if (givenAt === undefined) return words.elsewhereUndated(day);
    return words.elsewhere(daysOf(givenAt, givenUntil ?? givenAt, language), day);
  }
  return legalBasis === 'consent' ? words.given(day) : words.givenOtherwise(day);
}

/** What stands against mail all the same, or that nothing is recorded that would. */
function limits(known: Known, purpose: PurposeState, language: Language): (string | undefined)[] {
  const words = statusesIn(language);
  const { restrictedSince, undeliverableSince, weighed } = known.standing;
  const weighedSince = weighed.get(purpose.id);
  if (purpose.legalBasis === 'contract') return [];
  const onlyRestricted = { restrictedSince, objections: new Set<string>(), undeliverableSince: undefined };
  const isRestricted = !mayMail(purpose, { ...onlyRestricted, weighed: new Map() });
  const isWeighed = !mayMail(purpose, { ...onlyRestricted, restrictedSince: undefined, weighed });
  const objected = objection(known, purpose, language);
  return [
    objected ?? none(known, purpose)?.(fullDay(known.at, language)),
    refusal(known, purpose, language),
    isRestricted && restrictedSince !== undefined ? words.restricted(fullDay(restrictedSince, language)) : undefined,
    isWeighed && weighedSince !== undefined ? words.weighed(fullDay(weighedSince, language)) : undefined,
    undeliverableSince === undefined ? undefined : words.undeliverable(fullDay(undeliverableSince, language)),
  ];

  /** The words for that nobody said "no"; where an objection was raised, whatever became of it, somebody did. */
  function none({ entries }: Known, { id, status }: PurposeState): ((day: string) => string) | undefined {
    if (status !== 'LegitimateInterestRecorded') return words.noWithdrawal;
    const isRaised = entriesOf('ObjectionRaised', entries).some(({ purposes }) =>
      purposes.some((one) => one.id === id),
    );
    return isRaised ? undefined : words.noObjection;
  }
}

/** That an objection was weighed and refused. */
function refusal({ entries }: Known, { id }: PurposeState, language: Language): string | undefined {
  const step = entriesOf('ObjectionDecided', entries).findLast(({ purposes }) => purposes.some((one) => one.id === id));
  if (step?.facts.decision !== 'refused') return undefined;
  return statusesIn(language).objectionRefused(fullDay(step.at, language));
}

/** An objection that stands, besides what the status says. */
function objection({ entries, standing }: Known, { id, since }: PurposeState, language: Language): string | undefined {
  const step = standing.objections.has(id)
    ? entriesOf('ObjectionRecorded', entries).findLast(({ purposes }) => purposes.some((named) => named.id === id))
    : undefined;
  return step && step.at !== since ? endingText(step, language) : undefined;
}

function ended(known: Known, record: RecordState, purpose: PurposeState, language: Language): string {
  const words = statusesIn(language);
  const day = fullDay(purpose.since, language);
  const ending = endingOf(known.entries, purpose);
  if (ending) {
    const wasAsked = record.isFromElsewhere === true || wasGiven(known.entries, record, purpose);
    const text = endingText(ending, language, purpose.status);
    return wasAsked ? text : words.neverConfirmed(text);
  }
  if (purpose.status === 'ConsentRequested') return words.requested(day, fullDay(known.at, language));
  // What time alone ends is over by then, also where no entry says so yet.
  return record.confirmedAt !== undefined && wasGiven(known.entries, record, purpose)
    ? words.byRule(day)
    : words.expired(day);
}

/** The step that ended a purpose, if one did. */
export function endingOf(entries: readonly Entry[], { id, since }: Pick<PurposeState, 'id' | 'since'>) {
  return entries
    .filter(isEnding)
    .findLast(({ at, purposes }) => at === since && purposes.some((named) => named.id === id));
}

/**
 * How a purpose ended: when it was told and by which way, and when it was carried out.
 *
 * @param status of the purpose; undefined where it is about the step alone. A withdrawal also ends what nobody had confirmed
 */
export function endingText(
  step: NonNullable<ReturnType<typeof endingOf>>,
  language: Language,
  status?: ConsentStatus,
): string {
  const words = statusesIn(language);
  const { via, receivedOn, saidAt, saidFrom, endedOn, because, movedTo } = factsOf(step);
  const day = fullDay(step.at, language);
  switch (step.type) {
    case 'ContractEnded':
      return endedOn === undefined ? words.contractEndRecorded(day) : words.contractEnded(fullDate(endedOn, language));
    case 'ConsentLapsed':
      return because === 'ends-on' && endedOn !== undefined
        ? words.lastDay(fullDate(endedOn, language))
        : lapsedText(because, day, language);
    case 'ConsentWithdrawn':
    case 'ConsentRefused':
    case 'ObjectionRecorded': {
      if (movedTo !== undefined) return words.moved(day);
      const told = toldIn(words, step.type, status);
      const way = wayOf(via, language);
      if (saidAt !== undefined) return told.received(daysOf(saidFrom ?? saidAt, saidAt, language), way, day);
      if (via === 'elsewhere') return told.undated(way, day);
      return receivedOn === undefined ? told.on(day, way) : told.received(fullDate(receivedOn, language), way, day);
    }
  }
}

/** That others reported a "no" to something that was never asked for here. */
export function notedText(step: NonNullable<ReturnType<typeof endingOf>>, language: Language): string {
  const { noted } = statusesIn(language);
  const { via, saidAt, saidFrom } = factsOf(step);
  const day = fullDay(step.at, language);
  const way = wayOf(via, language);
  const kind = step.type === 'ObjectionRecorded' ? 'objected' : 'withdrawn';
  return saidAt === undefined
    ? noted[`${kind}Undated`](way, day)
    : noted[kind](daysOf(saidFrom ?? saidAt, saidAt, language), way, day);
}

const wayOf = (via: Facts['via'], language: Language): string =>
  via === undefined ? '' : ` (${wordFor(stepFactsIn(language).vias, via)})`;

function toldIn(words: ReturnType<typeof statusesIn>, type: EntryType, status: ConsentStatus | undefined) {
  if (type === 'ObjectionRecorded') return words.objected;
  return type === 'ConsentRefused' || status === 'ConsentRefused' ? words.refused : words.withdrawn;
}

function lapsedText(because: Facts['because'], day: string, language: Language): string {
  const words = statusesIn(language);
  switch (because) {
    case undefined:
      return words.lapsed(day);
    case 'registration-maximum':
      return words.atMaximum(day);
    case 'nothing-to-measure':
      return words.nothingToMeasure(day);
    case 'review':
      return words.atReview(day);
    case 'ends-on':
    default:
      return words.byRule(day);
  }
}

/** Whether a step gave the purpose; what was asked for and not given along with the rest of its record never was. */
function wasGiven(entries: readonly Entry[], { recordId }: RecordState, { id }: PurposeState): boolean {
  return entries.some(
    (entry) => entry.recordId === recordId && isConfirmation(entry) && entry.purposes.some((named) => named.id === id),
  );
}
