import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { BY_LETTER, COMMON_MEMBERS, TOLD_MEMBERS } from '../describe/orders';
import { day, purposes } from '../fields';
import { operation, typed } from '../operation';
import { orderFields, via } from '../order-fields';
import { order } from '../shapes/orders';

export const withdraw = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/withdrawals',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({ ...orderFields(), via: via(), receivedOn: day(), purposes: purposes() }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('What it came to.', order) });

export const docs = () =>
  documented(withdraw, {
    tag: 'Compliance',
    summary: 'Carry out a withdrawal that arrived by phone, letter or e-mail',
    description:
      'Ends the purposes in every record of the person, also where they still wait to be confirmed. Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'WithdrawalOrder',
      about: 'A withdrawal that an operator was told.',
      members: { ...COMMON_MEMBERS, ...TOLD_MEMBERS, purposes: 'What for; without it, everything.' },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '409 changed-meanwhile'],
    examples: {
      'dry run': { summary: 'What would end', json: { ...BY_LETTER, dryRun: true }, status: 200 },
      letter: { summary: 'One purpose, by letter', json: { ...BY_LETTER, purposes: ['analysis'] }, status: 200 },
      'nobody known': {
        summary: 'Somebody of whom nothing is known',
        json: { ...BY_LETTER, email: 'nobody@example.org' },
        status: 404,
      },
    },
  });
