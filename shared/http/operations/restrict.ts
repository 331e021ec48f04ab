import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { BY_LETTER, COMMON_MEMBERS, LETTER, TOLD_MEMBERS } from '../describe/orders';
import { day, flag } from '../fields';
import { operation, typed } from '../operation';
import { orderFields, toldFields } from '../order-fields';
import { order } from '../shapes/orders';

export const restrict = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/restrictions',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({ ...orderFields(), ...toldFields(), lift: flag(), informedOn: z.optional(day()) }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('What it came to.', order) });

export const docs = () =>
  documented(restrict, {
    tag: 'Compliance',
    summary: 'Restrict what there is (Art. 18 GDPR), or lift that',
    description:
      'What is restricted is kept, past its end, too, and used for nothing else: nobody is mailed by it. Harmless to repeat. ' +
      'Before it is lifted the person is told (Art. 18(3)): say when that was, unless they asked for it themselves.',
    body: {
      description: 'What to do, and why.',
      name: 'RestrictionOrder',
      about: 'A restriction, or its end.',
      members: {
        ...COMMON_MEMBERS,
        ...TOLD_MEMBERS,
        lift: 'End it.',
        informedOn:
          'The day on which you told the person that it would end; not needed where they asked for it (`via`).',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '409 changed-meanwhile'],
    examples: {
      restrict: { summary: 'While a claim is examined', json: BY_LETTER, status: 200 },
      lift: {
        summary: 'The claim was examined',
        json: { ...LETTER, lift: true, informedOn: '2026-11-20' },
        status: 200,
      },
    },
  });
