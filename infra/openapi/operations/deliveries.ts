import { replaySchema } from '../../../shared/http/delivery-request';
import type { Operation } from '../operation';
import { EXAMPLE_CURSOR } from '../parameters';
import { request } from '../schemas/named';
import { deliveries, retried } from '../schemas/reports';

const PATH = '/v1/sites/{site}/deliveries';

const body = request('RetryOrder', replaySchema, 'Where to go on.', {
  everybody:
    'Tell whatever anybody who may be mailed was not told of, and not only what failed: for a processor that is new.',
  cursor: 'That of the answer before; without it, from the beginning.',
});

export const operations: readonly Operation[] = [
  {
    id: 'listDeliveries',
    method: 'GET',
    path: PATH,
    tag: 'Compliance',
    summary: 'What processors were not told yet',
    description:
      'Those who mail for the controller are told of each change by signed webhooks (processors.md). What does not arrive is tried for three days, and listed here with the reason.',
    query: {
      limit: {
        description: 'How many at once.',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 100 },
      },
      cursor: { description: 'Where to go on: that of the page before.', schema: { type: 'string' } },
    },
    answers: [{ status: 200, description: 'A page of the list.', content: { 'application/json': deliveries } }],
    problems: ['400 limit', '400 cursor'],
    examples: {
      page: { summary: 'Everybody was told', status: 200 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  },
  {
    id: 'retryDeliveries',
    method: 'POST',
    path: PATH,
    tag: 'Compliance',
    summary: 'Try again to tell processors',
    description: 'A few at each call: send `cursor` back until none comes. `npm run cli -- deliveries` does all of it.',
    body: { description: 'Where to go on.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'How it went.', content: { 'application/json': retried } }],
    problems: ['400 cursor'],
    examples: {
      begin: { summary: 'From the beginning', json: {}, status: 200 },
      'bad cursor': { summary: 'A cursor that is none', json: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  },
];
