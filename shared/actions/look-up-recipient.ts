import type { ConsentStatus } from '../consent/fold';
import { stateAt } from '../consent/keep/state-at';
import { membershipsOf, type Membership } from '../consent/membership';
import { permissions } from '../consent/permissions';
import { standingOf } from '../consent/standing';
import type { Asked } from '../http/links-body';
import { readHistory } from '../ledger/ledger';
import { subjectId } from '../ledger/subject-id';
import type { Language, Purpose, Site } from '../policy/schema';
import type { Deps } from './deps';
import { ownLinks, unsubscribeLinks, type Addressee, type OwnLinks, type UnsubscribeLinks } from './recipient-links';

/** Whether an address of a sender's list may be mailed, and what a mail to it needs. */
interface Recipient extends UnsubscribeLinks, Partial<OwnLinks> {
  /** As it was sent. */
  readonly email: string;
  readonly allowed: boolean;
  /** What is wrong with the address. */
  readonly invalid?: string;
  readonly status?: ConsentStatus | undefined;
  readonly since?: string | undefined;
  readonly undeliverableSince?: string | undefined;
  readonly id?: string;
  readonly language?: Language;
  readonly mayMeasure?: boolean;
}

/** Read from the ledger itself, so exact at this moment. */
export async function lookUpRecipient(
  deps: Pick<Deps, 'ledger' | 'subjectKey' | 'links'>,
  site: Site,
  purpose: Purpose,
  { email, address }: Asked,
  now: Date,
): Promise<Recipient> {
  if (typeof address === 'string') return { email, allowed: false, invalid: address };
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const { entries } = await readHistory(deps.ledger, subject, now);
  const state = stateAt(entries, site, now);
  const standing = standingOf(entries);
  const [permission] = permissions([purpose], state, standing);
  const { allowed = false, status, since } = permission ?? {};
  const { undeliverableSince } = standing;
  const found = { email, allowed, status, since, undeliverableSince };
  const member = membershipsOf(entries, state, site.purposes).find((one) => one.purpose === purpose.id);
  return member?.active ? { ...found, ...(await mailable(deps, site, purpose, { ...member, subject })) } : found;
}

async function mailable(
  deps: Pick<Deps, 'links'>,
  site: Site,
  purpose: Purpose,
  member: Membership & Addressee,
): Promise<Partial<Recipient>> {
  const { subject: id, language, mayMeasure } = member;
  const links = { ...(await unsubscribeLinks(deps, purpose, member)), ...(await ownLinks(deps, site, member)) };
  return { id, language, mayMeasure, ...links };
}
