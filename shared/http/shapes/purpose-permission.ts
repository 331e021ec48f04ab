import * as z from '../../zod';
import { id, legalBasis, status, time } from './common';
import { answer, said } from './named';

export const permission = answer(
  'Permission',
  z.strictObject({
    id: said(id, 'The purpose.'),
    legalBasis: said(legalBasis, 'What mail for it rests on, Art. 6(1) GDPR.'),
    allowed: said(z.boolean(), 'Whether mail for it may be sent now. This alone decides.'),
    status: z.optional(status),
    since: z.optional(said(time, 'Since when it stands so.')),
  }),
  'Whether mail for one purpose may be sent. Without `status` it was never asked for, or nobody needs to ask.',
);
