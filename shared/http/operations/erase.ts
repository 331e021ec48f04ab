import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { BY_LETTER, COMMON_MEMBERS, TOLD_MEMBERS } from '../describe/orders';
import { flag } from '../fields';
import { operation, typed } from '../operation';
import { orderFields, toldFields } from '../order-fields';
import { day, random, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';
import { ORDER } from '../shapes/orders';

export const erase = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/erasures',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({ ...orderFields(), ...toldFields(), suppress: flag(), despiteDuty: flag() }),
  answers: typed<typeof answers>,
});

const against = () =>
  z.union([
    z.strictObject({ kind: z.literal('hold'), case: random, label: z.nullable(text), reviewBy: day }),
    z.strictObject({ kind: z.literal('duty'), recordId: random, until: time }),
    z.strictObject({ kind: z.literal('contract'), recordId: random }),
  ]);

const erasure = () =>
  z.strictObject({
    result: said(
      z.enum(['erased', 'restricted']),
      'What became of it: `restricted` where something stands against it. Then nothing was deleted.',
    ),
    parts: said(z.record(z.string(), z.int()), 'How many pieces of personal data went, by class.'),
    against: said(
      z.array(against()),
      'What stands against erasing: a hold, a duty to keep proof, or a contract. What it covers is restricted instead, until then.',
    ),
  });

const answers = () => ({
  200: json(
    'What it came to.',
    answer('ErasureOrder', z.strictObject({ ...ORDER, erasure: erasure() }), 'What an erasure came to.'),
  ),
});

export const docs = () =>
  documented(erase, {
    tag: 'Compliance',
    summary: 'Erase what is personal (Art. 17 GDPR)',
    description:
      'Ends what is in force; then address, name, IP and mails go with the answer. Where a hold or a duty to keep proof stands against it, the answer says which and until when, and what it covers is restricted instead. Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'ErasureRequest',
      about: 'An erasure.',
      members: {
        ...COMMON_MEMBERS,
        ...TOLD_MEMBERS,
        suppress: 'Leave a mark, so that no import brings the person back.',
        despiteDuty: 'The controller needs no proof of this person’s consents.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '409 changed-meanwhile'],
    examples: {
      'dry run': { summary: 'What would go', json: { ...BY_LETTER, dryRun: true }, status: 200 },
      changed: {
        summary: 'Something happened since the preview',
        json: { ...BY_LETTER, expects: 'A'.repeat(43) },
        status: 409,
      },
      unconfirmed: {
        summary: 'Somebody who never confirmed',
        json: { email: 'mia@example.org', reason: 'letter of 20 November', suppress: true },
        status: 200,
      },
    },
  });
