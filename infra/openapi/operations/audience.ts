import type { Operation } from '../operation';
import { EXAMPLE_CURSOR } from '../parameters';
import { audience } from '../schemas/lists';

export const operations: readonly Operation[] = [
  {
    id: 'getAudience',
    method: 'GET',
    path: '/v1/sites/{site}/purposes/{purpose}/audience',
    tag: 'Marketing',
    summary: 'All whom we may write to for a purpose',
    description:
      'Page by page: send `cursor` back until none comes. As JSON, or a line for each (`Accept: application/x-ndjson`). With each person come the links and headers for the mail, and whether opens and clicks may be measured. Who fetched how many is written down. Lags the ledger by seconds; `asOf` says up to when every step is in it. Who joins or leaves while you page may be on it or not; nobody else is missed and nobody comes twice.',
    query: {
      limit: {
        description: 'How many at once.',
        schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
      },
      cursor: { description: 'Where to go on: that of the page before.', schema: { type: 'string' } },
    },
    answers: [
      {
        status: 200,
        description: 'A page of the list.',
        content: {
          'application/json': audience,
          'application/x-ndjson': {
            type: 'string',
            description:
              'A recipient on each line, and on the last one `asOf` and, unless it is the last page, `cursor`.',
          },
        },
      },
    ],
    problems: ['404 unknown-purpose', '400 limit', '400 cursor', '406 not-acceptable', '422 too-large'],
    examples: {
      page: { summary: 'The first page', query: { limit: '100' }, status: 200 },
      lines: {
        summary: 'A line for each',
        headers: { Accept: 'application/x-ndjson' },
        status: 200,
        showsAnswer: false,
      },
      'no such purpose': { summary: 'No such purpose', params: { purpose: 'newsletter' }, status: 404 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  },
];
