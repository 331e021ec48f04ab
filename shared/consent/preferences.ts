import type { RecordId, SubjectId } from '../ids';
import type { LegalBasis, Site } from '../policy/schema';
import type { Requirements } from './decide/decisions';
import { factsOf, type Entry } from './entry';
import { canBeWithdrawn, purposesInForce, type PurposeState, type SubjectState } from './fold';
import { mayMail } from './permissions';
import { standingOf } from './standing';

/** What is known of a person at one of the addresses that they had. */
export interface Address {
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  /** Purposes that may be in force, for all that this version knows. */
  readonly perhaps: readonly Pick<PurposeState, 'id' | 'legalBasis'>[];
}

/** How a purpose stands, for the person whom it is about. */
export interface Preference {
  readonly id: string;
  readonly legalBasis: LegalBasis;
  /** Mail may be sent; in force, but none may be sent now; asked for and not confirmed; not wanted; objected to. */
  readonly status: 'on' | 'resting' | 'waiting' | 'off' | 'objected';
  readonly since?: string;
  /** Where it was given. */
  readonly given?: { readonly subject: SubjectId; readonly recordId: RecordId };
}

/** What a person can decide on, in the order of the site; mail that a contract needs is none of it. */
export function preferences({ purposes }: Pick<Site, 'purposes'>, addresses: readonly Address[]): Preference[] {
  const inForce = addresses.flatMap(({ state, perhaps }) => [...leavableInForce(state).values(), ...perhaps]);
  // What the site has no longer, or on a contract by now, can still be withdrawn.
  const offered = purposes.filter(({ legalBasis }) => legalBasis !== 'contract');
  const former = inForce.filter(({ id }) => !offered.some((purpose) => purpose.id === id));
  const order = new Map(purposes.map(({ id }, place) => [id, place]));
  const all = new Map([...offered, ...former].map(({ id, legalBasis }) => [id, legalBasis]));
  return [...all]
    .sort(([one], [other]) => (order.get(one) ?? purposes.length) - (order.get(other) ?? purposes.length))
    .map(([id, legalBasis]) => preference(id, legalBasis, addresses))
    .filter(({ legalBasis, status }) => legalBasis === 'consent' || status !== 'off');
}

/** What is in force and rests on no contract, also where one is about the same. */
const leavableInForce = (state: SubjectState): ReadonlyMap<string, PurposeState> =>
  purposesInForce(state.map((record) => ({ ...record, purposes: record.purposes.filter(canBeWithdrawn) })));

/** At whichever address it stands best. */
function preference(id: string, legalBasis: LegalBasis, addresses: readonly Address[]): Preference {
  const found = addresses.map((address) => preferenceAt(id, legalBasis, address));
  const ranked = (['on', 'resting', 'waiting', 'objected'] as const).map((wanted) =>
    found.find(({ status }) => status === wanted),
  );
  return ranked.find(Boolean) ?? { id, legalBasis, status: 'off' };
}

function preferenceAt(id: string, legalBasis: LegalBasis, { subject, entries, state, perhaps }: Address): Preference {
  const standing = standingOf(entries);
  const current = leavableInForce(state).get(id);
  if (current) {
    const record = state.find(({ purposes }) => purposes.includes(current));
    const given = record && !record.isFromElsewhere && { given: { subject, recordId: record.recordId } };
    const status = mayMail(current, standing) ? 'on' : 'resting';
    return { id, legalBasis: current.legalBasis, status, since: current.since, ...given };
  }
  const waiting = state.filter(({ confirmedAt }) => confirmedAt === undefined);
  if (waiting.some(({ purposes }) => purposes.some((purpose) => isWaiting(purpose, id)))) {
    return { id, legalBasis, status: 'waiting' };
  }
  if (perhaps.some((purpose) => purpose.id === id)) return { id, legalBasis, status: 'resting' };
  // Who objected to what rests on consent may be asked for it, if they say so themselves.
  const isObjected = legalBasis !== 'consent' && standing.objections.has(id);
  return { id, legalBasis, status: isObjected ? 'objected' : 'off' };
}

const isWaiting = ({ id, status }: PurposeState, wanted: string): boolean =>
  id === wanted && status === 'ConsentRequested';

/** Asked; a mail went out a moment ago, or enough of them today; nobody knows any more where to. */
export type Asked = 'asked' | 'lately' | 'enough' | 'unknown';

/** Where the person is now: at the address that they moved to last. */
export function presentAddress(addresses: readonly [Address, ...Address[]]): Address {
  const moves = addresses.flatMap(({ entries }) => entries.filter((entry) => factsOf(entry).movedTo !== undefined));
  const latest = moves.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
  const last = latest && factsOf(latest).movedTo;
  return addresses.find(({ subject }) => subject === last) ?? addresses[0];
}

/** What of the purposes wished for can be asked for now, and what would come without any of those that it needs. */
export function askable(
  wished: readonly string[],
  all: readonly Preference[],
  requires: Requirements,
): { readonly ask: readonly string[]; readonly lacking: readonly string[] } {
  const wanted = all.filter(({ id, legalBasis, status }) => {
    return wished.includes(id) && legalBasis === 'consent' && status !== 'on';
  });
  const there = new Set([...all.filter(({ status }) => status === 'on'), ...wanted].map(({ id }) => id));
  const lacks = ({ id }: Preference): boolean => requires.get(id)?.some((other) => there.has(other)) === false;
  return {
    ask: wanted.filter((preference) => !lacks(preference)).map(({ id }) => id),
    lacking: wanted.filter(lacks).map(({ id }) => id),
  };
}
