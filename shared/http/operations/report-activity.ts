import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { emails, moment, plainString } from '../fields';
import { operation, typed } from '../operation';
import { counts } from '../shapes/counts';

/** As many as are worked off while a gateway waits. */
const MOST = 200;

export const reportActivity = operation({
  method: 'POST',
  path: '/v1/sites/{site}/activity',
  function: 'reports',
  scope: 'activity:write',
  body: z.strictObject({
    emails: emails(MOST),
    what: z._default(z.enum(['used', 'mailed'], 'This is "used" or "mailed".'), 'used'),
    at: z.optional(moment()),
    purpose: z.optional(plainString(40)),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json('How much was written down.', counts),
});

export const docs = () =>
  documented(reportActivity, {
    tag: 'Marketing',
    summary: 'Say who reads it',
    description:
      'Sites may ask whoever shows no sign of life for long, and end what is not answered; who is reported here is not asked. Only what may be known may be reported: opens and clicks of people who consented to that. Harmless to repeat; addresses that nobody knows are passed over.',
    body: {
      description: 'The report.',
      name: 'ActivityReport',
      about: 'Who used what they had signed up for, or was mailed.',
      members: {
        emails: 'The addresses, up to 200 at once.',
        what: '`used`: a sign of life, such as a click or an order. `mailed`: a mail went out.',
        at: 'When; without it, now.',
        purpose: 'What it was about, where it was about one purpose.',
      },
    },
    answers: answers(),
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
  });
