import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { BY_LETTER, COMMON_MEMBERS, LETTER, TOLD_MEMBERS } from '../describe/orders';
import { flag } from '../fields';
import { operation, typed } from '../operation';
import { orderFields, toldFields } from '../order-fields';
import { order } from '../shapes/orders';

export const restrict = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/restrictions',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({ ...orderFields(), ...toldFields(), lift: flag() }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('What it came to.', order) });

export const docs = () =>
  documented(restrict, {
    tag: 'Compliance',
    summary: 'Restrict what there is (Art. 18 GDPR), or lift that',
    description: 'What is restricted is kept and used for nothing else: nobody is mailed by it. Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'RestrictionOrder',
      about: 'A restriction, or its end.',
      members: { ...COMMON_MEMBERS, ...TOLD_MEMBERS, lift: 'End it.' },
    },
    answers: answers(),
    problems: ['404 unknown-person'],
    examples: {
      restrict: { summary: 'While a claim is examined', json: BY_LETTER, status: 200 },
      lift: { summary: 'The claim was examined', json: { ...LETTER, lift: true }, status: 200 },
    },
  });
