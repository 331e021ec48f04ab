import { type Digest, type RecordId, recordIdOf } from '../ids';
import { randomBytes } from 'node:crypto';
import { request, type MailLimits, type SignUp } from '../consent/decide/decisions';
import type { Actor, Source } from '../consent/entry';
import { endOfUnconfirmed } from '../consent/keep/birth-ends';
import { lengthMs } from '../duration';
import type { EmailAddress } from '../email-address';
import { keepNotice } from '../ledger/ledger';
import type { FormPage, Identity, Network, Parts } from '../ledger/part';
import { addressDigest, subjectId } from '../ledger/subject-id';
import { putNothing } from '../ledger/vault';
import { noticeHash, type AssetNotice, type PurposeNotice } from '../policy/notices';
import type { Language, Site } from '../policy/schema';
import { mailCaps } from '../limits/mail-caps';
import { Allowance, UsedUp } from './allowance';
import type { Deps } from './deps';
import { takeStep, type Taken } from './take-step';

/** By how much the entry of a sign-up is larger than what it says, less what `putNothing` adds by itself. */
const SEAL_BYTES = 283;

/** What a person, or somebody in their name, asks for. */
export interface SignUpRequest {
  readonly site: Site;
  readonly address: EmailAddress;
  readonly fields: Readonly<Record<string, string>>;
  /** The page with the form. */
  readonly page?: FormPage | undefined;
  /** The wordings that are current. */
  readonly purposes: readonly PurposeNotice[];
  readonly asset?: AssetNotice | undefined;
  /** Whether the form reported exactly these as those that it showed. */
  readonly wordingBy?: 'form' | undefined;
  readonly language: Language;
  readonly source?: Source | undefined;
  readonly actor: Actor;
  readonly network: Network;
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
  const allowance = new Allowance(deps, site.id, mailCaps(site, address.canonical, ipOf(asked)), now);
  const parts: Parts = { identity: identityOf(asked), network: asked.network };
  const end = endOfUnconfirmed(wanted.confirmBy);
  const notices = [...purposes, ...(asset ? [asset] : [])];
  const taken = takeStep(deps, {
    subject,
    now,
    meanwhile: () => allowance.read(),
    decide: (state, _, moment) => {
      const step = request(state, wanted, limits, moment);
      return step && !allowance.isUsedUp ? step : undefined;
    },
    parts,
    alongside: () => Promise.all([allowance.use(), ...notices.map((notice) => keepNotice(deps.ledger, notice))]),
    entryEnd: end,
    partsEnd: end,
  });
  const { entry } = await taken.catch(unlessUsedUp);
  if (!entry) await takeAsLong(deps, allowance, parts, wanted, now);
}

/** A backend that does not say who its visitor is signs people up from one place, so that says nothing. */
function ipOf({ actor, network }: SignUpRequest): string | undefined {
  return actor.kind === 'backend' && network.ipSource !== 'backend' ? undefined : network.ip;
}

function unlessUsedUp(error: unknown): Pick<Taken, 'entry'> {
  if (error instanceof UsedUp) return { entry: undefined };
  throw error;
}

/** How many confirmation mails an address gets. */
export function limitsOf({ confirmation: { mailsPerDay, pause } }: Site): MailLimits {
  return { mailsPerDay, pauseMs: lengthMs(pause) };
}

function signUpOf(
  { site, actor, language, purposes, asset, source, wordingBy, now }: SignUpRequest,
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
    confirmBy: new Date(now.getTime() + lengthMs(site.confirmation.pending)),
  };
}

function identityOf({ address, fields, page }: SignUpRequest): Identity {
  return {
    email: address.typed,
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(page && { page }),
  };
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
  await putNothing(deps.vault, SEAL_BYTES + size(wanted), now);
}
