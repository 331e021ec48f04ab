import { NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const showConfirmation = operation({
  method: 'GET',
  path: '/confirm/{token}',
  function: 'confirm',
  throttle: 'byLink',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('The page with the button.'),
  404: NOT_OURS,
  410: page('A page: the time to confirm is over, or what was confirmed was withdrawn since.'),
});

export const docs = () =>
  documented(showConfirmation, {
    tag: 'Links',
    summary: 'The page with the button that confirms',
    description:
      'Says what is asked for, word for word. Fetching it changes nothing, as mail scanners fetch every link.',
    answers: answers(),
    examples: {
      page: { summary: 'The link from the mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });
