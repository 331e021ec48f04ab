import { dayOf } from '../calendar';
import { IDENTITIES } from '../consent/steps/facts';
import * as z from '../zod';
import { caseId, day, email, expects, flag, personId, reason } from './fields';
import { Problem } from './problem';

/** The request that something is done for, and how the operator made sure that the person asks (Art. 12(6) GDPR). */
export const answering = () => ({
  forCase: z.optional(caseId()),
  identity: z.optional(identity()),
});

export const identity = () => z.enum(IDENTITIES);

/** @throws {Problem} 422 for a day that has not come yet */
export function needPast(pointer: string, day: string, now: Date): void {
  if (day <= dayOf(now)) return;
  throw new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', [
    { pointer, detail: 'This day has not come yet.' },
  ]);
}

/** What an operator says with every order about a person. */
export const orderFields = () => ({
  email: z.optional(email()),
  id: z.optional(personId()),
  reason: reason('letter of 20 November'),
  dryRun: flag(),
  expects: expects(),
  ...answering(),
});

export const via = () => z.enum(['e-mail', 'letter', 'phone', 'in-person']);

/** How and when the person told us, where that may be left out. */
export const toldFields = () => ({ via: z.optional(via()), receivedOn: z.optional(day()) });
