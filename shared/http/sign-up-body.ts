import { isIP } from 'node:net';
import { readEmailAddress, type EmailAddress } from '../email-address';
import type { Language, Site } from '../policy/schema';
import { assetNotice, noticeHash, purposeNotice, type AssetNotice, type PurposeNotice } from '../policy/notices';
import { isOffered } from '../policy/offered';
import { findAsset, findPurpose } from '../policy/sites';
import type * as z from '../zod';
import { pointer, type Finding } from '../zod';
import { ownLanguage } from '../policy/own-language';
import { nearestLanguage } from '../nearest-language';
import { validate } from './body';
import { isPageUrl } from './form-page';
import { signUp } from './operations/sign-up';
import { isPassedOver } from './passed-over';
import { Problem } from './problem';

type SignUpBody = z.output<typeof signUp.body>;

export interface SignUpWishes {
  readonly address: EmailAddress;
  readonly language: Language;
  readonly purposes: readonly PurposeNotice[];
  readonly asset?: AssetNotice;
  readonly fields: Readonly<Record<string, string>>;
  /** Address of the page with the form, as the form says. */
  readonly form?: string;
  /** The form, by its id in the site's configuration. */
  readonly formId?: string;
  readonly wordingBy?: 'form';
  /** The solution of a puzzle. */
  readonly proof?: string;
  /** Whether a field was filled in that no person sees. */
  readonly isTrapped?: true;
  readonly visitor?: SignUpBody['visitor'];
  readonly source?: SignUpBody['source'];
}

/**
 * Reads a sign-up by the rules of the site.
 *
 * @throws {Problem} 422 with one item for each thing that is wrong
 */
export function readSignUp(site: Site, value: unknown, now: Date): SignUpWishes {
  const body = validate(signUp.body, value);
  const address = readEmailAddress(body.email);
  const language = nearestLanguage(site.languages, body.language ?? ownLanguage(site));
  const wrong = [
    ...(typeof address === 'string' ? [{ pointer: '/email', detail: address }] : []),
    ...(language ? [] : [{ pointer: '/language', detail: `The site has ${site.languages.join(' and ')}.` }]),
    ...purposeFindings(site, body.purposes, now),
    ...assetFindings(site, body),
    ...fieldFindings(site, body.fields),
    ...formFindings(site, body),
    ...visitorFindings(body),
  ];
  if (wrong.length > 0 || typeof address === 'string' || !language) throw invalid(wrong);
  const purposes = site.purposes.filter(({ id }) => body.purposes.includes(id));
  const asset = body.asset === undefined ? undefined : findAsset(site, body.asset);
  const wishes = {
    address,
    language,
    purposes: purposes.map((purpose) => purposeNotice(site, purpose, language)),
    ...(asset && { asset: assetNotice(site, asset, language) }),
    fields: Object.fromEntries(Object.entries(body.fields).filter(([, answer]) => answer !== '')),
    ...(body.form?.url !== undefined && { form: body.form.url }),
    ...(body.form?.id !== undefined && { formId: body.form.id }),
    ...(body.altcha !== undefined && { proof: body.altcha }),
    ...(body.topic && { isTrapped: true as const }),
    ...(body.visitor && { visitor: body.visitor }),
    ...(body.source && { source: body.source }),
  };
  const shown = body.notices ?? [];
  const stale = noticeFindings(wishes, shown);
  if (stale.length > 0) throw invalid(stale);
  return { ...wishes, ...(wordingHashes(wishes).every((hash) => shown.includes(hash)) && { wordingBy: 'form' }) };
}

function invalid(errors: readonly Finding[]): Problem {
  return new Problem(422, 'invalid', 'Something in the sign-up is not as it has to be; see errors.', errors);
}

function purposeFindings(site: Site, wanted: readonly string[], now: Date): Finding[] {
  return wanted.flatMap((id, n) => {
    const detail = overFinding(site, id, now) ?? purposeFinding(site, wanted, id, wanted.indexOf(id) !== n);
    return detail === undefined ? [] : [{ pointer: `/purposes/${n}`, detail }];
  });
}

/** What is meant for a time can neither be asked for nor reported once its last day is over. */
export function overFinding(site: Site, id: string, now: Date): string | undefined {
  const purpose = findPurpose(site, id);
  if (!purpose || isOffered(purpose, now)) return undefined;
  return `This purpose ended on ${purpose.endsOn}; nobody is asked for it any more.`;
}

function purposeFinding(site: Site, wanted: readonly string[], id: string, again: boolean): string | undefined {
  const purpose = findPurpose(site, id);
  if (!purpose) return 'The site has no such purpose; its notices list those that there are.';
  if (again) return 'This purpose is there twice.';
  if (purpose.legalBasis !== 'consent') return `This purpose rests on ${purpose.legalBasis}; nobody signs up for it.`;
  const { requires } = purpose;
  if (!requires || requires.some((other) => wanted.includes(other))) return undefined;
  return `This purpose goes only along with ${requires.join(' or ')}.`;
}

function assetFindings(site: Site, { asset, purposes }: SignUpBody): Finding[] {
  if (asset === undefined) {
    return purposes.length > 0 ? [] : [{ pointer: '/purposes', detail: 'Name at least one purpose, or an asset.' }];
  }
  return findAsset(site, asset) ? [] : [{ pointer: '/asset', detail: 'The site has no such asset.' }];
}

export function fieldFindings(site: Site, fields: SignUpBody['fields']): Finding[] {
  return Object.keys(fields)
    .filter((id) => !site.fields.some((field) => field.id === id))
    .map((id) => ({ pointer: pointer(['fields', id]), detail: 'The site does not ask for this field.' }));
}

function formFindings(site: Site, { form: { id, url } = {} }: SignUpBody): Finding[] {
  const isPage = url === undefined || isPageUrl(url);
  const isKnown = id === undefined || site.forms.some((form) => form.id === id);
  return [
    ...(isPage
      ? []
      : [{ pointer: '/form/url', detail: 'This is the address of the page with the form, with https://.' }]),
    ...(isKnown ? [] : [{ pointer: '/form/id', detail: 'The site has no such form; its configuration lists them.' }]),
  ];
}

export function visitorFindings({ visitor }: Pick<SignUpBody, 'visitor'>, at = '/visitor'): Finding[] {
  const good = !visitor || isIP(visitor.ip) !== 0;
  return good ? [] : [{ pointer: `${at}/ip`, detail: 'This is an IPv4 or IPv6 address.' }];
}

function wordingHashes({ purposes, asset }: SignUpWishes): string[] {
  return [...purposes, ...(asset ? [asset] : [])].map(noticeHash);
}

function noticeFindings(wishes: SignUpWishes, shown: readonly string[]): Finding[] {
  const current = new Set(wordingHashes(wishes));
  const detail = 'This is not the current wording of anything asked for; load the notices again and show those.';
  return shown.flatMap((hash, n) => (current.has(hash) ? [] : [{ pointer: `/notices/${n}`, detail }]));
}

/** The names that forms give to what can be there several times. */
const SEVERAL: readonly [name: RegExp, member: string][] = [
  [/^purposes?(\[\d*\])?$/, 'purposes'],
  [/^notices?(\[\d*\])?$/, 'notices'],
];

/** A further question: `field.firstName`, or as PHP forms have it, `fields[firstName]`. */
const FIELD = /^fields?(?:\.(.*)|\[([^\]]*)\])$/s;

/** What a form says of itself. */
const OF_FORM = /^form\.(?:id|url)$/;

/** The plain HTML form as the JSON body that says the same; what was left empty was not said. */
export function signUpFromForm(form: ReadonlyMap<string, readonly string[]>): object {
  const body = new Map<string, unknown>();
  const several = new Map<string, string[]>();
  const fields = new Map<string, unknown>();
  for (const [key, values] of form) {
    const filled = values.filter((value) => value !== '');
    const one = filled.length > 1 ? filled : filled[0];
    const [, list] = SEVERAL.find(([name]) => name.test(key)) ?? [];
    const [, dotted, bracketed] = FIELD.exec(key) ?? [];
    const field = dotted ?? bracketed;
    if (list !== undefined) several.set(list, [...(several.get(list) ?? []), ...filled]);
    else if (field !== undefined && one !== undefined)
      fields.set(field, fields.has(field) ? [fields.get(field), one] : one);
    else if (OF_FORM.test(key) && one !== undefined)
      body.set('form', { ...(body.get('form') ?? {}), [key.slice('form.'.length)]: one });
    else if (key === 'email' || (one !== undefined && !isPassedOver(key))) body.set(key, one ?? '');
  }
  // Made from entries, as that takes every name for a name like any other.
  return {
    ...Object.fromEntries([...body, ...several]),
    ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
  };
}
