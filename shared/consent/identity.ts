import type { Digest, RecordId } from '../ids';
import type { Entry } from './entry';
import { BEGINNING, fold, isInForce, isOwnWord, type RecordState } from './fold';
import { erasedEntries } from './standing';

/** The parts of a step that say who somebody is, as the vault has them. */
export interface IdentityName {
  /** The record of its step; undefined where the step was about the person as a whole. */
  readonly recordId?: RecordId;
  readonly address: Digest;
  /** Absent where nothing but the address was told. */
  readonly details?: Digest;
}

/** As many identities as are looked at to find out who somebody is. */
const MOST = 4;

/**
 * What says who a person is, the one that counts most first; see `whoIs`, which reads them. What the person
 * confirmed here counts, and what was rectified, the newest first; what others report only after that, whenever they report it.
 * A sign-up that waits for its confirmation says nothing: anybody can fill in a form.
 */
export function identitiesOf(entries: readonly Entry[]): readonly IdentityName[] {
  const records = new Map(fold(entries, BEGINNING).map((record) => [record.recordId, record]));
  const said = sayings(entries, records);
  const own = usable(said.filter(({ isOwn }) => isOwn));
  // Whoever reports somebody after a rectification may have an old list.
  const rectified = said.find(({ entry }) => entry.type === 'IdentityRectified')?.entry.seq ?? Infinity;
  const others = usable(said.filter(({ isOwn, entry }) => !isOwn && entry.seq < rectified));
  const all = [...own, ...others];
  const [first] = all.filter(({ isLive }) => isLive);
  const most = all.slice(0, MOST);
  // One of them is kept for as long as the person may be mailed.
  const named = first && !most.includes(first) ? [...most, first] : most;
  return named.map(({ name }) => name);
}

interface Saying {
  readonly entry: Entry;
  readonly name: IdentityName;
  readonly isOwn: boolean;
  /** Whether something of its record is in force, or was ordered. */
  readonly isLive: boolean;
}

/** What each record says of the person, and what was said of the person as a whole; the newest first. */
function sayings(entries: readonly Entry[], records: ReadonlyMap<RecordId, RecordState>): Saying[] {
  const erased = new Set(erasedEntries(entries));
  const found = new Map<string, Saying>();
  for (const entry of [...entries].reverse()) {
    const name = identityName(entry);
    const { type, recordId } = entry;
    if (!name || erased.has(entry)) continue;
    const isRectified = type === 'IdentityRectified';
    if (recordId === undefined) {
      if (!isRectified) continue;
      // It is right of all that was there.
      return [...found.values(), { entry, name, isOwn: true, isLive: [...records.values()].some(isLive) }];
    }
    const record = records.get(recordId);
    if (record?.confirmedAt === undefined || found.has(recordId)) continue;
    found.set(recordId, { entry, name, isOwn: isRectified || isOwnWord(record), isLive: isLive(record) });
  }
  return [...found.values()];
}

/** Undefined where the step said nothing about who it was. */
export function identityName({ recordId, parts }: Pick<Entry, 'recordId' | 'parts'>): IdentityName | undefined {
  const { address, details } = parts;
  if (address === undefined) return undefined;
  return { ...(recordId !== undefined && { recordId }), address, ...(details !== undefined && { details }) };
}

const isLive = ({ purposes, asset }: RecordState): boolean => asset !== undefined || purposes.some(isInForce);

/** What is kept as proof alone is not used beside what is in use. */
function usable(said: readonly Saying[]): readonly Saying[] {
  const live = said.filter((one) => one.isLive);
  return live.length > 0 ? live : said;
}
