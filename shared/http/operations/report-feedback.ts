import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { emails, moment } from '../fields';
import { operation, typed } from '../operation';
import { counts } from '../shapes/counts';

/** As many as are worked off while a gateway waits. */
const MOST = 200;

const IDS = `This is a list of 1 to ${MOST} ids, as the audience has them.`;

export const reportFeedback = operation({
  method: 'POST',
  path: '/v1/sites/{site}/feedback',
  function: 'reports',
  scope: 'activity:write',
  body: z.strictObject({
    emails: z.optional(emails(MOST)),
    ids: z.optional(
      z
        .array(
          z
            .string()
            .check(z.regex(/^[\w-]{22}$/, IDS))
            .brand<'subject'>(),
          IDS,
        )
        .check(z.minLength(1, IDS), z.maxLength(MOST, IDS)),
    ),
    kind: z.enum(
      ['permanent-bounce', 'transient-bounce', 'complaint'],
      'This is "permanent-bounce", "transient-bounce" or "complaint".',
    ),
    at: z.optional(moment()),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json('How much was written down.', counts),
});

export const docs = () =>
  documented(reportFeedback, {
    tag: 'Marketing',
    summary: 'Report bounces and complaints',
    description:
      'From a tool that mails for the controller. A permanent bounce ends mails to the address until it confirms again; a complaint withdraws everything; a transient bounce is counted. Addresses that nobody knows are passed over. Harmless to repeat.',
    body: {
      description: 'The report.',
      name: 'FeedbackReport',
      about: 'What a sender’s tool learned of its recipients’ mailboxes.',
      members: {
        emails: 'The addresses, up to 200 at once.',
        ids: 'The same people by the ids that the audience has for them.',
        kind: 'Mail comes back for good, or this time; or the person called it spam, which withdraws.',
        at: 'When; without it, now.',
      },
    },
    answers: answers(),
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
  });
