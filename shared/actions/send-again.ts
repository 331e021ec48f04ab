import { spokenLanguage } from '../consent/decide/language';
import { waiting, type Waiting } from '../consent/decide/send-again';
import type { Operator } from '../consent/entry';
import { endOfUnconfirmed } from '../consent/keep/birth-ends';
import { stateAt } from '../consent/keep/state-at';
import { standingOf, type Standing } from '../consent/standing';
import type { EmailAddress } from '../email-address';
import { needOpen } from '../http/need-open';
import { Problem } from '../http/problem';
import { readHistory } from '../ledger/ledger';
import { subjectId } from '../ledger/subject-id';
import { againCap, mailCaps } from '../limits/mail-caps';
import { linkUrl } from '../links/link';
import { confirmationLetter } from '../mail/letters';
import { MailWaits } from '../mail/mail-waits';
import type { Site } from '../policy/schema';
import { Allowance, unlessUsedUp } from './allowance';
import { countMailed, readBrakeOf } from './brake';
import { deliver } from './deliver';
import type { Deps } from './deps';
import { limitsOf } from './sign-up';

type AgainDeps = Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey' | 'links' | 'mail'>;

export interface AgainOrder {
  readonly site: Site;
  readonly address: EmailAddress;
  readonly operator: Operator;
  readonly now: Date;
}

/**
 * Sends the mail with the button once more, for the newest sign-up that waits for it: the same link, the same time until it is late.
 * The entry says which operator had it sent. Within the limits that sign-ups have, too, and once within the pause between two: also
 * where several order it at once, or a crash after the mail left no entry.
 *
 * @throws {Problem} 409 where nothing waits, or nobody would get it; 410 where the site is closed
 */
export async function sendAgain(deps: AgainDeps, { site, address, operator, now }: AgainOrder) {
  needOpen(site, now);
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const { entries } = await readHistory(deps.ledger, subject, now);
  const found = waiting(stateAt(entries, site, now), entries, limitsOf(site), now);
  if (!found) throw new Problem(409, 'nothing-pending', 'Nobody of this address waits for a confirmation mail here.');
  needReachable(standingOf(entries));
  if (found.nextFrom) return answerOf(site, false, found);
  const { pauseMs } = limitsOf(site);
  const caps = [...mailCaps(site, address.canonical, { by: 'operator' }), againCap(found.record.recordId, pauseMs)];
  const allowance = new Allowance(deps, site, caps, now);
  await allowance.read();
  const isAllowed = !allowance.isUsedUp && (await allowance.use().then(() => true, unlessUsedUp)) === true;
  if (!isAllowed) return answerOf(site, false, { ...found, remaining: 0 });
  const record = { ...found.record, language: spokenLanguage(entries, found.record.language) };
  const link = await linkUrl(deps.links, { kind: 'confirm', subject, recordId: record.recordId, purposes: [] });
  const reading = await readBrakeOf(deps, site, now);
  const isSent = await deliver(deps, {
    ...{ site, subject, entries, record, now },
    kind: 'confirmation',
    letter: confirmationLetter(site, record, link),
    actor: operator,
    end: endOfUnconfirmed(new Date(record.confirmBy)),
  }).catch(async (error: unknown) => {
    // Where the service did not answer, it may have taken the mail.
    if (error instanceof MailWaits && error.trouble !== 'down') await allowance.giveBack();
    throw error;
  });
  if (!isSent) throw new Problem(409, 'nothing-pending', 'The address of this sign-up is not kept any more.');
  await countMailed(deps, reading, now);
  const nextFrom = new Date(now.getTime() + pauseMs);
  return answerOf(site, true, { ...found, remaining: found.remaining - 1, nextFrom });
}

/** @throws {Problem} where a mail would do harm, or no good */
function needReachable({ restrictedSince, undeliverableSince }: Standing): void {
  if (restrictedSince !== undefined)
    throw new Problem(409, 'restricted', 'The data of this person may not be used for now; do not mail them.');
  if (undeliverableSince !== undefined)
    throw new Problem(409, 'undeliverable', 'Mail to this address comes back; ask the person for another one.');
}

function answerOf(site: Site, sent: boolean, { remaining, nextFrom }: Pick<Waiting, 'remaining' | 'nextFrom'>) {
  return { site: site.id, sent, remaining, ...(nextFrom && { nextFrom: nextFrom.toISOString() }) };
}
