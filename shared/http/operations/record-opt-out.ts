import { OPT_OUT_KINDS } from '../../consent/decide/opt-out';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { email, plainString, purposes, when } from '../fields';
import { operation, typed } from '../operation';
import { id } from '../shapes/common';
import { answer, said } from '../shapes/named';

const KARL = {
  email: 'otto@example.org',
  kind: 'withdrawal',
  saidAt: '2023-08-14T09:12:00Z',
  note: 'Newsletter tool until 2025, state "unsubscribed"',
  reference: 'subscriber 4713',
};

export const recordOptOut = operation({
  method: 'POST',
  path: '/v1/sites/{site}/opt-outs',
  function: 'reports',
  scope: 'signup:write',
  body: z.strictObject({
    email: email(),
    kind: z.enum(OPT_OUT_KINDS, `This is one of ${OPT_OUT_KINDS.join(', ')}.`),
    purposes: purposes(),
    saidAt: z.optional(when()),
    saidFrom: z.optional(when()),
    note: z.optional(plainString(500)),
    reference: z.optional(plainString(100)),
    dryRun: z._default(z.boolean(), false),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'What became of it; in a dry run, what would.',
    answer(
      'OptOut',
      z.strictObject({
        status: said(
          z.enum(['recorded', 'already-recorded', 'overtaken']),
          'Whether it is new; `overtaken`, if the person gave all of it after that.',
        ),
        kept: said(z.array(id), 'The purposes that stand, as the person gave them after that.'),
        dryRun: z.optional(said(z.literal(true), 'Nothing was written.')),
      }),
      'What became of an opt-out that was reported.',
    ),
  ),
});

export const docs = () =>
  documented(recordOptOut, {
    tag: 'Backends',
    summary: 'Record a withdrawal, an objection or a bounce from elsewhere',
    description:
      'As what it is, also of somebody who is not known here: no list that is imported later brings them in. It ends what it is about, and with a date nothing that the person gave after it; without one it counts from now on. A sign-up that waits for its confirmation is left alone. Harmless to repeat. Files: `npm run cli -- import --as withdrawals`.',
    body: {
      description: 'The report.',
      name: 'OptOutReport',
      about: 'What a tool or an earlier system says of somebody who left, objected, or gets no mail.',
      members: {
        email: 'The address.',
        kind: 'A withdrawal; an objection (Art. 21 GDPR), which stands until the person signs up again; or an address that takes no mail, until it confirms.',
        purposes: 'What for; without it, everything.',
        saidAt:
          'When it was, as the source has it; of a time that it knows only to a day or a minute, the last moment.',
        saidFrom: 'Of such a time, the first moment. Evidence then says no more than the source does.',
        note: 'What the source says, and where it comes from, in words.',
        reference: 'What the source calls it. Reported again by the same name, it is the same.',
        dryRun: 'Only say what would become of it.',
      },
    },
    answers: answers(),
    examples: {
      'dry run': { summary: 'What would become of it', json: { ...KARL, dryRun: true }, status: 200 },
      unsubscribed: { summary: 'Who left a newsletter tool', json: KARL, status: 200 },
      again: { summary: 'The same once more', json: KARL, status: 200 },
      'no address': { summary: 'Not an address', json: { ...KARL, email: 'karl' }, status: 422 },
    },
  });
