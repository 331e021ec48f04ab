import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { personId, reason } from '../fields';
import { operation, typed } from '../operation';
import { request } from '../shapes/requests';

export const reopenCase = operation({
  method: 'POST',
  path: '/v1/sites/{site}/cases/{case}/reopen',
  function: 'cases',
  scope: 'evidence:write',
  throttle: 'desk',
  body: z.strictObject({ id: personId(), reason: reason('wrote again on 2 December') }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('The request, which is open again.', request) });

export const docs = () =>
  documented(reopenCase, {
    tag: 'Compliance',
    summary: 'Open a request again',
    description: 'Its day stays what it was. Harmless to repeat.',
    body: {
      description: 'Whose it is, and why.',
      name: 'CaseReopening',
      about: 'Why a request is opened again.',
      members: {
        id: 'The person, as the list names them.',
        reason: `Why, without any address. ${IN_PROOF}`,
      },
    },
    answers: answers(),
    problems: ['404 unknown-case'],
    examples: {
      again: {
        summary: 'They wrote again',
        json: { id: 'AAAAAAAAAAAAAAAAAAAAAA', reason: 'wrote again on 2 December' },
        status: 200,
      },
      unknown: {
        summary: 'A request that there is not',
        params: { case: 'AAAAAAAAAAAAAAAAAAAAAA' },
        json: { id: 'AAAAAAAAAAAAAAAAAAAAAA', reason: 'wrote again on 2 December' },
        status: 404,
      },
    },
  });
