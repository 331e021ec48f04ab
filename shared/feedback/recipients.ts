import type { SubjectId } from '../ids';
import { readEmailAddress } from '../email-address';
import { subjectId } from '../ledger/subject-id';
import type { Sites } from '../policy/sites';
import type { Secret } from '../secret';
import type { MailFeedback } from './ses-event';

/**
 * Whom it is about. Our own mails say so. Of all others it is found by who sent the mail and who got it; and where several may
 * have complained, nobody did for certain.
 */
export async function subjectsOf(
  { sites: all, subjectKey }: { readonly sites: Sites; readonly subjectKey: Secret },
  { kind, subject, sender, recipients }: MailFeedback,
): Promise<SubjectId[]> {
  if (subject !== undefined) return [subject];
  if (kind === 'complaint' && recipients.length > 1) return [];
  const from = canonicalOf(sender);
  const sites = all.filter((site) => from !== undefined && canonicalOf(site.sender.address) === from);
  const addresses = recipients.flatMap((recipient) => canonicalOf(recipient) ?? []);
  return Promise.all(sites.flatMap(({ id }) => addresses.map((address) => subjectId(subjectKey, id, address))));
}

/** SES has addresses bare or with a name, as they were given to it. */
function canonicalOf(mailbox: string): string | undefined {
  const address = readEmailAddress(/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox);
  return typeof address === 'string' ? undefined : address.canonical;
}
