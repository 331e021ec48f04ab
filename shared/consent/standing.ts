import type { Language } from '../policy/schema';
import type { Entry } from './entry';

/** Something that is kept past its end, as a dispute needs it. */
export interface Hold {
  /** The operator's name for the dispute. */
  readonly case: string;
  readonly since: string;
  /** ISO 8601 date. */
  readonly reviewBy: string;
}

/** Something that the person wrote and that somebody has to read. */
export interface OpenCase {
  readonly id: string;
  readonly since: string;
}

/** What holds for a person as a whole, whatever their records say. */
export interface Standing {
  readonly holds: readonly Hold[];
  /** Since when the data may be kept and used for nothing else (Art. 18 GDPR); undefined where that is not so. */
  readonly restrictedSince: string | undefined;
  /** The last erasure: parts of earlier entries are gone. */
  readonly erased: { readonly seq: number; readonly at: string } | undefined;
  /** The purposes that the person objected to, in whatever record, now or later. */
  readonly objections: ReadonlySet<string>;
  /** Not to be brought back by an import. */
  readonly isSuppressed: boolean;
  /** Since when mail to the address comes back for good; undefined where it does not, or the person confirmed since. */
  readonly undeliverableSince: string | undefined;
  /** The language that the person chose, whatever the forms were in. */
  readonly language: Language | undefined;
  readonly cases: readonly OpenCase[];
}

const CLEAR: Standing = {
  holds: [],
  restrictedSince: undefined,
  erased: undefined,
  objections: new Set(),
  isSuppressed: false,
  undeliverableSince: undefined,
  language: undefined,
  cases: [],
};

/** Whether anything was ever noted of the person besides that somebody looked. */
export function isKnown(entries: readonly Entry[]): boolean {
  return entries.some(({ type }) => type !== 'EvidenceDisclosed' && type !== 'AccessGiven');
}

/**
 * The entries whose parts an erasure ended: those before it, and what was added since to records that began before it, such as
 * a mail that was on its way. Their parts are gone for every reader from that moment, whether or not they were deleted yet.
 */
export function erasedEntries(entries: readonly Entry[]): readonly Entry[] {
  const seq = standingOf(entries).erased?.seq ?? -1;
  const before = new Set(entries.filter((entry) => entry.seq < seq).map(({ recordId }) => recordId));
  return entries.filter((entry) => entry.seq < seq || (entry.recordId !== undefined && before.has(entry.recordId)));
}

export function standingOf(entries: readonly Entry[]): Standing {
  return entries.reduce(apply, CLEAR);
}

function apply(standing: Standing, entry: Entry): Standing {
  const { type, at, seq, facts, purposes } = entry;
  switch (type) {
    case 'ProcessingRestricted':
      return { ...standing, restrictedSince: at };
    case 'RestrictionLifted':
      return { ...standing, restrictedSince: undefined };
    case 'HoldPlaced':
      return { ...standing, holds: [...without(standing.holds, facts.case), hold(entry)] };
    case 'HoldLifted':
      return { ...standing, holds: without(standing.holds, facts.case) };
    case 'DataErased':
      return { ...standing, erased: { seq, at }, isSuppressed: standing.isSuppressed || facts.suppress === true };
    case 'ObjectionRecorded':
      return { ...standing, objections: new Set([...standing.objections, ...purposes.map(({ id }) => id)]) };
    case 'ConsentGiven':
    case 'RenewedConsentGiven': {
      // Who consents in a double opt-in after an objection has changed their mind, and after an erasure come back.
      const given = new Set(purposes.map(({ id }) => id));
      const objections = new Set([...standing.objections].filter((id) => !given.has(id)));
      return { ...standing, objections, isSuppressed: false, undeliverableSince: undefined };
    }
    case 'MailBounced':
      return facts.bounce === 'permanent' ? { ...standing, undeliverableSince: at } : standing;
    case 'LanguageChosen':
      return { ...standing, language: entry.language };
    case 'MailReceived':
      return facts.case === undefined
        ? standing
        : { ...standing, cases: [...standing.cases, { id: facts.case, since: at }] };
    case 'CaseClosed':
      return { ...standing, cases: standing.cases.filter(({ id }) => id !== facts.case) };
    case 'ConsentRequested':
    case 'ConsentRecorded':
    case 'LegitimateInterestRecorded':
    case 'ConsentWithdrawn':
    case 'ConsentLapsed':
    case 'MailSent':
    case 'ActivityReported':
    case 'IdentityRectified':
    case 'EvidenceDisclosed':
    case 'AccessGiven':
    case 'ContractRecorded':
    case 'ContractEnded':
    case 'ProcessorInformed':
    case 'DeletionConfirmed':
      return standing;
  }
}

function hold({ at, facts }: Entry): Hold {
  return { case: facts.case ?? '', since: at, reviewBy: facts.reviewBy ?? '' };
}

function without(holds: readonly Hold[], name: string | undefined): readonly Hold[] {
  return holds.filter((other) => other.case !== name);
}
