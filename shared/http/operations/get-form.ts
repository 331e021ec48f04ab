import { TEXT, documented } from '../describe/documented';
import { operation, typed } from '../operation';

export const getForm = operation({
  method: 'GET',
  path: '/v1/form.js',
  function: 'static',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'The script.', content: { 'text/javascript': TEXT } },
});

export const docs = () =>
  documented(getForm, {
    tag: 'Sign-up',
    summary: 'The script that puts a sign-up form on a page',
    description:
      '`<script src="https://consent.example.com/v1/form.js" data-site="demo"></script>`: websites.md says what else it takes.',
    answers: answers(),
    examples: { script: { summary: 'The script', status: 200 } },
  });
