import { PAGE, TEXT, type Operation } from '../operation';

const NOT_OURS = {
  status: 404,
  description: 'A page: the link is none of ours, or was cut off.',
  content: { 'text/html': PAGE },
};
const oneClick = {
  type: 'object',
  properties: { 'List-Unsubscribe': { type: 'string', const: 'One-Click' } },
};

export const operations: readonly Operation[] = [
  {
    id: 'showUnsubscribe',
    method: 'GET',
    path: '/unsubscribe/{token}',
    tag: 'Links',
    summary: 'The page with the button that withdraws',
    description: 'Fetching it changes nothing.',
    answers: [{ status: 200, description: 'The page with the button.', content: { 'text/html': PAGE } }, NOT_OURS],
    examples: {
      page: { summary: 'The link from the mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
  {
    id: 'unsubscribe',
    method: 'POST',
    path: '/unsubscribe/{token}',
    tag: 'Links',
    summary: 'Withdraw: by the button, or by one click in a mail program',
    description:
      'Takes effect with its answer, works for years, and may be repeated. With the body of RFC 8058 the answer is a line of text; without it, a page. Whatever the body is: who has the link may withdraw.',
    body: {
      description: 'What mail programs send (RFC 8058); nothing from the page’s own button.',
      content: { 'application/x-www-form-urlencoded': oneClick, 'multipart/form-data': oneClick },
    },
    answers: [
      {
        status: 200,
        description: 'Withdrawn, now or before.',
        content: { 'text/plain': TEXT, 'text/html': PAGE },
      },
      NOT_OURS,
    ],
    examples: {
      'one click': { summary: 'A mail program', form: [['List-Unsubscribe', 'One-Click']], status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
];
