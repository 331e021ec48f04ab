import type { Digest } from '../ids';
import type { Member } from '../ledger/audience';
import { readMembersOf } from '../ledger/audience-pages';
import type { Change } from '../ledger/changes';
import type { SealedPart } from '../ledger/part';
import { readIdentities } from '../ledger/vault';
import { mailboxOf, whoIs } from '../ledger/who-is';
import type { Language, Site } from '../policy/schema';
import { ownLinks, unsubscribeLinks, type OwnLinks, type UnsubscribeLinks } from './recipient-links';
import type { Deps } from './deps';

/** Where a person stands now. */
export interface Person extends Partial<OwnLinks> {
  /** The mailbox, as long as it is kept. */
  readonly email?: string;
  /** With language and links, only of somebody who may be mailed for something. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly language?: Language;
  readonly mayMeasure: boolean;
  /** Every purpose of the site. */
  readonly purposes: Readonly<Record<string, PurposeNow>>;
}

interface PurposeNow extends UnsubscribeLinks {
  readonly allowed: boolean;
  readonly since?: string;
}

/** Subject -> where they stand now, by the very rows that the audience is read from. */
export async function changedPeople(
  deps: Pick<Deps, 'vault' | 'audience' | 'links'>,
  site: Site,
  changes: readonly Change[],
  now: Date,
): Promise<ReadonlyMap<string, Person>> {
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  const members = await readMembersOf(
    deps.audience,
    site.id,
    subjects,
    site.purposes.map(({ id }) => id),
  );
  const identities = await readIdentities(deps.vault, members, now);
  const people = subjects.map(async (subject) => {
    const rows = members.filter((member) => member.subject === subject);
    return [subject, await personOf(deps, site, rows, identities)] as const;
  });
  return new Map(await Promise.all(people));
}

type Identities = ReadonlyMap<Digest, SealedPart>;

async function personOf(
  deps: Pick<Deps, 'links'>,
  site: Site,
  members: readonly Member[],
  identities: Identities,
): Promise<Person> {
  const [latest] = [...members].sort((one, other) => (one.seen < other.seen ? 1 : -1));
  const identity = latest && whoIs(latest.identities, identities);
  const newestFirst = [...members].sort((one, other) => (one.since < other.since ? 1 : -1));
  const allowed = identity ? newestFirst.filter(({ active }) => active) : [];
  const purposes = site.purposes.map(async (purpose): Promise<[string, PurposeNow]> => {
    const member = allowed.find((candidate) => candidate.purpose === purpose.id);
    if (member)
      return [purpose.id, { allowed: true, since: member.since, ...(await unsubscribeLinks(deps, purpose, member)) }];
    const { since } = members.find((candidate) => candidate.purpose === purpose.id) ?? {};
    return [purpose.id, { allowed: false, ...(since !== undefined && { since }) }];
  });
  const [current] = allowed;
  return {
    ...(identity && { email: mailboxOf(identity) }),
    ...(current && {
      fields: identity?.fields ?? {},
      language: current.language,
      ...(await ownLinks(deps, site, current)),
    }),
    mayMeasure: current?.mayMeasure ?? false,
    purposes: Object.fromEntries(await Promise.all(purposes)),
  };
}
