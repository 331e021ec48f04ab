import type { Digest, RecordId } from '../../ids';
import type { Language, LegalBasis } from '../../policy/schema';
import type { Actor, Entry, EntryPurpose, Facts, Source, Step } from '../entry';
import type { SubjectState } from '../fold';
import { notUnderstood } from '../not-understood';
import { NotRecordable, type Obstacle } from '../errors';
import type { AnyEntry } from '../read-entry';
import { isFromElsewhere, saidWhen } from '../elsewhere';
import { standingOf } from '../standing';
import { stepType, type EntryType } from '../steps';

/** A consent that was given elsewhere, a legitimate interest, or a contract. */
export interface Recording {
  readonly site: string;
  /** Derived from what the source calls it, so that reported twice it is one. */
  readonly recordId: RecordId;
  readonly actor: Actor;
  /** The digest of the address that it is about. */
  readonly address: Digest;
  readonly language: Language;
  readonly legalBasis: LegalBasis;
  readonly purposes: readonly EntryPurpose[];
  readonly source?: Source | undefined;
  /** ISO 8601; undefined where the source does not know. */
  readonly givenAt?: string | undefined;
  /** ISO 8601: the last moment of what the source knows no closer, of which `givenAt` is the first. */
  readonly givenUntil?: string | undefined;
  /** ISO 8601; when they had signed up for what they confirmed then. */
  readonly signedUpAt?: string | undefined;
  /** ISO 8601; as `givenUntil`. */
  readonly signedUpUntil?: string | undefined;
  readonly proof: NonNullable<Facts['proof']>;
}

/**
 * What a source reports, unless it was recorded before: then undefined.
 *
 * @throws {NotRecordable} where the person's own later word stands against it
 */
export function recordFromElsewhere(
  state: SubjectState,
  entries: readonly Entry[],
  recording: Recording,
  now: Date,
  all: readonly AnyEntry[] = entries,
): Step | undefined {
  const { recordId: wanted } = recording;
  if (state.some(({ recordId }) => recordId === wanted) || notUnderstood(all).records.has(wanted)) return undefined;
  const obstacle = obstacleTo(entries, recording);
  if (obstacle) throw new NotRecordable(obstacle);
  const { legalBasis, address, source, givenAt, givenUntil, signedUpAt, signedUpUntil, proof, ...said } = recording;
  const times = {
    ...(signedUpAt !== undefined && { signedUpAt }),
    ...(signedUpUntil !== undefined && { signedUpUntil }),
    ...(givenAt !== undefined && { givenAt }),
    ...(givenUntil !== undefined && { givenUntil }),
  };
  const known: Facts = { address, ...(source && { source }), ...times, proof };
  const isInterest = legalBasis === 'legitimate-interest';
  const facts: Facts = { ...known, ...(isInterest && { justification: 'existing-customer' }) };
  return { type: TYPES[legalBasis], at: now.toISOString(), ...said, facts };
}

const TYPES = {
  consent: 'ConsentRecorded',
  'legitimate-interest': 'LegitimateInterestRecorded',
  contract: 'ContractRecorded',
} as const satisfies Readonly<Record<LegalBasis, EntryType>>;

/** Before any moment, as text. */
const BEFORE_ALL = '';

/**
 * What others report never overrides what a person said here. An objection stands until the person signs up again;
 * whatever ended a consent counts if it is later than what is reported, or if nobody knows when that was. Legitimate
 * interest is no word of the person's at all, so whatever ended it counts for ever. Who makes a contract wants its mails;
 * only lists of contracts from elsewhere do not bring back who asked for that not to be.
 */
function obstacleTo(entries: readonly Entry[], recording: Recording): Obstacle | undefined {
  const { purposes, legalBasis, source, givenAt } = recording;
  const { isSuppressed, restrictedSince, objections, weighed } = standingOf(entries);
  const isContract = legalBasis === 'contract';
  if (isSuppressed && (source === 'import' || !isContract)) return 'suppressed';
  if (isContract) return undefined;
  if (restrictedSince !== undefined || purposes.some(({ id }) => weighed.has(id))) return 'restricted';
  if (purposes.some(({ id }) => objections.has(id))) return 'objected';
  // Without a date it is older than anything that was said here.
  const since = legalBasis === 'consent' && givenAt !== undefined ? givenAt : BEFORE_ALL;
  const later = entries.filter((entry) => stands(entry, source, since));
  return later.map((entry) => concernedObstacle(entry, purposes)).findLast((found) => found !== undefined);
}

/**
 * Whether a step counts against what is said to have been given since. A list that is imported brings nobody back who left here,
 * whatever dates it has; what others reported counts by the time that they gave for it.
 */
function stands(entry: Entry, source: Recording['source'], since: string): boolean {
  if (isFromElsewhere(entry)) return saidWhen(entry) > since;
  return source === 'import' || entry.at > since;
}

/** What a step puts in the way: where it names purposes, of those alone. */
function concernedObstacle(entry: Entry, purposes: readonly EntryPurpose[]): Obstacle | undefined {
  const isMeant = entry.purposes.length === 0 || entry.purposes.some(({ id }) => purposes.some((one) => one.id === id));
  return isMeant ? stepType(entry).obstacle : undefined;
}
