import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { reason } from '../fields';
import { operation, typed } from '../operation';
import { identity } from '../order-fields';
import { request } from '../shapes/requests';

export const checkIdentity = operation({
  method: 'POST',
  path: '/v1/sites/{site}/cases/{case}/identity',
  function: 'cases',
  scope: 'evidence:write',
  throttle: 'desk',
  body: z.strictObject({ identity: identity(), reason: reason('answered our question') }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 200: json('The request.', request) });

export const docs = () =>
  documented(checkIdentity, {
    tag: 'Compliance',
    summary: 'Write down how you made sure who asks (Art. 12(6) GDPR)',
    description:
      'Who did is written down, too. Orders about the person can say it instead (`identity`). Harmless to repeat.',
    body: {
      description: 'How it is known.',
      name: 'IdentityCheck',
      about: 'How an operator made sure who asks.',
      members: {
        identity:
          'How: they answered from the address, wrote from the known one, showed a document, or a lawyer writes.',
        reason: `A note, without any address. ${IN_PROOF}`,
      },
    },
    answers: answers(),
    problems: ['404 unknown-case'],
    examples: {
      answered: {
        summary: 'They answered from the address',
        json: { identity: 'reply-to-address', reason: 'answered our question' },
        status: 200,
      },
      unknown: {
        summary: 'A request that there is not',
        params: { case: 'AAAAAAAAAAAAAAAAAAAAAA' },
        json: { identity: 'reply-to-address', reason: 'answered our question' },
        status: 404,
      },
    },
  });
