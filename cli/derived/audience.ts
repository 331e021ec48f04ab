import { canonicalJson } from '../../shared/canonical';
import { membershipsOf, type Membership } from '../../shared/consent/membership';
import { stateAt } from '../../shared/consent/keep/state-at';
import { perhapsInForce } from '../../shared/consent/not-understood';
import { stepType } from '../../shared/consent/steps';
import { memberKey, memberOf, type Member, type MemberItem } from '../../shared/ledger/audience';
import { isGone } from '../../shared/ledger/dynamo';
import { readItems } from '../../shared/ledger/read-items';
import { lacksOfCases } from './cases';
import { lacksOfCounts } from './counted';
import { lacksOfLooks } from './looks';
import { lacksOfWorklist } from './worklist';
import { isSettled, type Lack, type LackCode, type Looking, type Person } from './person';

/** `review` comes by once a day and takes out what time alone ended. */
const REVIEWED_MS = 2 * 24 * 60 * 60 * 1000;

/** What `projector` has to do: rows that are missing, too many, or out of date, changes that were never filed, people to be listed, and steps to be counted. */
export async function lacksOfProjector(
  people: readonly Person[],
  looking: Looking,
  filed: (site: string) => Promise<ReadonlyMap<string, string>>,
): Promise<Lack[]> {
  const { audience, now } = looking;
  const settled = people.filter((person) => isSettled(person, 'projector', now));
  const keys = settled.flatMap(({ site, subject }) => site.purposes.map(({ id }) => memberKey(site.id, id, subject)));
  const rows = new Map<string, MemberItem>();
  for (const item of await readItems<MemberItem>(audience, keys, { ConsistentRead: true })) {
    if (!isGone(item, now)) rows.set(`${item.pk} ${item.sk}`, item);
  }
  const lacks: Lack[] = [];
  for (const person of settled) {
    const wrong = wrongRow(person, rows, now);
    if (wrong) lacks.push(wrong);
    else lacks.push(...changeMissing(person, await filed(person.site.id), now));
  }
  return [
    ...lacks,
    ...(await lacksOfCases(people, looking)),
    ...(await lacksOfWorklist(settled, looking)),
    ...(await lacksOfLooks(settled, looking)),
    ...(await lacksOfCounts(settled, looking)),
  ];
}

/** The first row that is not as it has to be: one look at the person mends all of them. */
function wrongRow(person: Person, rows: ReadonlyMap<string, MemberItem>, now: Date): Lack | undefined {
  const { site, subject, all } = person;
  const perhaps = new Set(perhapsInForce(all, site).map(({ id }) => id));
  const looks = [now, new Date(now.getTime() - REVIEWED_MS)].map((at) => ({ at, members: membersAt(person, at) }));
  for (const { id } of site.purposes.filter((purpose) => !perhaps.has(purpose.id))) {
    const { pk, sk } = memberKey(site.id, id, subject);
    const item = rows.get(`${pk} ${sk}`);
    const row = item && memberOf(site.id, id, item);
    const codes = looks.map(({ at, members }) => faultOf(row, members.get(id), at));
    const [code] = codes;
    if (code !== undefined && codes.every(Boolean)) return lackOf(person, code, id);
  }
  return undefined;
}

function membersAt({ entries, site }: Person, at: Date): ReadonlyMap<string, Membership> {
  const members = membershipsOf(entries, stateAt(entries, site, at), site.purposes);
  return new Map(members.map((member) => [member.purpose, member]));
}

function faultOf(row: Member | undefined, member: Membership | undefined, at: Date): LackCode | undefined {
  if (!member || !isCounted(member, at)) return row && isCounted(row, at) ? 'audienceTooMuch' : undefined;
  if (!row || !isCounted(row, at)) return 'audienceMissing';
  const { site: _site, subject: _subject, seen: _seen, ...said } = row;
  return canonicalJson(said) === canonicalJson(member) ? undefined : 'audienceWrong';
}

/** Whether the summary counts them: something is in force for them, or their sign-up waits. */
const isCounted = ({ active, inForce, waitsUntil }: Membership, at: Date): boolean =>
  active || inForce || (waitsUntil !== undefined && waitsUntil > at.toISOString());

const SAYS: Readonly<Partial<Record<LackCode, string>>> = {
  audienceMissing: 'is in force or waits, and the audience does not have it',
  audienceTooMuch: 'is in the audience, and neither in force nor waiting any more',
  audienceWrong: 'stands in the audience as it was before',
};

function lackOf({ site, subject }: Person, code: LackCode, purpose: string): Lack {
  const text = `Purpose ${purpose} of subject ${subject} of ${site.id} ${SAYS[code] ?? code}.`;
  return { consumer: 'projector', code, site: site.id, subject, text };
}

/** Older ones nobody needs any more: changes are kept for 36 days. */
const FOLLOWED_MS = 30 * 24 * 60 * 60 * 1000;

function changeMissing({ site, subject, entries }: Person, filed: ReadonlyMap<string, string>, now: Date): Lack[] {
  const last = entries.findLast((entry) => stepType(entry).change(entry) !== undefined);
  const isFollowed = last !== undefined && now.getTime() - Date.parse(last.at) < FOLLOWED_MS;
  if (!isFollowed || (filed.get(subject) ?? '') >= last.at) return [];
  const text = `The change of subject ${subject} of ${site.id} by entry ${last.seq} of ${last.at} was never filed.`;
  return [{ consumer: 'projector', code: 'changeMissing', site: site.id, subject, text }];
}
