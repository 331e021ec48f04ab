import { NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const showKeep = operation({
  method: 'GET',
  path: '/keep/{token}',
  function: 'keep',
  throttle: 'byLink',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('A page.'),
  404: NOT_OURS,
  410: page('A page: nothing is in force any more.'),
});

export const docs = () =>
  documented(showKeep, {
    tag: 'Links',
    summary: 'The page that asks whether to go on',
    description:
      'Where the mail leads that asks after a long time without a sign of life. Fetching it changes nothing.',
    answers: answers(),
    examples: { page: { summary: 'The link from the mail', status: 200 } },
  });
