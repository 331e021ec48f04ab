import { BYTES, PAGE, type Operation } from '../operation';

export const operations: readonly Operation[] = [
  {
    id: 'getAsset',
    method: 'GET',
    path: '/assets/{token}',
    tag: 'Links',
    summary: 'The download that was ordered and confirmed',
    description: 'The link comes by mail once the order was confirmed, and works for as long as the order is kept.',
    answers: [
      { status: 200, description: 'The file.', content: { 'application/pdf': BYTES } },
      {
        status: 404,
        description: 'A page: the link is none of ours, or was cut off.',
        content: { 'text/html': PAGE },
      },
      { status: 410, description: 'A page: the order or the file is gone.', content: { 'text/html': PAGE } },
    ],
    examples: {
      whitepaper: { summary: 'The link from the mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
];
