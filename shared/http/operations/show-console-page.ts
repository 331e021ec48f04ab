import { documented, page, TEXT } from '../describe/documented';
import { operation, typed } from '../operation';

export const showConsolePage = operation({
  method: 'GET',
  path: '/console/{page+}',
  function: 'static',
  throttle: 'desk',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: {
    ...page('The page, or a file that it loads.'),
    content: { 'text/html': TEXT, 'text/javascript': TEXT, 'text/css': TEXT },
  },
});

export const docs = () =>
  documented(showConsolePage, {
    tag: 'Console',
    summary: 'The pages of the console, and what they load',
    description: 'What is under `assets` carries a hash of itself in its name and never changes.',
    answers: answers(),
    examples: { page: { summary: 'The page of a person', status: 200 } },
  });
