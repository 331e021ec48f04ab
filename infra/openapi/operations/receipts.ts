import { PAGE, type Operation } from '../operation';
import { receipt } from '../schemas/receipt';

export const operations: readonly Operation[] = [
  {
    id: 'getReceipt',
    method: 'GET',
    path: '/receipts/{token}',
    tag: 'Links',
    summary: 'The person’s own receipt of a confirmation',
    description:
      'With its place in the log, so that the person can show what they confirmed. The page after confirming links to it.',
    query: {
      format: {
        description: 'As a file to keep; without it, as a page to read and print.',
        schema: { type: 'string', enum: ['json'] },
      },
    },
    answers: [
      {
        status: 200,
        description: 'The receipt.',
        content: { 'text/html': PAGE, 'application/json': receipt },
      },
      {
        status: 404,
        description: 'A page: the link is none of ours, or was cut off.',
        content: { 'text/html': PAGE },
      },
      { status: 410, description: 'A page: the proof was deleted after its time.', content: { 'text/html': PAGE } },
    ],
    examples: {
      file: { summary: 'As a file', query: { format: 'json' }, status: 200 },
      page: { summary: 'As a page', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
];
