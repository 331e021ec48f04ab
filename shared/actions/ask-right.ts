import { randomBytes } from 'node:crypto';
import { requestRight } from '../consent/decide/own-rights';
import { endOfUnclaimed } from '../consent/keep/birth-ends';
import type { OwnRight } from '../consent/steps/right-requested';
import { readEmailAddress } from '../email-address';
import type { Press } from '../http/press';
import { recordIdOf } from '../ids';
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
 * Whether anything was written nobody can tell by the answer.
 *
 * @returns false where what was typed is no address
 */
export async function askRight(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  { right, email = '' }: RightWish,
  { site, present, now }: Visit,
  { facts, network }: Press,
): Promise<boolean> {
  const address = readEmailAddress(email);
  if (right === 'move' && typeof address === 'string') return false;
  const request = recordIdOf(randomBytes(16));
  await takeStep(deps, {
    subject: present.subject,
    now,
    decide: (_, entries, moment) =>
      requestRight(entries, { site: site.id, right, request, facts }, limitsOf(site), moment),
    parts: { network, ...(right === 'move' && typeof address !== 'string' && { address: { email: address.typed } }) },
    partsEnd: endOfUnclaimed(now),
  });
  return true;
}
