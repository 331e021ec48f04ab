import { NOT_OURS, PAGE, TEXT, documented } from '../describe/documented';
import { operation, typed } from '../operation';

const oneClick = {
  type: 'object',
  properties: { 'List-Unsubscribe': { type: 'string', const: 'One-Click' } },
};

export const unsubscribe = operation({
  method: 'POST',
  path: '/unsubscribe/{token}',
  function: 'unsubscribe',
  throttle: 'leaving',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'Withdrawn, now or before.', content: { 'text/plain': TEXT, 'text/html': PAGE } },
  404: NOT_OURS,
});

export const docs = () =>
  documented(unsubscribe, {
    tag: 'Links',
    summary: 'Withdraw: by the button, or by one click in a mail program',
    description:
      'Takes effect with its answer, works for years, and may be repeated. With the body of RFC 8058 the answer is a line of text; without it, a page. Whatever the body is: who has the link may withdraw.',
    body: {
      description: 'What mail programs send (RFC 8058); nothing from the page’s own button.',
      content: { 'application/x-www-form-urlencoded': oneClick, 'multipart/form-data': oneClick },
    },
    answers: answers(),
    examples: {
      'one click': { summary: 'A mail program', form: [['List-Unsubscribe', 'One-Click']], status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });
