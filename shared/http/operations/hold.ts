import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { COMMON_MEMBERS, IN_PROOF, LETTER } from '../describe/orders';
import { day, flag, label } from '../fields';
import { operation, typed } from '../operation';
import { orderFields } from '../order-fields';
import { order } from '../shapes/orders';

const CASE = 'This is the id of a hold, as an order answers it.';

export const hold = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/holds',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({
    ...orderFields(),
    label: z.optional(label()),
    case: z.optional(z.string().check(z.regex(/^[\w-]{22}$/, CASE))),
    reviewBy: z.optional(day()),
    lift: flag(),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('What it came to.', order) });

export const docs = () =>
  documented(hold, {
    tag: 'Compliance',
    summary: 'Keep what a dispute needs past its end, or lift that',
    description:
      'The answer says by which id the hold is known. Lifted, the normal end applies at once. Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'HoldOrder',
      about: 'A hold, or its end.',
      members: {
        ...COMMON_MEMBERS,
        label:
          'What you call the dispute: a new hold of everything, or the one of this name. Kept as long as other personal data. ' +
          IN_PROOF,
        case: 'Or the id of a hold that there is; what an incident has stays one of connections alone.',
        reviewBy: 'By when somebody looks whether it is still needed.',
        lift: 'End it; the normal end applies at once.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '409 no-such-hold', '409 changed-meanwhile'],
    examples: {
      place: { summary: 'A lawsuit', json: { ...LETTER, label: '12 O 345/26', reviewBy: '2099-06-30' }, status: 200 },
      lift: { summary: 'It is over', json: { ...LETTER, label: '12 O 345/26', lift: true }, status: 200 },
      'lift again': { summary: 'There is none', json: { ...LETTER, label: '12 O 345/26', lift: true }, status: 409 },
    },
  });
