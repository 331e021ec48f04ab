import { documented } from '../describe/documented';
import { operation, typed } from '../operation';

export const hearProcessor = operation({
  method: 'POST',
  path: '/feedback/processors/{site}/{processor}',
  function: 'feedback',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'Heard.' },
});

export const docs = () =>
  documented(hearProcessor, {
    tag: 'Processors',
    summary: 'What a mailing tool reports by its own webhook',
    description:
      'Mailchimp, Brevo, CleverReach, or whoever signs as Standard Webhooks has it, says that somebody left there, complained, or could not be reached (processors.md). Leaving is a withdrawal of what the processor mails for. Whatever is not certainly from the tool changes nothing. Harmless to repeat.',
    body: {
      description: 'A message of the tool, in its own form.',
      content: { '*/*': { type: 'string', description: 'JSON or a form, as the tool has it.' } },
    },
    answers: answers(),
    problems: ['403 refused', '400 not-utf-8', '413 too-large', '503 unavailable'],
    examples: {
      forged: { summary: 'A message without the secret', json: { event: 'unsubscribe' }, status: 403 },
    },
  });
