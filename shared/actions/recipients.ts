import type { Member } from '../ledger/audience';
import { chunks, eachOf } from '../ledger/batches';
import { readIdentities } from '../ledger/vault';
import { mailboxOf, whoIs, type Identity } from '../ledger/who-is';
import type { Purpose, Site } from '../policy/schema';
import type { Deps } from './deps';
import { ownLinks, unsubscribeLinks } from './recipient-links';

/** Links are made of what came while the rest is still being read. */
const BATCH = 100;

type RecipientDeps = Pick<Deps, 'vault' | 'links'>;

/** Those members whose address is still kept, with all that a mail to them needs; nobody else can be mailed. */
export async function recipientsOf(
  deps: RecipientDeps,
  site: Site,
  purpose: Purpose,
  members: readonly Member[],
  now: Date,
) {
  const batches = await eachOf(chunks(members, BATCH), (some) => recipientsAmong(deps, site, purpose, some, now));
  return batches.flat();
}

async function recipientsAmong(
  deps: RecipientDeps,
  site: Site,
  purpose: Purpose,
  members: readonly Member[],
  now: Date,
) {
  const parts = await readIdentities(deps.vault, members, now);
  const known = members.flatMap((member) => {
    const identity = whoIs(member.identities, parts);
    return identity ? [recipient(deps, site, purpose, member, identity)] : [];
  });
  return Promise.all(known);
}

async function recipient(deps: RecipientDeps, site: Site, purpose: Purpose, member: Member, identity: Identity) {
  const { subject: id, language, since, mayMeasure } = member;
  const { fields } = identity;
  const links = { ...(await unsubscribeLinks(deps, purpose, member)), ...(await ownLinks(deps, site, member)) };
  return { id, email: mailboxOf(identity), fields, language, since, mayMeasure, ...links };
}
