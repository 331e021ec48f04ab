import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { COMMON_MEMBERS, LETTER } from '../describe/orders';
import { day, flag } from '../fields';
import { operation, typed } from '../operation';
import { orderFields } from '../order-fields';
import { order } from '../shapes/orders';

const CASE = 'A case is 1 to 60 letters, digits, blanks and ". _ / -", such as "12 O 345/26". It names nobody.';

export const hold = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/holds',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({
    ...orderFields(),
    case: z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,59}$/u, CASE)),
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
    description: 'By the operator’s name for the dispute. Lifted, the normal end applies at once. Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'HoldOrder',
      about: 'A hold, or its end.',
      members: {
        ...COMMON_MEMBERS,
        case: 'The operator’s name for the dispute. Names nobody.',
        reviewBy: 'By when somebody looks whether it is still needed.',
        lift: 'End it; the normal end applies at once.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '409 no-such-hold'],
    examples: {
      place: { summary: 'A lawsuit', json: { ...LETTER, case: '12 O 345/26', reviewBy: '2099-06-30' }, status: 200 },
      lift: { summary: 'It is over', json: { ...LETTER, case: '12 O 345/26', lift: true }, status: 200 },
      'lift again': { summary: 'There is none', json: { ...LETTER, case: '12 O 345/26', lift: true }, status: 409 },
    },
  });
