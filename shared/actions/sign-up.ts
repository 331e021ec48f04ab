import { type Digest, type RecordId, recordIdOf } from '../ids';
import { randomBytes } from 'node:crypto';
import { request, type MailLimits, type SignUp } from '../consent/decide/decisions';
import type { Actor, Source } from '../consent/entry';
import { endOfUnconfirmed } from '../consent/keep/birth-ends';
import { lengthMs } from '../duration';
import type { EmailAddress } from '../email-address';
import { keepNotice } from '../ledger/ledger';
import { identityParts, type FormPage, type Network, type Parts } from '../ledger/part';
import { addressDigest, subjectId } from '../ledger/subject-id';
import { putNothing } from '../ledger/vault';
import { logger } from '../logger';
import { noticeHash, type AssetNotice, type PurposeNotice } from '../policy/notices';
import type { Language, Site } from '../policy/schema';
import { mailCaps, proofCap, type Cause } from '../limits/mail-caps';
import { proofNeeded, proofOf } from './require-proof';
import { Allowance, unlessUsedUp } from './allowance';
import type { Deps } from './deps';
import { takeStep } from './take-step';

/** By how much the entry of a sign-up is larger than what it says, less what `putNothing` adds by itself. */
const SEAL_BYTES = 283;
/** By how much it is larger for each further part that it commits to, besides the name of the part. */
const DIGEST_BYTES = ',"":""'.length + 43;

/** What a person, or somebody in their name, asks for. */
export interface SignUpRequest {
  readonly site: Site;
  readonly address: EmailAddress;
  readonly fields: Readonly<Record<string, string>>;
  /** The page with the form. */
  readonly page?: FormPage | undefined;
  /** The form, by its id in the site's configuration. */
  readonly formId?: string | undefined;
  /** The wordings that are current. */
  readonly purposes: readonly PurposeNotice[];
  readonly asset?: AssetNotice | undefined;
  /** Whether the form reported exactly these as those that it showed. */
  readonly wordingBy?: 'form' | undefined;
  readonly language: Language;
  readonly source?: Source | undefined;
  readonly actor: Actor;
  readonly network: Network;
  /** The solution of a puzzle, as it was sent. */
  readonly proof?: string | undefined;
  /** Whether something was filled in that no person sees. */
  readonly isTrapped?: boolean | undefined;
  readonly now: Date;
}

/**
 * Writes down that somebody asks, within the limits of the site; the mail that asks them to confirm follows from the entry.
 * Whether anything was written, nobody can tell by the answer, nor by the time that it takes.
 */
export async function signUp(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  asked: SignUpRequest,
): Promise<void> {
  const { site, address, purposes, asset, now } = asked;
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const recordId = recordIdOf(randomBytes(16));
  const digest = await addressDigest(deps.subjectKey, { subject, recordId }, address.canonical);
  const wanted = signUpOf(asked, recordId, digest);
  const limits = limitsOf(site);
  const proof = await proofOf(deps, site, asked.proof, now);
  if (proof === undefined && asksForProof(asked, false)) throw await proofNeeded(deps, site, now);
  const caps = mailCaps(site, address.canonical, causeOf(asked));
  const allowance = new Allowance(deps, site, proof === undefined ? caps : [...caps, proofCap(proof)], now);
  const parts: Parts = { ...whoAsks(asked), network: asked.network };
  const end = endOfUnconfirmed(wanted.confirmBy);
  const notices = [...purposes, ...(asset ? [asset] : [])];
  const taken = takeStep(deps, {
    subject,
    now,
    meanwhile: async () => {
      await allowance.read();
      if (!allowance.isProven && asksForProof(asked, allowance.isUnderLoad)) throw await proofNeeded(deps, site, now);
    },
    decide: (state, _, moment) => {
      const step = request(state, wanted, limits, moment);
      return step && !asked.isTrapped && !allowance.isStopped && !allowance.isUsedUp ? step : undefined;
    },
    parts,
    alongside: () => Promise.all([allowance.use(), ...notices.map((notice) => keepNotice(deps.ledger, notice))]),
    entryEnd: end,
    partsEnd: end,
  });
  if (asked.isTrapped) logger.warn('sign-up by a program', { site: site.id, count: 1 });
  const seen = await taken.catch(unlessUsedUp);
  if (!seen?.entry) await takeAsLong(deps, allowance, parts, wanted, now);
}

/** A backend that has a token is no flood of strangers. */
function asksForProof({ site: { limits }, actor }: SignUpRequest, isUnderLoad: boolean): boolean {
  if (actor.kind === 'backend' || limits.proofOfWork === 'never') return false;
  return limits.proofOfWork === 'always' || isUnderLoad;
}

/** A backend that does not say who its visitor is signs people up from one place, so that says nothing. */
function causeOf({ actor, network }: SignUpRequest): Cause {
  const isUnsaid = actor.kind === 'backend' && network.ipSource !== 'backend';
  return isUnsaid || network.ip === undefined ? { by: 'backend' } : { by: 'visitor', ip: network.ip };
}

/** How many confirmation mails an address gets. */
export function limitsOf({ confirmation: { mailsPerDay, pause } }: Site): MailLimits {
  return { mailsPerDay, pauseMs: lengthMs(pause) };
}

function signUpOf(
  { site, actor, language, purposes, asset, source, wordingBy, formId, now }: SignUpRequest,
  recordId: RecordId,
  address: Digest,
): SignUp {
  return {
    site: site.id,
    recordId,
    actor,
    address,
    language,
    purposes: purposes.map((notice) => ({
      id: notice.purpose,
      legalBasis: 'consent',
      noticeHash: noticeHash(notice),
    })),
    ...(asset && { asset: { id: asset.asset, noticeHash: noticeHash(asset) } }),
    ...(source && { source }),
    privacyNotice: site.controller.privacyNotice.version,
    ...(wordingBy && { wordingBy }),
    ...(formId !== undefined && { formId }),
    confirmBy: new Date(now.getTime() + lengthMs(site.confirmation.pending)),
  };
}

function whoAsks({ address, fields, page }: SignUpRequest): Parts {
  return identityParts({ email: address.typed, ...(page && { page }) }, fields);
}

/** Nobody may learn from the time of an answer whether the address is known here, or how often it was asked. */
async function takeAsLong(
  deps: Pick<Deps, 'vault'>,
  allowance: Allowance,
  parts: Parts,
  wanted: SignUp,
  now: Date,
): Promise<void> {
  const size = (value: object): number => Buffer.byteLength(JSON.stringify(value));
  const saved = Object.values(parts).map((part: object) => putNothing(deps.vault, size(part), now));
  await Promise.all([allowance.giveBack(), allowance.useNothing(), ...saved]);
  const details = parts.details ? DIGEST_BYTES + 'details'.length : 0;
  await putNothing(deps.vault, SEAL_BYTES + details + size(wanted), now);
}
