import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { email } from '../fields';
import { operation, typed } from '../operation';
import { id, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const sendConfirmation = operation({
  method: 'POST',
  path: '/v1/sites/{site}/confirmations',
  function: 'resend',
  scope: 'confirmation:send',
  throttle: 'desk',
  body: z.strictObject({ email: email() }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'What came of it.',
    answer(
      'ConfirmationSent',
      z.strictObject({
        site: id,
        sent: said(
          z.boolean(),
          'Whether the mail was sent; otherwise there were enough, and `nextFrom` says until when.',
        ),
        remaining: said(z.int(), 'How many the person may still get within 24 hours.'),
        nextFrom: z.optional(said(time, 'Before then no other is sent; missing where others’ mails fill the limit.')),
      }),
      'Whether the confirmation mail was sent once more.',
    ),
  ),
});

export const docs = () =>
  documented(sendConfirmation, {
    tag: 'Operators',
    summary: 'Send the confirmation mail once more',
    description:
      'To somebody who signed up and has not pressed the button: the same link, within the limits that sign-ups have. Who had it sent becomes part of the person’s record. It gives nobody’s consent: that is for the person to press.',
    body: {
      description: 'To whom.',
      name: 'ConfirmationOrder',
      about: 'Somebody who waits for their confirmation mail.',
      members: { email: 'The address, in whatever spelling.' },
    },
    answers: answers(),
    problems: ['409 nothing-pending', '409 undeliverable', '409 restricted', '410 site-closed'],
    examples: {
      again: { summary: 'Somebody who waits', json: { email: 'karl@example.org' }, status: 200 },
      lately: { summary: 'There was one a moment ago', json: { email: 'karl@example.org' }, status: 200 },
      'nothing pending': { summary: 'Nobody waits', json: { email: 'nobody@example.org' }, status: 409 },
    },
  });
