import { consumer } from '../shared/api/consumer';
import { dueMails, type DueMail } from '../shared/consent/due-mails';
import { endOfUnconfirmed } from '../shared/consent/ends';
import type { Entry } from '../shared/consent/entry';
import { fold, isGiven, type RecordState } from '../shared/consent/fold';
import { readEmailAddress } from '../shared/email-address';
import { readHistory } from '../shared/ledger/ledger';
import type { Identity } from '../shared/ledger/part';
import { takeStep } from '../shared/ledger/take-step';
import { readParts } from '../shared/ledger/vault';
import { linkUrl } from '../shared/links/link';
import { compose } from '../shared/mail/compose';
import {
  assetLetter,
  confirmationLetter,
  welcomeLetter,
  type Letter,
  type WithdrawalLinks,
} from '../shared/mail/letters';
import { send } from '../shared/mail/send';
import { findPurpose, findSite } from '../shared/policy/sites';
import type { Site } from '../shared/policy/schema';

/**
 * Sends what the ledger calls for and has no entry of.
 *
 * 1. Send. A crash after it sends the mail once more: that is the price of never losing one.
 * 2. Add the entry, with a copy of the mail.
 */
export const handler = consumer(async ({ site: siteId, subject, seq }) => {
  const site = findSite(siteId);
  if (!site) return;
  const now = new Date();
  const { entries } = await readHistory(subject, now);
  const rules = {
    welcomes: (purpose: string): boolean => findPurpose(site, purpose)?.welcome ?? false,
    mailsPerDay: site.confirmation.mailsPerDay,
  };
  const about = entries.find((entry) => entry.seq === seq)?.recordId;
  const due = dueMails(fold(entries, now), rules, now).filter(({ record }) => !about || record.recordId === about);
  for (const mail of due) await deliver(site, subject, entries, mail, now);
});

async function deliver(site: Site, subject: string, entries: readonly Entry[], due: DueMail, now: Date): Promise<void> {
  const to = await addressOf(subject, entries, due.record, now);
  if (to === undefined) return;
  const mime = await compose(site, to, await letter(site, subject, due), now);
  const messageId = await send({ from: site.sender.address, to }, mime);
  const { kind, record } = due;
  const partsEnd = kind === 'confirmation' ? endOfUnconfirmed(new Date(record.confirmBy)) : undefined;
  await takeStep({
    subject,
    now,
    decide: () => ({
      type: 'MailSent',
      site: site.id,
      recordId: record.recordId,
      at: now.toISOString(),
      actor: { kind: 'system' },
      language: record.language,
      purposes: [],
      facts: { mail: kind, messageId },
    }),
    parts: { mail: { raw: mime.toString('utf8') } },
    ...(partsEnd && { partsEnd, entryEnd: partsEnd }),
  });
}

/** Where the record's mails go; undefined where the address was deleted. */
async function addressOf(
  subject: string,
  entries: readonly Entry[],
  { recordId }: RecordState,
  now: Date,
): Promise<string | undefined> {
  const request = entries.find((entry) => entry.recordId === recordId && entry.type === 'ConsentRequested');
  const part = (await readParts(subject, now)).get(request?.parts['identity'] ?? '');
  if (!part) return undefined;
  const address = readEmailAddress((JSON.parse(part.data) as Identity).email);
  return typeof address === 'string' ? undefined : address.mailbox;
}

async function letter(site: Site, subject: string, { kind, record }: DueMail): Promise<Letter> {
  const { recordId } = record;
  const link = (of: 'confirm' | 'asset'): Promise<string> => linkUrl({ kind: of, subject, recordId, purposes: [] });
  switch (kind) {
    case 'confirmation':
      return confirmationLetter(site, record, await link('confirm'));
    case 'asset':
      return assetLetter(site, record, await link('asset'), await withdrawalLinks(subject, record));
    case 'welcome':
      return welcomeLetter(site, record, await withdrawalLinks(subject, record));
  }
}

async function withdrawalLinks(subject: string, { recordId, purposes }: RecordState): Promise<WithdrawalLinks> {
  const given = purposes.filter(isGiven).map(({ id }) => id);
  const url = (of: readonly string[]): Promise<string> =>
    linkUrl({ kind: 'unsubscribe', subject, recordId, purposes: of });
  const alone = given.length > 1 ? given : [];
  const single = await Promise.all(alone.map(async (purpose) => ({ purpose, url: await url([purpose]) })));
  return { all: await url(given), single };
}
