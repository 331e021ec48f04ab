import { documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const showVerifier = operation({
  method: 'GET',
  path: '/verify',
  function: 'static',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('The page.'),
});

export const docs = () =>
  documented(showVerifier, {
    tag: 'Log',
    summary: 'A page that checks evidence files in the browser',
    description: 'Nothing is uploaded. The page works from disk, too.',
    answers: answers(),
    examples: { page: { summary: 'The page', status: 200 } },
  });
