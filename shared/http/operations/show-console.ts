import { documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const showConsole = operation({
  method: 'GET',
  path: '/console',
  function: 'static',
  throttle: 'desk',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('The page.'),
});

export const docs = () =>
  documented(showConsole, {
    tag: 'Console',
    summary: 'The pages where marketing and compliance work',
    description: 'They sign in there, and the page calls the operations of this document with their token.',
    answers: answers(),
    examples: { page: { summary: 'The page', status: 200 } },
  });
