import { readEmailAddress, type EmailAddress } from '../email-address';
import { dayOf } from '../calendar';
import type { Facts } from '../consent/entry';
import { findPurpose } from '../policy/sites';
import type { Site } from '../policy/schema';
import * as z from '../zod';
import type { Finding } from '../zod';
import { plainString, readJson, validate } from './body';
import { Problem } from './problem';
import type { HttpRequest } from './request';
import type { SUBJECT_ACTIONS } from './routes';
import { fieldFindings, fields, name } from './sign-up-body';

const isReason = (text: string): boolean => text.trim().length >= 3 && !/\S@\S/.test(text);
const day = z.iso.date('This is a day, such as "2026-11-20".');
const flag = z.optional(z.literal(true, 'Leave this out, or say true.'));
const purposes = z._default(z.array(name).check(z.maxLength(50)), []);
const CASE = 'A case is 1 to 60 letters, digits, blanks and ". _ / -", such as "12 O 345/26". It names nobody.';

const COMMON = {
  email: plainString(320),
  /** It outlives what it is about, so it says why and not who. */
  reason: plainString(500).check(
    z.refine(isReason, 'Say why, in 3 to 500 characters and without any address, e.g. "letter of 20 November".'),
  ),
  dryRun: flag,
};
const via = z.enum(['e-mail', 'letter', 'phone', 'in-person']);
const TOLD = { via: z.optional(via), receivedOn: z.optional(day) };

export const SUBJECT_SCHEMAS = {
  withdrawals: z.strictObject({ ...COMMON, via, receivedOn: day, purposes }),
  objections: z.strictObject({ ...COMMON, via, receivedOn: day, purposes }),
  restrictions: z.strictObject({ ...COMMON, ...TOLD, lift: flag }),
  holds: z.strictObject({
    ...COMMON,
    case: z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,59}$/u, CASE)),
    reviewBy: z.optional(day),
    lift: flag,
  }),
  erasures: z.strictObject({ ...COMMON, ...TOLD, suppress: flag, despiteDuty: flag }),
  rectifications: z.strictObject({
    ...COMMON,
    ...TOLD,
    fields: z._default(fields, {}),
    newEmail: z.optional(plainString(320)),
  }),
};

export type SubjectAction = (typeof SUBJECT_ACTIONS)[number];

type Bodies = { readonly [A in SubjectAction]: { readonly action: A } & z.output<(typeof SUBJECT_SCHEMAS)[A]> };

/** What an operator wants done about a person. */
export type SubjectBody = Bodies[SubjectAction];

export interface SubjectStep {
  readonly address: EmailAddress;
  readonly told: Pick<Facts, 'via' | 'receivedOn'>;
  readonly body: SubjectBody;
}

/**
 * Reads what an operator wants done, by the rules of the site.
 *
 * @throws {Problem} 422 with one item for each thing that is wrong; nothing was read or written yet
 */
export function readSubjectStep(action: SubjectAction, site: Site, request: HttpRequest, now: Date): SubjectStep {
  const today = dayOf(now);
  const body = { action, ...validate(SUBJECT_SCHEMAS[action], readJson(request)) } as SubjectBody;
  const address = readEmailAddress(body.email);
  const wrong = [
    ...(typeof address === 'string' ? [{ pointer: '/email', detail: address }] : []),
    ...('receivedOn' in body && body.receivedOn !== undefined && body.receivedOn > today
      ? [{ pointer: '/receivedOn', detail: 'This day has not come yet.' }]
      : []),
    ...particulars(body, site, address, today),
  ];
  if (wrong.length > 0 || typeof address === 'string') throw invalid(wrong);
  return { address, told: toldIn(body), body };
}

function invalid(errors: readonly Finding[]): Problem {
  return new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', errors);
}

function toldIn(body: SubjectBody): SubjectStep['told'] {
  if (body.action === 'holds') return {};
  const { via: way, receivedOn } = body;
  return { ...(way && { via: way }), ...(receivedOn !== undefined && { receivedOn }) };
}

function particulars(body: SubjectBody, site: Site, address: EmailAddress | string, today: string): Finding[] {
  switch (body.action) {
    case 'withdrawals':
    case 'objections':
      return body.purposes.flatMap((id, n) => purposeFinding(site, id, `/purposes/${n}`));
    case 'holds':
      return reviewFinding(body, today);
    case 'rectifications':
      return identityFindings(body, site, address);
    case 'restrictions':
    case 'erasures':
      return [];
  }
}

function purposeFinding(site: Site, id: string, where: string): Finding[] {
  const purpose = findPurpose(site, id);
  if (!purpose)
    return [{ pointer: where, detail: 'The site has no such purpose; its notices list those that there are.' }];
  if (purpose.legalBasis !== 'contract') return [];
  return [
    { pointer: where, detail: 'This mail rests on a contract: it ends with that, and not by withdrawal or objection.' },
  ];
}

function reviewFinding({ lift, reviewBy }: Bodies['holds'], today: string): Finding[] {
  if (lift) return reviewBy === undefined ? [] : [{ pointer: '/reviewBy', detail: 'What is lifted is not reviewed.' }];
  if (reviewBy !== undefined && reviewBy > today) return [];
  return [
    { pointer: '/reviewBy', detail: 'Say by which day to come somebody looks whether the hold is still needed.' },
  ];
}

function identityFindings(
  { fields: answers, newEmail }: Bodies['rectifications'],
  site: Site,
  address: EmailAddress | string,
): Finding[] {
  const nothing = Object.keys(answers).length === 0 && newEmail === undefined;
  return [
    ...(nothing ? [{ pointer: '', detail: 'Say what is right: "fields", "newEmail" or both.' }] : []),
    ...fieldFindings(site, answers),
    ...(newEmail === undefined ? [] : newAddressFindings(newEmail, answers, address)),
  ];
}

const FIELDS_FIRST =
  'This is another address, which the person has to confirm: correct the fields first, in an order of its own.';

function newAddressFindings(newEmail: string, answers: object, address: EmailAddress | string): Finding[] {
  const read = readEmailAddress(newEmail);
  if (typeof read === 'string') return [{ pointer: '/newEmail', detail: read }];
  const isOther = typeof address !== 'string' && read.canonical !== address.canonical;
  return isOther && Object.keys(answers).length > 0 ? [{ pointer: '/fields', detail: FIELDS_FIRST }] : [];
}
