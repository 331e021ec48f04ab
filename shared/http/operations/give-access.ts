import { LANGUAGES } from '../../policy/schema';
import * as z from '../../zod';
import { BYTES, TEXT, documented } from '../describe/documented';
import { COMMON_MEMBERS, IN_PROOF } from '../describe/orders';
import { email, expects, flag, personId, reason } from '../fields';
import { operation, typed } from '../operation';
import { answering } from '../order-fields';
import { accessAnswer } from '../shapes/access-report';

export const giveAccess = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/access',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({
    email: z.optional(email()),
    id: z.optional(personId()),
    reason: reason('letter of 20 November'),
    language: z.optional(z.enum(LANGUAGES)),
    portable: flag(),
    dryRun: flag(),
    expects: expects(),
    ...answering(),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: {
    description: 'The report, what is portable, or how much it would be.',
    content: {
      'application/json': accessAnswer,
      'application/pdf': BYTES,
      'text/csv': TEXT,
    },
  },
});

export const docs = () =>
  documented(giveAccess, {
    tag: 'Compliance',
    summary: 'What is kept about a person, for the person',
    description:
      'The report that Art. 15 GDPR asks for, as JSON or PDF; with `portable` what the person provided (Art. 20), as JSON or CSV: `Accept` says which. That they were told is written down. What is in it: access-format.md.',
    body: {
      description: 'Who, and why.',
      name: 'AccessOrder',
      about: 'Who is told what there is about them.',
      members: {
        ...COMMON_MEMBERS,
        reason: `Why the person is told. ${IN_PROOF}`,
        language: 'Of the report. Without it, the person’s own.',
        portable: 'What the person provided, to take along (Art. 20), in place of the report (Art. 15).',
        dryRun: 'Only say how much would be given.',
      },
    },
    answers: answers(),
    problems: [
      '404 unknown-person',
      '404 unknown-case',
      '406 not-acceptable',
      '409 changed-meanwhile',
      '422 too-large',
    ],
    examples: {
      'dry run': {
        summary: 'How much would be given',
        json: { email: 'erika@example.org', reason: 'letter of 20 November', dryRun: true },
        status: 200,
      },
      report: {
        summary: 'The report',
        json: { email: 'erika@example.org', reason: 'letter of 20 November', language: 'en' },
        status: 200,
        showsAnswer: false,
      },
      document: {
        summary: 'The report as a document',
        headers: { Accept: 'application/pdf' },
        json: { email: 'erika@example.org', reason: 'letter of 20 November' },
        status: 200,
      },
      portable: {
        summary: 'To take along',
        json: { email: 'erika@example.org', reason: 'letter of 20 November', portable: true },
        status: 200,
        showsAnswer: false,
      },
      table: {
        summary: 'To take along, as a table',
        headers: { Accept: 'text/csv' },
        json: { email: 'erika@example.org', reason: 'letter of 20 November', portable: true },
        status: 200,
        showsAnswer: false,
      },
      'no such form': {
        summary: 'A form that there is not',
        headers: { Accept: 'text/csv' },
        json: { email: 'erika@example.org', reason: 'letter of 20 November' },
        status: 406,
      },
    },
  });
