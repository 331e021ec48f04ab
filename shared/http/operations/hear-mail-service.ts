import { documented } from '../describe/documented';
import { operation, typed } from '../operation';

export const hearMailService = operation({
  method: 'POST',
  path: '/feedback/ses',
  function: 'feedback',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'Heard.' },
});

export const docs = () =>
  documented(hearMailService, {
    tag: 'Processors',
    summary: 'What Amazon SES tells of our own mails',
    description:
      'Amazon SNS calls here. Its signature is checked, and that it is the deployment’s own topic; whatever is not certainly from there changes nothing.',
    body: {
      description: 'A message of Amazon SNS, as it signs it.',
      content: { 'text/plain': { type: 'string', description: 'JSON, called text.' } },
    },
    answers: answers(),
    problems: ['403 refused', '400 not-utf-8', '413 too-large'],
    examples: {
      forged: { summary: 'A message that nobody signed', json: { Type: 'Notification', Message: '{}' }, status: 403 },
    },
  });
