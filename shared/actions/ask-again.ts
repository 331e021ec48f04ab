import { type SubjectId, recordIdOf } from '../ids';
import { randomBytes } from 'node:crypto';
import { isSameRequest, request, type SignUp } from '../consent/decide/decisions';
import { endOfUnconfirmed } from '../consent/keep/birth-ends';
import { isPending, type RecordState } from '../consent/fold';
import type { Asked } from '../consent/preferences';
import { identitiesOf } from '../consent/identity';
import type { Entry } from '../consent/entry';
import { readEmailAddress } from '../email-address';
import { lengthMs } from '../duration';
import { noticeHash, purposeNotice, type PurposeNotice } from '../policy/notices';
import type { Language, Site } from '../policy/schema';
import { keepNotice } from '../ledger/ledger';
import { identityParts, type Network } from '../ledger/part';
import { addressDigest } from '../ledger/subject-id';
import { mailCaps } from '../limits/mail-caps';
import { Allowance, unlessUsedUp } from './allowance';
import { limitsOf } from './sign-up';
import { takeStep } from './take-step';
import { readParts } from '../ledger/vault';
import { whoIs } from '../ledger/who-is';
import type { Deps } from './deps';

export interface Asking {
  readonly site: Site;
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
  readonly purposes: readonly string[];
  /** Of the wording that was shown. */
  readonly language: Language;
  readonly network: Network;
  /** Address of the page that it was shown on. */
  readonly page: string;
  readonly now: Date;
}

/**
 * A person who is known here asks for more, as by a sign-up form and within the same limits: nothing counts before they confirm.
 * Who they are is copied from what they said last, and shown to nobody.
 */
export async function askAgain(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  asking: Asking,
): Promise<Asked> {
  const { site, subject, now } = asking;
  const identity = whoIs(identitiesOf(asking.entries), await readParts(deps.vault, subject, now));
  const address = identity && readEmailAddress(identity.email);
  if (!address || typeof address === 'string') return 'unknown';
  const notices = noticesOf(asking);
  const recordId = recordIdOf(randomBytes(16));
  const digest = await addressDigest(deps.subjectKey, { subject, recordId }, address.canonical);
  const signUp = { ...signUpOf(asking, notices), recordId, address: digest };
  const end = endOfUnconfirmed(signUp.confirmBy);
  const allowance = new Allowance(deps, site, mailCaps(site, address.canonical, { by: 'link' }), now);
  const taken = takeStep(deps, {
    subject,
    now,
    meanwhile: () => allowance.read(),
    decide: (all, _, at) => {
      const step = request(all, signUp, limitsOf(site), at);
      return step && !allowance.isStopped && !allowance.isUsedUp ? step : undefined;
    },
    parts: {
      ...identityParts({ email: identity.email, page: { url: asking.page, knownBy: 'form' } }, identity.fields),
      network: asking.network,
    },
    alongside: () => Promise.all([allowance.use(), ...notices.map((notice) => keepNotice(deps.ledger, notice))]),
    entryEnd: end,
    partsEnd: end,
  });
  const seen = await taken.catch(unlessUsedUp);
  if (seen?.entry) return 'asked';
  await allowance.giveBack();
  const waits = (record: RecordState): boolean => isPending(record, seen!.now) && isSameRequest(record, signUp);
  return seen?.state.some(waits) ? 'lately' : 'enough';
}

function noticesOf({ site, purposes, language }: Asking): PurposeNotice[] {
  return site.purposes
    .filter(({ id }) => purposes.includes(id))
    .map((purpose) => purposeNotice(site, purpose, language));
}

function signUpOf(
  { site, language, now }: Asking,
  notices: readonly PurposeNotice[],
): Omit<SignUp, 'recordId' | 'address'> {
  return {
    site: site.id,
    actor: { kind: 'subject' },
    language,
    purposes: notices.map((notice) => ({
      id: notice.purpose,
      legalBasis: 'consent',
      noticeHash: noticeHash(notice),
    })),
    privacyNotice: site.controller.privacyNotice.version,
    confirmBy: new Date(now.getTime() + lengthMs(site.confirmation.pending)),
  };
}
