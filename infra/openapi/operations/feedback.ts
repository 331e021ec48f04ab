import { feedbackSchema } from '../../../shared/http/feedback-body';
import type { Operation } from '../operation';
import { request } from '../schemas/named';
import { counts } from '../schemas/reports';

const body = request('FeedbackReport', feedbackSchema, 'What a sender’s tool learned of its recipients’ mailboxes.', {
  emails: 'The addresses, up to 200 at once.',
  ids: 'The same people by the ids that the audience has for them.',
  kind: 'Mail comes back for good, or this time; or the person called it spam, which withdraws.',
  at: 'When; without it, now.',
});

export const operations: readonly Operation[] = [
  {
    id: 'reportFeedback',
    method: 'POST',
    path: '/v1/sites/{site}/feedback',
    tag: 'Marketing',
    summary: 'Report bounces and complaints',
    description:
      'From a tool that mails for the controller. A permanent bounce ends mails to the address until it confirms again; a complaint withdraws everything; a transient bounce is counted. Addresses that nobody knows are passed over. Harmless to repeat.',
    body: { description: 'The report.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'How much was written down.', content: { 'application/json': counts } }],
    examples: {
      full: {
        summary: 'A mailbox that is full',
        json: { emails: ['erika@example.org', 'nobody@example.org'], kind: 'transient-bounce' },
        status: 200,
      },
      'to come': {
        summary: 'At a time that is yet to come',
        json: { emails: ['erika@example.org'], kind: 'complaint', at: '2099-01-01T00:00:00Z' },
        status: 422,
      },
    },
  },
  {
    id: 'hearMailService',
    method: 'POST',
    path: '/feedback/ses',
    tag: 'Processors',
    summary: 'What Amazon SES tells of our own mails',
    description:
      'Amazon SNS calls here. Its signature is checked, and that it is the deployment’s own topic; whatever is not certainly from there changes nothing.',
    body: {
      description: 'A message of Amazon SNS, as it signs it.',
      content: { 'text/plain': { type: 'string', description: 'JSON, called text.' } },
    },
    answers: [{ status: 200, description: 'Heard.' }],
    problems: ['403 refused', '400 not-utf-8', '413 too-large'],
    examples: {
      forged: { summary: 'A message that nobody signed', json: { Type: 'Notification', Message: '{}' }, status: 403 },
    },
  },
];
