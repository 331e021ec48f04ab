import { VERDICTS } from '../../consent/decide/weighing';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { BY_LETTER, COMMON_MEMBERS, IN_PROOF, LETTER, TOLD_MEMBERS } from '../describe/orders';
import { purposes } from '../fields';
import { operation, typed } from '../operation';
import { orderFields, toldFields } from '../order-fields';
import { order } from '../shapes/orders';

export const weigh = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/weighings',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({
    ...orderFields(),
    ...toldFields(),
    purposes: purposes(),
    decision: z.optional(z.enum(VERDICTS)),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('What it came to.', order) });

export const docs = () =>
  documented(weigh, {
    tag: 'Compliance',
    summary: 'Weigh an objection for reasons of one’s own situation (Art. 21(1) GDPR), or say what came of it',
    description:
      'While it is weighed nobody is mailed for these purposes. The person is told by mail what was decided, with your `reason`; ' +
      'where it is upheld, an objection stands from then on. Against direct mail no reasons are needed: record an objection. ' +
      'Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'WeighingOrder',
      about: 'An objection that is to be weighed, or was.',
      members: {
        ...COMMON_MEMBERS,
        ...TOLD_MEMBERS,
        reason: `Why, without any address. With a \`decision\` these are the grounds that the person is told. ${IN_PROOF}`,
        purposes: 'What for; without it, everything, or all that is weighed.',
        decision: 'What came of it; without it, the weighing begins.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '409 changed-meanwhile'],
    examples: {
      begin: { summary: 'A letter with reasons', json: BY_LETTER, status: 200 },
      refuse: {
        summary: 'Compelling grounds stand against it',
        json: {
          ...LETTER,
          reason: 'We have to be able to reach participants of a running course',
          decision: 'refused',
        },
        status: 200,
      },
    },
  });
