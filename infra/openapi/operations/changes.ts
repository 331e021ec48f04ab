import type { Operation } from '../operation';
import { EXAMPLE_CURSOR } from '../parameters';
import { changes } from '../schemas/lists';

export const operations: readonly Operation[] = [
  {
    id: 'getChanges',
    method: 'GET',
    path: '/v1/sites/{site}/changes',
    tag: 'Marketing',
    summary: 'Whom something changed for since last time',
    description:
      'To stay in step by asking again and again. Take a cursor first (without one, nothing but a cursor comes), then fetch the audience, then the changes since the cursor, and keep each new cursor. Each person comes as they stand now; applying a change twice does no harm. Served after ten seconds, kept for 35 days. Who fetched how many is written down.',
    query: {
      cursor: { description: 'Where to go on: that of the answer before.', schema: { type: 'string' } },
      limit: {
        description: 'How many at once.',
        schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
      },
    },
    answers: [{ status: 200, description: 'The changes.', content: { 'application/json': changes } }],
    problems: ['400 limit', '400 cursor', '410 cursor-too-old', '422 too-large'],
    examples: {
      begin: { summary: 'A cursor to begin with', status: 200 },
      since: { summary: 'Since the last time', query: { cursor: EXAMPLE_CURSOR, limit: '1' }, status: 200 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
      'old cursor': { summary: 'After a long absence', query: { cursor: EXAMPLE_CURSOR }, status: 410 },
    },
  },
];
