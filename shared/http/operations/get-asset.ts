import { BYTES, NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const getAsset = operation({
  method: 'GET',
  path: '/assets/{token}',
  function: 'assets',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'The file.', content: { 'application/pdf': BYTES } },
  303: {
    description: 'To a file that is too large for an answer: an address that is good for a minute.',
    headers: { Location: 'That address.' },
  },
  404: NOT_OURS,
  410: page('A page: the order or the file is gone.'),
});

export const docs = () =>
  documented(getAsset, {
    tag: 'Links',
    summary: 'The download that was ordered and confirmed',
    description: 'The link comes by mail once the order was confirmed, and works for as long as the order is kept.',
    answers: answers(),
    examples: {
      whitepaper: { summary: 'The link from the mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });
