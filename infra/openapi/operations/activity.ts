import { activitySchema } from '../../../shared/http/activity-body';
import type { Operation } from '../operation';
import { counts } from '../schemas/reports';
import { request } from '../schemas/named';

const body = request('ActivityReport', activitySchema, 'Who used what they had signed up for, or was mailed.', {
  emails: 'The addresses, up to 200 at once.',
  what: '`used`: a sign of life, such as a click or an order. `mailed`: a mail went out.',
  at: 'When; without it, now.',
  purpose: 'What it was about, where it was about one purpose.',
});

export const operations: readonly Operation[] = [
  {
    id: 'reportActivity',
    method: 'POST',
    path: '/v1/sites/{site}/activity',
    tag: 'Marketing',
    summary: 'Say who reads it',
    description:
      'Sites may ask whoever shows no sign of life for long, and end what is not answered; who is reported here is not asked. Only what may be known may be reported: opens and clicks of people who consented to that. Harmless to repeat; addresses that nobody knows are passed over.',
    body: { description: 'The report.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'How much was written down.', content: { 'application/json': counts } }],
    examples: {
      clicks: {
        summary: 'Two persons; one of them is known',
        json: { emails: ['erika@example.org', 'nobody@example.org'], purpose: 'newsletter-product' },
        status: 200,
      },
      'no such purpose': {
        summary: 'No such purpose',
        json: { emails: ['erika@example.org'], purpose: 'newsletter' },
        status: 422,
      },
    },
  },
];
