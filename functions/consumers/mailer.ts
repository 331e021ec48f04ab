import { consumer } from '../../shared/consumer';
import { dueMails, type DueMail } from '../../shared/consent/decide/due-mails';
import { endOfUnconfirmed } from '../../shared/consent/keep/ends';
import { isGiven, type RecordState } from '../../shared/consent/fold';
import { spokenLanguage } from '../../shared/consent/decide/language';
import { stateAt } from '../../shared/consent/keep/registration-maximum';
import { standingOf } from '../../shared/consent/standing';
import { readHistory } from '../../shared/ledger/ledger';
import { linkUrl } from '../../shared/links/link';
import { deliver } from '../../shared/actions/deliver';
import {
  assetLetter,
  confirmationLetter,
  welcomeLetter,
  type Letter,
  type WithdrawalLinks,
} from '../../shared/mail/letters';
import { findPurpose, findSite } from '../../shared/policy/sites';
import type { Site } from '../../shared/policy/schema';
import { mail } from '../deps/mail';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), mail: mail() };

/** Sends what the ledger calls for and has no entry of. */
export const handler = consumer(async ({ site: siteId, subject, seq }) => {
  const site = findSite(deps.sites, siteId);
  if (!site) return;
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, subject, now);
  const rules = {
    welcomes: (purpose: string): boolean => findPurpose(site, purpose)?.welcome ?? false,
    mailsPerDay: site.confirmation.mailsPerDay,
    restrictedSince: standingOf(entries).restrictedSince,
  };
  const about = entries.find((entry) => entry.seq === seq)?.recordId;
  const due = dueMails(stateAt(entries, site, now), rules, now).filter(
    ({ record }) => !about || record.recordId === about,
  );
  for (const { kind, record: asked } of due) {
    const record = { ...asked, language: spokenLanguage(entries, asked.language) };
    const end = kind === 'confirmation' ? endOfUnconfirmed(new Date(record.confirmBy)) : undefined;
    const mail = await letter(site, subject, { kind, record });
    await deliver(deps, { site, subject, entries, record, kind, letter: mail, now, end });
  }
});

async function letter(site: Site, subject: string, { kind, record }: DueMail): Promise<Letter> {
  const { recordId } = record;
  const link = (of: 'confirm' | 'asset'): Promise<string> =>
    linkUrl(deps.links, { kind: of, subject, recordId, purposes: [] });
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
  const link = (of: readonly string[]) => ({ kind: 'unsubscribe', subject, recordId, purposes: of }) as const;
  const alone = given.length > 1 ? given : [];
  const single = await Promise.all(
    alone.map(async (purpose) => ({ purpose, url: await linkUrl(deps.links, link([purpose])) })),
  );
  const preferences = await linkUrl(deps.links, { ...link([]), kind: 'preferences' });
  return { all: await linkUrl(deps.links, link(given)), oneClick: link(given), single, preferences };
}
