import { LETTERS } from '../../consent/steps/person-informed';
import { LANGUAGES } from '../../policy/schema';
import * as z from '../../zod';
import { BYTES, TEXT, documented } from '../describe/documented';
import { caseId, email, flag, personId, plainString, reason } from '../fields';
import { operation, typed } from '../operation';

export const writeLetter = operation({
  method: 'POST',
  path: '/v1/sites/{site}/letters',
  function: 'subjects',
  scope: 'evidence:write',
  throttle: 'desk',
  body: z.strictObject({
    email: z.optional(email()),
    id: z.optional(personId()),
    kind: z.enum(LETTERS),
    language: z.optional(z.enum(LANGUAGES)),
    forCase: z.optional(caseId()),
    text: z.optional(reason('your request is the third of this month')),
    recipient: z.optional(z.array(plainString(100)).check(z.maxLength(6, 'The window of an envelope has six lines.'))),
    dryRun: flag(),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'The letter.', content: { 'text/plain': TEXT, 'application/pdf': BYTES } },
});

export const docs = () =>
  documented(writeLetter, {
    tag: 'Compliance',
    summary: 'A letter to the person, ready to be sent',
    description:
      'As text or PDF (`Accept`), in the person’s language. It says what is in the history and nothing else: of those who mail for you ' +
      'only what they confirmed. That it was made is written down, with the SHA-256 of its text; not of somebody of whom nothing is ' +
      'known. Whether it was sent only you know. Made again on the same day it is the same letter.',
    body: {
      description: 'What it is about, and to whom.',
      name: 'LetterOrder',
      about: 'A letter to a person.',
      members: {
        email: 'The address, in whatever spelling.',
        id: 'Or the id by which a list names the person: one of the two.',
        kind: 'What it says. `extended` and `refusal` need a `text`, `received` and `extended` a request.',
        language: 'Without it, the person’s own.',
        forCase: 'The request that it answers.',
        text: 'Your reasons, without any address: a paragraph of the letter.',
        recipient:
          'Name and postal address, up to six lines, for the window of an envelope; kept nowhere. Without them, the address.',
        dryRun: 'Only make it, and write nothing down.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '406 not-acceptable', '409 not-so'],
    examples: {
      nothing: {
        summary: 'Nothing is stored',
        json: { email: 'nobody@example.org', kind: 'nothing-stored' },
        status: 200,
        showsAnswer: false,
      },
      'not so': {
        summary: 'Something that did not happen',
        json: { email: 'nobody@example.org', kind: 'erasure' },
        status: 409,
      },
    },
  });
