import { TEXT, type Operation } from '../operation';

export const operations: readonly Operation[] = [
  {
    id: 'getForm',
    method: 'GET',
    path: '/v1/form.js',
    tag: 'Sign-up',
    summary: 'The script that puts a sign-up form on a page',
    description:
      '`<script src="https://consent.example.com/v1/form.js" data-site="demo"></script>`: websites.md says what else it takes.',
    answers: [{ status: 200, description: 'The script.', content: { 'text/javascript': TEXT } }],
    examples: { script: { summary: 'The script', status: 200 } },
  },
];
