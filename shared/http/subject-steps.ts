import { readEmailAddress } from '../email-address';
import { dayOf } from '../calendar';
import type { Facts } from '../consent/entry';
import { findPurpose } from '../policy/sites';
import type { Site } from '../policy/schema';
import type * as z from '../zod';
import type { Finding } from '../zod';
import type { erase } from './operations/erase';
import type { hold } from './operations/hold';
import type { object } from './operations/object';
import type { rectify } from './operations/rectify';
import type { restrict } from './operations/restrict';
import type { weigh } from './operations/weigh';
import type { withdraw } from './operations/withdraw';
import { Problem } from './problem';
import { readWhose, type Whose } from './subject-body';
import { fieldFindings } from './sign-up-body';

/** By the last word of its path. */
interface Orders {
  readonly withdrawals: typeof withdraw;
  readonly objections: typeof object;
  readonly weighings: typeof weigh;
  readonly restrictions: typeof restrict;
  readonly holds: typeof hold;
  readonly erasures: typeof erase;
  readonly rectifications: typeof rectify;
}

export type SubjectAction = keyof Orders;

type Bodies = { readonly [A in SubjectAction]: { readonly action: A } & z.output<Orders[A]['body']> };

/** What an operator wants done about a person. */
export type SubjectBody = Bodies[SubjectAction];

export interface SubjectStep {
  readonly whose: Whose;
  readonly told: Pick<Facts, 'via' | 'receivedOn' | 'forCase' | 'identity'>;
}

/**
 * Reads what an operator wants done, by the rules of the site.
 *
 * @throws {Problem} 422 with one item for each thing that is wrong; nothing was read or written yet
 */
export function readSubjectStep(body: SubjectBody, site: Site, now: Date): SubjectStep {
  const today = dayOf(now);
  const whose = readWhose(body);
  const wrong = [
    ...('receivedOn' in body && body.receivedOn !== undefined && body.receivedOn > today
      ? [{ pointer: '/receivedOn', detail: 'This day has not come yet.' }]
      : []),
    ...particulars(body, site, whose, today),
  ];
  if (wrong.length > 0) throw invalid(wrong);
  return { whose, told: toldIn(body) };
}

function invalid(errors: readonly Finding[]): Problem {
  return new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', errors);
}

function toldIn(body: SubjectBody): SubjectStep['told'] {
  const { forCase, identity } = body;
  const answering = { ...(forCase !== undefined && { forCase }), ...(identity && { identity }) };
  if (body.action === 'holds') return answering;
  const { via: way, receivedOn } = body;
  return { ...answering, ...(way && { via: way }), ...(receivedOn !== undefined && { receivedOn }) };
}

function particulars(body: SubjectBody, site: Site, whose: Whose, today: string): Finding[] {
  switch (body.action) {
    case 'withdrawals':
    case 'objections':
    case 'weighings':
      return body.purposes.flatMap((id, n) => purposeFinding(site, id, `/purposes/${n}`));
    case 'holds':
      return holdFindings(body, today);
    case 'rectifications':
      return identityFindings(body, site, whose);
    case 'restrictions':
      return liftingFindings(body, today);
    case 'erasures':
      return [];
  }
}

/** Art. 18(3) GDPR: whoever had their data restricted is told before that is lifted. */
function liftingFindings({ lift, via: way, informedOn }: Bodies['restrictions'], today: string): Finding[] {
  const pointer = '/informedOn';
  if (!lift) return informedOn === undefined ? [] : [{ pointer, detail: 'This is said when a restriction is lifted.' }];
  if (informedOn === undefined) return way === undefined ? [{ pointer, detail: TELL_FIRST }] : [];
  return informedOn > today
    ? [{ pointer, detail: 'This day has not come yet; lift it when the person was told.' }]
    : [];
}

const TELL_FIRST =
  'Tell the person first that the restriction ends, and say here on which day you did; or how they asked for it ("via").';

function purposeFinding(site: Site, id: string, where: string): Finding[] {
  const purpose = findPurpose(site, id);
  if (!purpose)
    return [{ pointer: where, detail: 'The site has no such purpose; its notices list those that there are.' }];
  if (purpose.legalBasis !== 'contract') return [];
  return [
    { pointer: where, detail: 'This mail rests on a contract: it ends with that, and not by withdrawal or objection.' },
  ];
}

function holdFindings(body: Bodies['holds'], today: string): Finding[] {
  const { label, case: id } = body;
  const isNamed = (label === undefined) !== (id === undefined);
  return [...(isNamed ? [] : [{ pointer: '/label', detail: NAME_IT }]), ...reviewFinding(body, today)];
}

const NAME_IT = 'Say what you call the dispute ("label"), or by which id a hold is known ("case"): one of the two.';

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
  whose: Whose,
): Finding[] {
  const nothing = Object.keys(answers).length === 0 && newEmail === undefined;
  return [
    ...(nothing ? [{ pointer: '', detail: 'Say what is right: "fields", "newEmail" or both.' }] : []),
    ...fieldFindings(site, answers),
    ...(newEmail === undefined ? [] : newAddressFindings(newEmail, answers, whose)),
  ];
}

const BY_ADDRESS =
  'Name the person by the address that there is, so that it is clear which one the new one takes the place of.';
const FIELDS_FIRST =
  'This is another address, which the person has to confirm: correct the fields first, in an order of its own.';

function newAddressFindings(newEmail: string, answers: object, whose: Whose): Finding[] {
  const read = readEmailAddress(newEmail);
  if (typeof read === 'string') return [{ pointer: '/newEmail', detail: read }];
  if ('id' in whose) return [{ pointer: '/email', detail: BY_ADDRESS }];
  const isOther = read.canonical !== whose.canonical;
  return isOther && Object.keys(answers).length > 0 ? [{ pointer: '/fields', detail: FIELDS_FIRST }] : [];
}
