import type { Facts, Source } from '../consent/entry';
import { readEmailAddress, type EmailAddress } from '../email-address';
import { noticeHash, purposeNotices, type Notice, type PurposeNotice } from '../policy/notices';
import type { Language, LegalBasis, Purpose, Site } from '../policy/schema';
import { findPurpose } from '../policy/sites';
import { ownLanguage } from '../policy/own-language';
import { nearestLanguage } from '../nearest-language';
import type * as z from '../zod';
import type { Finding } from '../zod';
import type { recordConsent } from './operations/record-consent';
import { Problem } from './problem';
import { inUtc, spanFindings } from './span';
import { fieldFindings, overFinding, visitorFindings } from './sign-up-body';

type ConsentBody = z.output<typeof recordConsent.body>;

export interface ConsentReport extends Pick<
  ConsentBody,
  'visitor' | 'signedUpBy' | 'fields' | 'note' | 'reference' | 'dryRun'
> {
  readonly address: EmailAddress;
  readonly language: Language;
  /** That of all purposes. */
  readonly legalBasis: LegalBasis;
  /** One for each purpose. */
  readonly notices: readonly PurposeNotice[];
  readonly source?: Source | undefined;
  /** In UTC. */
  readonly givenAt?: string | undefined;
  /** In UTC. */
  readonly givenUntil?: string | undefined;
  /** In UTC. */
  readonly signedUpAt?: string | undefined;
  /** In UTC. */
  readonly signedUpUntil?: string | undefined;
  readonly proof: NonNullable<Facts['proof']>;
}

/**
 * Reads the report of a consent by the rules of the site.
 *
 * @throws {Problem} 422 with one item for each thing that is wrong
 */
export function readConsent(site: Site, body: ConsentBody, now: Date): ConsentReport {
  const address = readEmailAddress(body.email);
  const purposes = body.purposes.map((id) => findPurpose(site, id));
  const wordings = purposes.map((purpose) => purpose && wordingOf(site, purpose, body));
  const wrong = [
    ...(typeof address === 'string' ? [{ pointer: '/email', detail: address }] : []),
    ...purposeFindings(site, body, now),
    ...wordingFindings(site, body, wordings),
    ...sourceFindings(body, purposes, now),
    ...fieldFindings(site, body.fields),
    ...visitorFindings(body),
    ...signUpFindings(body),
    ...spansFindings(body),
  ];
  const language = languageOf(site, body, wordings[0]);
  if (!language) wrong.push({ pointer: '/language', detail: `The site has ${site.languages.join(' and ')}.` });
  if (wrong.length > 0 || typeof address === 'string' || !language) throw invalid(wrong);
  const { source, givenAt, givenUntil, signedUpAt, signedUpUntil } = body;
  return {
    ...body,
    address,
    language,
    legalBasis: purposes[0]?.legalBasis ?? 'consent',
    notices: wordings.filter((wording) => wording !== undefined),
    fields: Object.fromEntries(Object.entries(body.fields).filter(([, answer]) => answer !== '')),
    source,
    givenAt: inUtc(givenAt),
    givenUntil: inUtc(givenUntil),
    signedUpAt: inUtc(signedUpAt),
    signedUpUntil: inUtc(signedUpUntil),
    proof: proofOf(body),
  };
}

function invalid(errors: readonly Finding[]): Problem {
  return new Problem(422, 'invalid', 'Something in the report is not as it has to be; see errors.', errors);
}

function wordingOf(
  site: Site,
  purpose: Purpose,
  { notices, version, language }: ConsentBody,
): PurposeNotice | undefined {
  const known = purposeNotices(site, purpose);
  if (notices) return known.find((notice) => notices.includes(noticeHash(notice)));
  const wanted = nearestLanguage(site.languages, language ?? ownLanguage(site));
  return known.find((notice) => notice.version === version && notice.language === wanted);
}

/** That of the pages and mails; the wording's, unless another is asked for. */
function languageOf(site: Site, { language }: ConsentBody, wording: Notice | undefined): Language | undefined {
  return nearestLanguage(site.languages, language ?? wording?.language ?? ownLanguage(site));
}

function purposeFindings(site: Site, { purposes: wanted }: ConsentBody, now: Date): Finding[] {
  return wanted.flatMap((id, n) => {
    const detail = overFinding(site, id, now) ?? purposeFinding(site, wanted, id, wanted.indexOf(id) !== n);
    return detail === undefined ? [] : [{ pointer: `/purposes/${n}`, detail }];
  });
}

function purposeFinding(site: Site, wanted: readonly string[], id: string, again: boolean): string | undefined {
  const purpose = findPurpose(site, id);
  if (!purpose) return `The site has no such purpose; it has ${site.purposes.map((one) => one.id).join(', ')}.`;
  if (again) return 'This purpose is there twice.';
  if (purpose.legalBasis !== findPurpose(site, wanted[0])?.legalBasis) {
    return 'This purpose has another legal basis than the first; report each by itself.';
  }
  const { requires } = purpose;
  if (!requires || requires.some((other) => wanted.includes(other))) return undefined;
  return `This purpose goes only along with ${requires.join(' or ')}.`;
}

const TELL_THE_WORDING =
  'Without the wording it is no evidence: name the hash of what was shown for each purpose in "notices", or its "version".';
const UNKNOWN_WORDING =
  'The site knows no such wording for this purpose; add it to its "earlierNotices", word for word as it was shown.';

function wordingFindings(site: Site, body: ConsentBody, wordings: readonly (Notice | undefined)[]): Finding[] {
  const { purposes, notices, version } = body;
  if ((notices === undefined) === (version === undefined)) return [{ pointer: '/notices', detail: TELL_THE_WORDING }];
  return purposes.flatMap((id, n) => {
    const lacks = wordings[n] === undefined && findPurpose(site, id) !== undefined;
    return lacks ? [{ pointer: version === undefined ? '/notices' : '/version', detail: UNKNOWN_WORDING }] : [];
  });
}

function sourceFindings(body: ConsentBody, purposes: readonly (Purpose | undefined)[], now: Date): Finding[] {
  const { source, givenAt, doubleOptIn } = body;
  const asked = purposes.filter((purpose) => purpose?.legalBasis === 'consent');
  const isAllowed = asked.every((purpose) => purpose?.singleOptIn === true);
  return [
    ...(asked.length > 0 && source === undefined ? [finding('/source', 'Say where the consent was given.')] : []),
    ...(asked.length > 0 && source !== 'import' && givenAt === undefined ? [finding('/givenAt', SAY_WHEN)] : []),
    ...(doubleOptIn && source !== 'import' ? [finding('/doubleOptIn', ONLY_IMPORTS)] : []),
    ...(!doubleOptIn && !isAllowed ? [finding('/purposes', NO_SINGLE_OPT_IN)] : []),
    ...(givenAt !== undefined && new Date(givenAt) > now ? [finding('/givenAt', 'This moment is yet to come.')] : []),
  ];
}

/** A double opt-in has two steps, the second after the first; whatever has one says one. */
function signUpFindings({ doubleOptIn, signedUpAt, signedUpBy, givenAt }: ConsentBody): Finding[] {
  const isAfter = signedUpAt !== undefined && givenAt !== undefined && Date.parse(signedUpAt) >= Date.parse(givenAt);
  const lacks = signedUpAt !== undefined && givenAt === undefined;
  return [
    ...visitorFindings({ visitor: signedUpBy }, '/signedUpBy'),
    ...(!doubleOptIn && signedUpAt !== undefined ? [finding('/signedUpAt', ONE_STEP)] : []),
    ...(!doubleOptIn && signedUpBy !== undefined ? [finding('/signedUpBy', ONE_STEP)] : []),
    ...(doubleOptIn && lacks ? [finding('/givenAt', NO_CONFIRMATION)] : []),
    ...(doubleOptIn && isAfter ? [finding('/signedUpAt', NOT_BEFORE)] : []),
  ];
}

function spansFindings({ givenAt, givenUntil, signedUpAt, signedUpUntil }: ConsentBody): Finding[] {
  return [
    ...(givenUntil === undefined ? [] : spanFindings('givenUntil', 'givenAt', { first: givenAt, last: givenUntil })),
    ...(signedUpUntil === undefined
      ? []
      : spanFindings('signedUpUntil', 'signedUpAt', { first: signedUpAt, last: signedUpUntil })),
  ];
}

const ONE_STEP =
  'Only a double opt-in has a sign-up before its confirmation; without "doubleOptIn", "givenAt" and "visitor" say it all.';
const NO_CONFIRMATION = 'Say when it was confirmed: who signed up and confirmed nothing gave no consent.';
const NOT_BEFORE =
  'A sign-up is before its confirmation. Where the source has one time for both, it is "givenAt" alone.';

const finding = (pointer: string, detail: string): Finding => ({ pointer, detail });

const SAY_WHEN = 'Say when the consent was given; only an import may not know.';
const ONLY_IMPORTS = 'Only an import brings a confirmation along; for all others, sign up, and a mail asks for it.';
const NO_SINGLE_OPT_IN =
  'The site takes no consent for this that no mail confirmed: sign up instead, or allow "singleOptIn" in its policy.';

function proofOf({
  givenAt,
  visitor: network,
  doubleOptIn,
  signedUpAt,
  signedUpBy,
}: ConsentBody): ConsentReport['proof'] {
  return [
    ...(givenAt === undefined ? [] : ['time' as const]),
    ...(network ? ['ip' as const] : []),
    'wording',
    ...(doubleOptIn ? ['double-opt-in' as const] : []),
    ...(signedUpAt === undefined ? [] : ['sign-up-time' as const]),
    ...(signedUpBy ? ['sign-up-ip' as const] : []),
  ];
}
