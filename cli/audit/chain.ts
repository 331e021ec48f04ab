import {
  isUnderstood,
  readEntry as readStored,
  understoodEntries,
  type AnyEntry,
} from '../../shared/consent/read-entry';
import { findStepType } from '../../shared/consent/steps';
import { fold } from '../../shared/consent/fold';
import type { Keys } from '../../shared/ledger/dynamo';
import { EMPTY } from '../../shared/ledger/chain';
import { besideOperatorsStep } from '../../shared/ledger/journal';
import { knownEntryShape } from '../../shared/verify/bundle-shape';
import { canonicalJson } from '../../shared/verify/canonical-json';
import { isWellFormed } from '../../shared/well-formed';
import { endsOf, faultOfEnd, textOfEnd, type Ends, type Rules } from './ends';
import type { Code, Finding } from './finding';
import { hashOf } from './hash-of';
import { shortestLifeMs } from './shortest-life';

export interface EntryItem extends Keys {
  readonly type?: unknown;
  readonly site?: unknown;
  readonly seq?: unknown;
  readonly journal?: unknown;
  readonly operator?: unknown;
  readonly entry?: unknown;
  readonly expiresAt?: unknown;
}

/** A subject's entries after their check. */
export interface Chain {
  readonly findings: readonly Finding[];
  /** Those that can be read as such, oldest first. */
  readonly entries: readonly AnyEntry[];
  /** Places in the chain whose entries were deleted, and may have been. */
  readonly gaps: number;
}

interface ChainItem {
  readonly item: EntryItem;
  readonly seq: number;
  readonly entry: AnyEntry | undefined;
}

/** Checks one subject's entries against each other and against the rules. */
export function checkChain(subject: string, items: readonly EntryItem[], rules: Rules): Chain {
  const places = items.map((item): ChainItem => ({ item, seq: seqOf(item), entry: readEntry(item) }));
  const entries = places.flatMap(({ entry }) => entry ?? []);
  const readable = places.filter(({ entry }) => entry).map(({ item }) => item);
  const ends = endsOf(entries, readable, [], rules);
  const links = places.map((place, n) => checkLink(subject, place, places[n - 1], rules));
  const findings = [
    ...places.flatMap((place, n) => [...checkEntry(subject, place), ...(links[n]?.findings ?? [])]),
    ...places.flatMap((place) => checkEntryEnd(subject, place, ends)),
    ...(ends.isSettled ? checkConsents(subject, entries, rules.now) : []),
  ];
  return { findings, entries, gaps: links.reduce((sum, { gaps }) => sum + gaps, 0) };
}

const seqOf = ({ sk }: Keys): number => Number(sk.slice('entry#'.length));

export function readEntry({ entry }: EntryItem): AnyEntry | undefined {
  try {
    const value: unknown = JSON.parse(String(entry));
    if (!isWellFormed(value)) return undefined;
    if (!knownEntryShape(value)) return value as AnyEntry;
    // A later version may say things in another way, of which its hash is all that can be checked here.
    const later = readStored(String(entry));
    return findStepType(later.type) ? undefined : later;
  } catch {
    return undefined;
  }
}

function found(code: Code, subject: string, seq: number, text: string): Finding {
  return { code, place: { subject, seq }, text: `Entry ${seq} of subject ${subject} ${text}` };
}

function checkEntry(subject: string, { item, seq, entry }: ChainItem): Finding[] {
  if (!entry) return [found('notAnEntry', subject, seq, 'cannot be read as an entry.')];
  const { hash, ...body } = entry;
  const isSealed = hashOf(body) === hash && canonicalJson(entry) === item.entry;
  const isInPlace = entry.subject === subject && entry.seq === seq;
  const isAsBeside = item.type === entry.type && item.site === entry.site && item.seq === entry.seq;
  const { journal, operator } = isUnderstood(entry) ? besideOperatorsStep(entry) : item;
  const isInJournal = item.journal === journal && item.operator === operator;
  return [
    ...(isSealed ? [] : [found('entryChanged', subject, seq, 'was changed: it does not have the hash that it names.')]),
    ...(isInPlace ? [] : [found('entryOutOfPlace', subject, seq, 'was written for another place.')]),
    ...(isAsBeside ? [] : [found('entryOutOfPlace', subject, seq, 'differs from type, site or seq beside it.')]),
    ...(isInJournal ? [] : [found('journalWrong', subject, seq, 'is not in the journal as it was taken.')]),
  ];
}

interface Link {
  readonly findings: readonly Finding[];
  readonly gaps: number;
}

/** How a place hangs on the one before that is still there. */
function checkLink(subject: string, { seq, entry }: ChainItem, before: ChainItem | undefined, rules: Rules): Link {
  const previous = before ? { seq: before.seq, hash: before.entry?.hash } : EMPTY;
  const gaps = seq - previous.seq - 1;
  if (gaps > 0 && mayBeGone(before, rules)) return { gaps, findings: [] };
  if (gaps > 0) return { gaps: 0, findings: [removed(subject, previous.seq + 1, seq - 1)] };
  const isUnbroken = !entry || previous.hash === undefined || entry.prev === previous.hash;
  const text = `does not follow ${before ? `entry ${before.seq}: it names another one` : 'the beginning: it names one'} before it.`;
  return { gaps: 0, findings: isUnbroken ? [] : [found('chainBroken', subject, seq, text)] };
}

/** Entries that are missing after an entry are younger than it. */
function mayBeGone(before: ChainItem | undefined, { siteOf, now }: Rules): boolean {
  const site = before?.entry && siteOf(before.entry.site);
  const life = site ? shortestLifeMs(site) : 0;
  return !before?.entry || now.getTime() - Date.parse(before.entry.at) >= life;
}

function removed(subject: string, from: number, to: number): Finding {
  const names =
    from === to ? `Entry ${from} of subject ${subject} is` : `Entries ${from} to ${to} of subject ${subject} are`;
  const text = `${names} missing, and too young to have been deleted at the end.`;
  return { code: 'entryRemoved', place: { subject, seq: from, to }, text };
}

function checkEntryEnd(subject: string, { item, seq, entry }: ChainItem, ends: Ends): Finding[] {
  if (!entry) return [];
  const fault = faultOfEnd(item, entry, ends);
  const name = `Entry ${seq} of subject ${subject}`;
  return fault ? [{ code: fault, place: { subject, seq }, text: textOfEnd(fault, name, item, ends) }] : [];
}

/** Nothing counts as given but what was confirmed by way of a mail. */
function checkConsents(subject: string, entries: readonly AnyEntry[], now: Date): Finding[] {
  return fold(understoodEntries(entries), now)
    .filter(
      ({ confirmedAt, isFromElsewhere, mails }) =>
        confirmedAt !== undefined && !isFromElsewhere && !mails.some(({ kind }) => kind === 'confirmation'),
    )
    .map(({ recordId }) => ({
      code: 'noConfirmationMail',
      place: { subject, recordId },
      text: `Record ${recordId} of subject ${subject} is confirmed, but the entry of the mail that asked for it is missing.`,
    }));
}
