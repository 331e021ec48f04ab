import { dayBefore, startOfDay } from '../calendar';
import type { How } from '../consent/leaving';
import type { Member } from '../ledger/audience';
import { readMembersOf } from '../ledger/audience-pages';
import { readLeavers, type Leaver } from '../ledger/leavers';
import { readIdentities } from '../ledger/vault';
import { addressOf, whoIs } from '../ledger/who-is';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';

/** Whole days, today among them, of which it is said who left. */
const DAYS = 35;
const AT_ONCE = 1000;

/** The first day, ISO 8601, since which it is known who left. */
export const leaversKnownSince = (now: Date): string => dayBefore(now, DAYS - 1);

interface Wanted {
  /** ISO 8601 date. */
  readonly since: string;
  readonly purpose: string | undefined;
  /** Where a page before ended. */
  readonly before: string | undefined;
  readonly limit: number;
  readonly now: Date;
}

/** Who left since a day and did not come back, the latest first; by address, as long as that is kept. */
export async function listLeavers(
  deps: Pick<Deps, 'audience' | 'vault'>,
  site: Site,
  { since, purpose, before, limit, now }: Wanted,
) {
  const page = { since: startOfDay(since).toISOString(), before, limit };
  const { leavers: read, next } = await readLeavers(deps.audience, site.id, page);
  const { leavers, members } = await stillOut(
    deps,
    site,
    read.filter((leaver) => purpose === undefined || leaver.purpose === purpose),
  );
  const identities = await readIdentities(deps.vault, members, now);
  const rows = leavers.map(({ subject: id, purpose: left, at, how, via }) => {
    const member = members.find((one) => one.subject === id && one.purpose === left);
    const identity = member && whoIs(member.identities, identities);
    return { id, ...(identity && addressOf(identity)), purpose: left, at, how, ...(via && { via }) };
  });
  return { leavers: rows, next };
}

/** How many left a purpose within the time of which that is known, and did not come back. */
export async function countLeavers(deps: Pick<Deps, 'audience'>, site: Site, purpose: string, now: Date) {
  const since = leaversKnownSince(now);
  const how: Partial<Record<How, number>> = {};
  let people = 0;
  let before: string | undefined;
  do {
    const wanted = { since: startOfDay(since).toISOString(), before, limit: AT_ONCE };
    const page = await readLeavers(deps.audience, site.id, wanted);
    const { leavers } = await stillOut(
      deps,
      site,
      page.leavers.filter((leaver) => leaver.purpose === purpose),
    );
    for (const leaver of leavers) how[leaver.how] = (how[leaver.how] ?? 0) + 1;
    people += leavers.length;
    before = page.next;
  } while (before !== undefined);
  return { since, people, how };
}

/** Those who are out as they left then, by the very rows that the audience is read from. */
async function stillOut({ audience }: Pick<Deps, 'audience'>, site: Site, leavers: readonly Leaver[]) {
  const subjects = leavers.map(({ subject }) => subject);
  const purposes = [...new Set(leavers.map(({ purpose }) => purpose))];
  const members = await readMembersOf(audience, site.id, subjects, purposes);
  const rows = new Map(members.map((member) => [keyOf(member), member]));
  return { leavers: leavers.filter((leaver) => isOut(leaver, rows.get(keyOf(leaver)))), members };
}

const keyOf = ({ subject, purpose }: Pick<Member, 'subject' | 'purpose'>): string => `${subject}#${purpose}`;

/** Who came back and left again did so at another time. */
function isOut({ at, how }: Leaver, row: Member | undefined): boolean {
  return row === undefined || (!row.inForce && (how === 'ended' || row.since === at));
}
