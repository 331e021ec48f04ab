import { OUTCOMES } from '../../consent/steps/mail-received';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { reason } from '../fields';
import { operation, typed } from '../operation';
import { id, text } from '../shapes/common';
import { answer } from '../shapes/named';
import { step } from '../shapes/orders';

export const closeCase = operation({
  method: 'POST',
  path: '/v1/sites/{site}/cases/{case}/close',
  function: 'cases',
  scope: 'evidence:write',
  body: z.strictObject({
    reason: reason('mail of 20 November'),
    outcome: z.enum(OUTCOMES),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'What was done.',
    answer(
      'ClosedCase',
      z.strictObject({ site: id, case: text, outcome: text, done: z.array(step) }),
      'What came of a mail.',
    ),
  ),
});

export const docs = () =>
  documented(closeCase, {
    tag: 'Compliance',
    summary: 'Say what came of it',
    description: 'A withdrawal or an objection is carried out with it. Interrupted, it can be closed once more.',
    body: {
      description: 'What came of it.',
      name: 'CaseClosing',
      about: 'What came of a mail.',
      members: {
        reason: `Why, without any address. ${IN_PROOF}`,
        outcome:
          'A withdrawal or an objection is carried out, in the person’s name; `weighing` begins to weigh an objection for reasons of their own situation. All others only say what you did.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-case'],
    examples: {
      answered: {
        summary: 'A question that was answered',
        json: { reason: 'mail of 20 November', outcome: 'answered' },
        status: 200,
      },
      'closed before': {
        summary: 'It is closed already',
        json: { reason: 'mail of 20 November', outcome: 'answered' },
        status: 404,
      },
    },
  });
