import { PAGE, type Operation } from '../operation';

export const operations: readonly Operation[] = [
  {
    id: 'showVerifier',
    method: 'GET',
    path: '/verify',
    tag: 'Log',
    summary: 'A page that checks evidence files in the browser',
    description: 'Nothing is uploaded. The page works from disk, too.',
    answers: [{ status: 200, description: 'The page.', content: { 'text/html': PAGE } }],
    examples: { page: { summary: 'The page', status: 200 } },
  },
];
