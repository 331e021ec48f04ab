import { NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const showPreferences = operation({
  method: 'GET',
  path: '/preferences/{token}',
  function: 'preferences',
  throttle: 'byLink',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('The page, as things stand now.'),
  404: NOT_OURS,
  410: page('A page: nothing is left of the person.'),
});

export const docs = () =>
  documented(showPreferences, {
    tag: 'Links',
    summary: 'What the person gets, with the buttons to change it',
    description: 'Where every mail’s “preferences” link leads. Fetching it changes nothing.',
    answers: answers(),
    examples: {
      page: { summary: 'The link from a mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });
