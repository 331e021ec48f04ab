import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { emails, moment, plainString } from '../fields';
import { operation, typed } from '../operation';
import { counts } from '../shapes/counts';

/** As many as are worked off while a gateway waits. */
const MOST = 200;
const IDS = `This is a list of 1 to ${MOST} ids, as you were told them.`;

export const reportLeaving = operation({
  method: 'POST',
  path: '/v1/sites/{site}/leavings',
  function: 'reports',
  scope: 'processor:write',
  processorIn: 'processor',
  body: z.strictObject({
    processor: plainString(40),
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
      ['unsubscribed', 'complaint', 'permanent-bounce', 'transient-bounce'],
      'This is "unsubscribed", "complaint", "permanent-bounce" or "transient-bounce".',
    ),
    purposes: z.optional(z.array(plainString(40)).check(z.minLength(1))),
    at: z.optional(moment()),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json('How much was written down.', counts),
});

export const docs = () =>
  documented(reportLeaving, {
    tag: 'Processors',
    summary: 'Report who left at a processor',
    description:
      'From a processor that mails for the controller: whoever unsubscribed or complained there has withdrawn what it mails for, as it stood at that time; a permanent bounce ends mails to the address until it confirms again. What the person gave later stays. Never begins anything. Addresses that nobody knows are passed over. Harmless to repeat.',
    body: {
      description: 'The report.',
      name: 'LeavingReport',
      about: 'What a processor learned of the people whom it mails.',
      members: {
        processor: 'Which processor, by its id in the site’s configuration.',
        emails: 'The addresses, up to 200 at once.',
        ids: 'The same people by the ids that the processor was told.',
        kind: 'They left, or complained; or mail comes back for good, or this time.',
        purposes: 'Of the processor’s, those that it is about; without it, all of them.',
        at: 'When; without it, now.',
      },
    },
    answers: answers(),
    examples: {
      left: {
        summary: 'Somebody who left by a link of the processor’s',
        json: {
          processor: 'brieftapir',
          emails: ['nobody@example.org'],
          kind: 'unsubscribed',
          at: '2026-11-25T10:00:00Z',
        },
        status: 200,
      },
      'no such purpose': {
        summary: 'A purpose that the processor does not have',
        json: {
          processor: 'brieftapir',
          emails: ['erika@example.org'],
          kind: 'unsubscribed',
          purposes: ['service-mail'],
        },
        status: 422,
      },
    },
  });
