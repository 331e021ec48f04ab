import type { SubjectId } from '../ids';
import type { Look } from '../consumer';
import { dueMails, type DueMail } from '../consent/decide/due-mails';
import { endOfUnconfirmed } from '../consent/keep/birth-ends';
import { isGiven, type RecordState } from '../consent/fold';
import { spokenLanguage } from '../consent/decide/language';
import { stateAt } from '../consent/keep/state-at';
import { standingOf } from '../consent/standing';
import { logger } from '../logger';
import { readHistory } from '../ledger/ledger';
import { linkUrl } from '../links/link';
import { askPerson } from './ask-person';
import { askToGoOn } from './ask-to-go-on';
import { countMailed, readBrakeOf } from './brake';
import { deliver, type Delivery } from './deliver';
import { assetLetter, confirmationLetter, welcomeLetter, type Letter, type WithdrawalLinks } from '../mail/letters';
import { isClosed } from '../policy/closing';
import { findPurpose } from '../policy/sites';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { servedSite } from './site-of';
import { tellDecision } from './tell-decision';

type MailerDeps = Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey' | 'sites' | 'links' | 'mail'>;

/**
 * Sends what the ledger calls for and has no entry of, about the record that a step was about; or, where a message is about no step,
 * what time alone calls for. Where there is no time for the second of two mails, the message comes again for it.
 *
 * @throws {SiteNotServed}, {@link TimeIsUp}
 */
export async function sendDueMails(
  deps: MailerDeps,
  { site: siteId, subject, seq }: Look,
  isInTime: () => boolean,
): Promise<void> {
  const site = servedSite(deps, siteId);
  if (seq === undefined) return askToGoOn(deps, site, subject, isInTime);
  const now = new Date();
  const { entries, all } = await readHistory(deps.ledger, subject, now);
  const rules = {
    welcomes: (purpose: string): boolean => findPurpose(site, purpose)?.welcome ?? false,
    mailsPerDay: site.confirmation.mailsPerDay,
    standing: standingOf(entries),
  };
  const step = entries.find((entry) => entry.seq === seq);
  // Each message looks after its own: two at the same time would send the same mail twice.
  if (step?.type === 'RightRequested') return askPerson(deps, site, { subject, entries, all, request: step }, now);
  if (step?.type === 'ObjectionDecided') return tellDecision(deps, site, { subject, entries, step }, now);
  // What the person asked for, and the answer to an objection, are told as long as there are data.
  if (isClosed(site, now)) return;
  const about = step?.recordId;
  const due = dueMails(stateAt(entries, site, now), rules, now)
    .filter(({ record }) => !about || record.recordId === about)
    // What follows from the confirmation has a message of its own.
    .filter(({ kind }) => step?.type !== 'ConsentRequested' || kind === 'confirmation');
  for (const { kind, record: asked } of due) {
    const record = { ...asked, language: spokenLanguage(entries, asked.language) };
    const mail = {
      site,
      subject,
      entries,
      record,
      kind,
      letter: await letter(deps, site, subject, { kind, record }),
      now,
      isInTime,
    };
    await (kind === 'confirmation' ? askToConfirm(deps, { ...mail, record }) : deliver(deps, mail));
  }
}

/**
 * Not where the site's confirmation mails are stopped: then the request ends as one that nobody confirmed, and whoever it was asks
 * once more. What an operator orders for one person is no flood.
 */
async function askToConfirm(
  deps: MailerDeps,
  delivery: Delivery & { readonly record: Pick<RecordState, 'recordId' | 'language' | 'confirmBy'> },
): Promise<void> {
  const { site, entries, record, now } = delivery;
  const reading = await readBrakeOf(deps, site, now);
  const isOrdered = entries.some((entry) => entry.recordId === record.recordId && entry.actor.kind === 'operator');
  if (reading.brake.stoppedAt !== undefined && !isOrdered) {
    logger.warn('confirmation mail capped by bounces', { site: site.id, count: 1 });
    return;
  }
  const end = endOfUnconfirmed(new Date(record.confirmBy));
  if (await deliver(deps, { ...delivery, end })) await countMailed(deps, reading, now);
}

async function letter(
  deps: Pick<Deps, 'links'>,
  site: Site,
  subject: SubjectId,
  { kind, record }: DueMail,
): Promise<Letter> {
  const { recordId } = record;
  const link = (of: 'confirm' | 'asset'): Promise<string> =>
    linkUrl(deps.links, { kind: of, subject, recordId, purposes: [] });
  switch (kind) {
    case 'confirmation':
      return confirmationLetter(site, record, await link('confirm'));
    case 'asset':
      return assetLetter(site, record, await link('asset'), await withdrawalLinks(deps, subject, record));
    case 'welcome':
      return welcomeLetter(site, record, await withdrawalLinks(deps, subject, record));
  }
}

async function withdrawalLinks(
  deps: Pick<Deps, 'links'>,
  subject: SubjectId,
  { recordId, purposes }: RecordState,
): Promise<WithdrawalLinks> {
  const given = purposes.filter(isGiven).map(({ id }) => id);
  const link = (of: readonly string[]) => ({ kind: 'unsubscribe', subject, recordId, purposes: of }) as const;
  const alone = given.length > 1 ? given : [];
  const single = await Promise.all(
    alone.map(async (purpose) => ({ purpose, url: await linkUrl(deps.links, link([purpose])) })),
  );
  const preferences = await linkUrl(deps.links, { ...link([]), kind: 'preferences' });
  return { all: await linkUrl(deps.links, link(given)), oneClick: link(given), single, preferences };
}
