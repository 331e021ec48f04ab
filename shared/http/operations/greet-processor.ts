import { documented } from '../describe/documented';
import { operation, typed } from '../operation';

export const greetProcessor = operation({
  method: 'GET',
  path: '/feedback/processors/{site}/{processor}',
  function: 'feedback',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'Somebody is here.' },
});

export const docs = () =>
  documented(greetProcessor, {
    tag: 'Processors',
    summary: 'A mailing tool looks whether its webhook is heard',
    description:
      'Mailchimp and CleverReach call once when a webhook is entered there. CleverReach gets the word that was agreed on. Says nothing of which processors there are.',
    answers: answers(),
    examples: { look: { summary: 'Somebody is here', status: 200 } },
  });
