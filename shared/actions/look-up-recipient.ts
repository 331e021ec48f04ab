import type { ConsentStatus } from '../consent/fold';
import { membershipsOf, type Membership } from '../consent/membership';
import type { Asked } from '../http/links-body';
import { subjectId } from '../ledger/subject-id';
import type { Language, Purpose, Site } from '../policy/schema';
import { askPermissions } from './ask-permissions';
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
  readonly addressMissing?: true;
  readonly id?: string;
  readonly language?: Language;
  readonly mayMeasure?: boolean;
}

const NO_ADDRESS = { addressMissing: true } as const;

/** Read from the ledger itself, so exact at this moment. */
export async function lookUpRecipient(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey' | 'links'>,
  site: Site,
  purpose: Purpose,
  { email, address }: Asked,
  now: Date,
): Promise<Recipient> {
  if (typeof address === 'string') return { email, allowed: false, invalid: address };
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const asked = await askPermissions(deps, site, subject, [purpose], now);
  const { entries, state, standing, isAddressMissing, permissions } = asked;
  const { allowed = false, status, since } = permissions[0] ?? {};
  const { undeliverableSince } = standing;
  const found = { email, allowed, status, since, undeliverableSince, ...(isAddressMissing && NO_ADDRESS) };
  if (isAddressMissing) return found;
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
