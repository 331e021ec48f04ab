import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { COMMON_MEMBERS, TOLD_MEMBERS } from '../describe/orders';
import { day, purposes } from '../fields';
import { operation, typed } from '../operation';
import { orderFields, via } from '../order-fields';
import { order } from '../shapes/orders';

export const object = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/objections',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({ ...orderFields(), via: via(), receivedOn: day(), purposes: purposes() }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('What it came to.', order) });

export const docs = () =>
  documented(object, {
    tag: 'Compliance',
    summary: 'Record an objection (Art. 21 GDPR)',
    description:
      'Also from somebody of whom nothing is known. Only the person’s own confirmation of a later sign-up takes it back. Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'ObjectionOrder',
      about: 'An objection that an operator was told.',
      members: { ...COMMON_MEMBERS, ...TOLD_MEMBERS, purposes: 'What for; without it, everything.' },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '409 changed-meanwhile'],
    examples: {
      phone: {
        summary: 'Told by phone, by somebody of whom nothing is known',
        json: { email: 'otto@example.org', reason: 'call on 19 November', via: 'phone', receivedOn: '2026-11-19' },
        status: 200,
      },
    },
  });
