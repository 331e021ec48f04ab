import { randomBytes } from 'node:crypto';
import { requestRight } from '../consent/decide/own-rights';
import { identitiesOf, identityName } from '../consent/identity';
import { endOfUnclaimed } from '../consent/keep/birth-ends';
import type { OwnRight } from '../consent/steps/right-requested';
import { readEmailAddress } from '../email-address';
import type { Press } from '../http/press';
import { recordIdOf } from '../ids';
import { readParts } from '../ledger/vault';
import { whoIs } from '../ledger/who-is';
import { mailCaps } from '../limits/mail-caps';
import { Allowance, unlessUsedUp } from './allowance';
import type { Deps } from './deps';
import { limitsOf } from './sign-up';
import { takeStep } from './take-step';
import type { Visit } from './visit-preferences';

/** What somebody wants who holds a link of the person's. */
export interface RightWish {
  readonly right: OwnRight;
  /** The other address, as it was typed; of a move alone. */
  readonly email?: string | undefined;
}

/**
 * Writes down that somebody asks, so that a mail to the address that is known here asks the person; nothing else follows from it.
 * Within limits of its own, which nobody can fill but who has a link of that mailbox; whether anything was written nobody can tell by the answer.
 *
 * @returns false where what was typed is no address
 */
export async function askRight(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  { right, email = '' }: RightWish,
  { site, present, now }: Visit,
  { facts, network }: Press,
): Promise<boolean> {
  const typed = readEmailAddress(email);
  if (right === 'move' && typeof typed === 'string') return false;
  const { subject, entries } = present;
  const names = [...identitiesOf(entries), ...entries.flatMap((entry) => identityName(entry) ?? []).reverse()];
  const known = readEmailAddress(whoIs(names, await readParts(deps.vault, subject, now))?.email ?? '');
  // Without an address there is nobody to ask.
  if (typeof known === 'string') return true;
  const request = recordIdOf(randomBytes(16));
  const allowance = new Allowance(deps, site, mailCaps(site, known.canonical, { by: 'right' }), now);
  const taken = takeStep(deps, {
    subject,
    now,
    meanwhile: () => allowance.read(),
    decide: (_, all, moment) => {
      const step = requestRight(all, { site: site.id, right, request, facts }, limitsOf(site), moment);
      // The mailbox took a mail with the link: what strangers' mails come back for does not stop this one.
      return step && !allowance.isUsedUp ? step : undefined;
    },
    parts: { network, ...(right === 'move' && typeof typed !== 'string' && { address: { email: typed.typed } }) },
    alongside: () => allowance.use(),
    partsEnd: endOfUnclaimed(now),
  });
  const seen = await taken.catch(unlessUsedUp);
  if (!seen?.entry) await allowance.giveBack();
  return true;
}
