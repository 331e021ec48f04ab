import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { day, reason } from '../fields';
import { operation, typed } from '../operation';
import { request } from '../shapes/requests';

export const extendCase = operation({
  method: 'POST',
  path: '/v1/sites/{site}/cases/{case}/extend',
  function: 'cases',
  scope: 'evidence:write',
  throttle: 'desk',
  body: z.strictObject({ reason: reason('many requests at once'), informedOn: day() }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('The request, with its new day.', request) });

export const docs = () =>
  documented(extendCase, {
    tag: 'Compliance',
    summary: 'Take two months more (Art. 12(3) GDPR)',
    description:
      'Only where the person was told so within the first month, and why: a letter of the kind `extended` says it. Harmless to repeat.',
    body: {
      description: 'Why, and when the person was told.',
      name: 'CaseExtension',
      about: 'Why a request takes longer.',
      members: {
        reason: `Why, without any address. ${IN_PROOF}`,
        informedOn: 'The day on which you told the person.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-case', '409 too-late'],
    examples: {
      told: {
        summary: 'The person was told',
        json: { reason: 'many requests at once', informedOn: '2026-11-20' },
        status: 200,
      },
      unknown: {
        summary: 'A request that there is not',
        params: { case: 'AAAAAAAAAAAAAAAAAAAAAA' },
        json: { reason: 'many requests at once', informedOn: '2026-11-20' },
        status: 404,
      },
    },
  });
