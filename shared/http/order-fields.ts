import * as z from '../zod';
import { day, email, expects, flag, personId, reason } from './fields';

/** What an operator says with every order about a person. */
export const orderFields = () => ({
  email: z.optional(email()),
  id: z.optional(personId()),
  reason: reason('letter of 20 November'),
  dryRun: flag(),
  expects: expects(),
});

export const via = () => z.enum(['e-mail', 'letter', 'phone', 'in-person']);

/** How and when the person told us, where that may be left out. */
export const toldFields = () => ({ via: z.optional(via()), receivedOn: z.optional(day()) });
