import { NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const showUnsubscribe = operation({
  method: 'GET',
  path: '/unsubscribe/{token}',
  function: 'unsubscribe',
  throttle: 'leaving',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('The page with the button.'),
  404: NOT_OURS,
});

export const docs = () =>
  documented(showUnsubscribe, {
    tag: 'Links',
    summary: 'The page with the button that withdraws',
    description: 'Fetching it changes nothing.',
    answers: answers(),
    examples: {
      page: { summary: 'The link from the mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });
