import type { RecordId } from '../ids';
import type { Processor } from '../policy/schema';
import { plus } from '../calendar';
import { isOfOne } from './read-entry';
import { entriesOf, type Entry, type EntryFor } from './entry';
import { BEGINNING, byWeight, fold, isInForce, standBy, wasInForce, type PurposeState, type RecordState } from './fold';
import { languageFor } from './decide/language';
import { identitiesOf, type IdentityName } from './identity';
import { mayMail } from './permissions';
import { standingOf } from './standing';
import { type EntryType } from './steps';
import { isConfirmation, isEnding, isEndOfConsent } from './steps/begins-and-ends';

export type { Processor };

/** What a processor has to know about a person; nothing of it names them. */
export interface Knowledge {
  /** Its purposes that the person ever agreed to, or that were ever relied on. */
  readonly purposes: readonly KnownPurpose[];
  /** The record that it goes by. */
  readonly recordId: RecordId;
  /** The parts that say who the person is; empty, as the language, once nothing is in force. */
  readonly identities: readonly IdentityName[];
  readonly language: string;
}

export interface KnownPurpose {
  readonly id: string;
  readonly isInForce: boolean;
  /** In force, and nothing stands against it. */
  readonly isAllowed: boolean;
  readonly since: string;
}

/** What has to be told, and up to which step that is. */
export interface Owed {
  readonly knowledge: Knowledge;
  /** What it was told last; undefined where that was nothing. */
  readonly before: Knowledge | undefined;
  readonly upTo: number;
}

/**
 * For so long the address is kept that a processor has to be told. Two weeks in which nobody is told lose nothing that way, and two
 * days are left to tell everybody.
 */
export const PATIENCE = 'P16D';

/** Those that are told by us; the others look after it themselves. */
export function isConnected({ connection }: Processor): boolean {
  return connection !== undefined;
}

/** The consents without which a processor in a third country gets nothing of a person (Art. 49(1)(a) GDPR). */
export function consentsToTransfer({ transfers }: Processor): string[] {
  return transfers.flatMap((transfer) => (transfer.safeguard === 'express-consent' ? [transfer.purpose] : []));
}

/**
 * Whether a processor may ever have got something of the person: what it was told may be deleted there, and what was never consented
 * to is not even asked to be.
 */
export function mayHaveReached(entries: readonly Entry[], processor: Processor): boolean {
  const gave = (id: string): boolean =>
    entries.some((entry) => gives(entry) && entry.purposes.some((one) => one.id === id));
  return consentsToTransfer(processor).every(gave) || informedUpTo(entries, processor) >= 0;
}

const gives = (entry: Entry): boolean => isConfirmation(entry) || entry.type === 'ConsentRecorded';

/** What a processor has not heard yet of a person; undefined where it knows all that concerns it. */
export function owed(
  entries: readonly Entry[],
  processor: Processor,
  unseen?: ReadonlySet<RecordId>,
): Owed | undefined {
  const last = entries.at(-1);
  const informed = informedUpTo(entries, processor);
  const now = knowledgeOf(entries, processor, unseen);
  const before = knowledgeOf(
    entries.filter(({ seq }) => seq <= informed),
    processor,
    unseen,
  );
  if (!last || !now || JSON.stringify(now) === JSON.stringify(before)) return undefined;
  return { knowledge: now, before, upTo: last.seq };
}

/** The last step that a processor heard of; -1 for none. */
export function informedUpTo(entries: readonly Entry[], { id }: Processor): number {
  return reportedUpTo(entries, 'ProcessorInformed', id);
}

type Report = Extract<EntryType, 'ProcessorInformed' | 'DeletionConfirmed'>;

/** Up to which step of the person there is such a report about a processor; -1 for none. */
export function reportedUpTo(entries: readonly Entry[], type: Report, processor: string): number {
  return Math.max(-1, ...reports(entries, type, processor).map(({ facts }) => facts.upTo));
}

function reports(entries: readonly Entry[], type: Report, processor: string): EntryFor<Report>[] {
  return entriesOf(type, entries).filter(({ facts }) => facts.processor === processor);
}

/**
 * Undefined where nothing of the person ever concerned the processor.
 *
 * @param unseen records that this version does not understand: of those it knows what ended, and nothing else
 */
export function knowledgeOf(
  entries: readonly Entry[],
  processor: Processor,
  unseen: ReadonlySet<RecordId> = new Set(),
): Knowledge | undefined {
  if (!mayHaveReached(entries, processor)) return undefined;
  // What waits for its confirmation concerns nobody yet, so it does not matter when that comes too late.
  const records = fold(entries, BEGINNING)
    .filter(({ confirmedAt }) => confirmedAt !== undefined)
    .map((record) => ({ ...record, purposes: record.purposes.filter(wasInForce) }));
  const standing = standingOf(entries);
  const consents = consentsToTransfer(processor).map((id) => standBy(records, id)?.current);
  // A purpose stands with the processor no better than the consents to the transfer do.
  const stand = (id: string, current: PurposeState): KnownPurpose => ({
    id,
    isInForce: [current, ...consents].every((one) => one !== undefined && isInForce(one)),
    isAllowed: [current, ...consents].every((one) => one !== undefined && mayMail(one, standing)),
    since: consents.reduce((last, one) => (one && one.since > last ? one.since : last), current.since),
  });
  const ended = entries.filter((entry) => isEndOfConsent(entry) && isOfOne(unseen, entry));
  const ends = (id: string): Entry[] => ended.filter((entry) => entry.purposes.some((one) => one.id === id)).slice(-1);
  const purposes = processor.purposes.flatMap((id): KnownPurpose[] => {
    const current = standBy(records, id)?.current;
    return current
      ? [stand(id, current)]
      : ends(id).map(({ at: since }) => ({ id, isInForce: false, isAllowed: false, since }));
  });
  const concerned = byWeight(records).filter((one) => one.purposes.some(({ id }) => processor.purposes.includes(id)));
  const isRelied = (one: PurposeState): boolean => isInForce(one) && processor.purposes.includes(one.id);
  // One that has something in force, as the name of another may be kept no longer.
  const record = concerned.findLast((one) => one.purposes.some(isRelied)) ?? concerned.at(-1);
  const [first] = processor.purposes.flatMap(ends);
  const recordId = record?.recordId ?? first?.recordId;
  if (recordId === undefined || purposes.length === 0) return undefined;
  // Who is to be deleted there is of no further interest.
  if (!record || !purposes.some((purpose) => purpose.isInForce))
    return { purposes, recordId, identities: [], language: '' };
  return { purposes, recordId, identities: identitiesOf(entries), language: languageFor(entries, records, record) };
}

/**
 * Record -> until when whose it is has to be known after it ended, so that each processor can be told whom to delete:
 * until it was told, and not for longer than {@link PATIENCE}.
 */
export function awaitedUntil(entries: readonly Entry[], processors: readonly Processor[]): ReadonlyMap<RecordId, Date> {
  const connected = processors.filter(isConnected);
  const until = fold(entries, BEGINNING).flatMap((record) => {
    const ending = endingOf(record, entries);
    const heard = connected.filter((one) => concerns(record)(one) && mayHaveReached(entries, one));
    const times = ending ? heard.map((one) => toldAt(entries, one, ending)) : [];
    return times.length > 0 ? [[record.recordId, new Date(Math.max(...times.map(Number)))] as const] : [];
  });
  return new Map(until);
}

/** Until when the same has to be known of records that this version does not understand; undefined where nothing of them ended. */
export function awaitedOfUnseen(
  entries: readonly Entry[],
  processors: readonly Processor[],
  unseen: ReadonlySet<RecordId>,
): Date | undefined {
  const ending = entries.findLast((entry) => isEndOfConsent(entry) && isOfOne(unseen, entry));
  const times = ending ? processors.filter(isConnected).map((one) => toldAt(entries, one, ending)) : [];
  return times.length > 0 ? new Date(Math.max(...times.map(Number))) : undefined;
}

/** The last step that ended something of it. */
function endingOf({ confirmedAt, purposes }: RecordState, entries: readonly Entry[]): Entry | undefined {
  if (confirmedAt === undefined) return undefined;
  const ends = ({ at, purposes: named }: Entry): boolean =>
    purposes.some(({ id, since }) => since === at && named.some((purpose) => purpose.id === id));
  return entries.findLast((entry) => isEnding(entry) && ends(entry));
}

const concerns =
  ({ purposes }: RecordState) =>
  (processor: Processor): boolean =>
    purposes.some(({ id }) => processor.purposes.includes(id));

function toldAt(entries: readonly Entry[], { id }: Processor, ending: Entry): Date {
  const told = reports(entries, 'ProcessorInformed', id).find(({ facts }) => facts.upTo >= ending.seq);
  return told ? new Date(told.at) : plus(new Date(ending.at), PATIENCE);
}
