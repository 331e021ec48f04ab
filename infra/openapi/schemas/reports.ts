import * as z from '../../../shared/zod';
import { id, random, text, time } from './common';
import { answer, said } from './named';
import { step } from './orders';

export const counts = answer(
  'Counts',
  z.strictObject({
    reported: said(z.int(), 'How many addresses were named, each counted once.'),
    recorded: said(z.int(), 'For how many of them something was written down.'),
  }),
  'How much of a report was written down. Does not say whom.',
);

export const announcement = answer(
  'Announcement',
  z.strictObject({
    privacyNotice: z.strictObject({ url: z.url(), version: text, date: z.iso.date() }),
    dryRun: z.boolean(),
    told: said(z.int(), 'How many were told now, or would be.'),
    toldBefore: said(z.int(), 'How many had been told of this version before.'),
    unreachable: said(z.int(), 'How many have no address any more.'),
    cursor: z.optional(said(text, 'Send it back to go on; missing when everybody was told.')),
  }),
  'How far an announcement is.',
);

export const recorded = answer(
  'Recorded',
  z.strictObject({
    status: said(z.enum(['recorded', 'already-recorded']), 'Whether it is new.'),
    recordId: random,
    dryRun: z.optional(said(z.literal(true), 'Nothing was written.')),
  }),
  'What became of a reported consent.',
);

export const pending = answer(
  'Pending',
  z.strictObject({ status: z.literal('pending') }),
  'The address is asked by mail to confirm. The answer is the same whatever is known of it.',
);

export const contractEnd = answer(
  'ContractEnd',
  z.strictObject({
    status: said(z.enum(['ended', 'nothing-to-end']), 'Whether something ended now.'),
    purposes: said(z.array(id), 'What ended.'),
  }),
  'What became of the end of a contract.',
);

export const deliveries = answer(
  'Deliveries',
  z.strictObject({
    site: id,
    deliveries: z.array(
      z.strictObject({
        id: said(random, 'The person, by the id that the processor knows.'),
        processor: id,
        since: time,
        attempts: z.int(),
        triedAt: time,
        failure: said(text, 'Why it did not work, in a word.'),
        status: z.optional(said(z.int(), 'What the processor answered, if it did.')),
      }),
    ),
    cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
  }),
  'What processors could not be told yet, and why.',
);

export const retried = answer(
  'Retried',
  z.strictObject({
    site: id,
    told: said(z.int(), 'How many were told now.'),
    failed: said(z.int(), 'How many failed again.'),
    cursor: z.optional(said(text, 'Send it back to go on; missing when all were tried.')),
  }),
  'How another try went.',
);

export const deletion = answer(
  'Deletion',
  z.strictObject({ site: id, id: random, processor: id, status: z.literal('confirmed') }),
  'That a processor’s word of a deletion is on record.',
);

export const cases = answer(
  'Cases',
  z.strictObject({ site: id, cases: z.array(z.strictObject({ case: text, since: time })) }),
  'Mails of people that somebody has to read, the oldest first.',
);

export const caseRead = answer(
  'Case',
  z.strictObject({
    site: id,
    case: text,
    since: time,
    reading: said(z.nullable(text), 'What the mail was taken for, and why it was not carried out.'),
    provenBy: said(z.nullable(text), 'By what it is certain who wrote, if it is.'),
    mail: said(
      z.nullable(
        z.strictObject({
          from: z.nullable(text),
          subject: text,
          writtenAt: z.nullable(time),
          text,
          attachments: z.array(text),
          raw: said(text, 'The mail itself, MIME.'),
        }),
      ),
      'Null where it was deleted or erased.',
    ),
  }),
  'A mail that somebody has to read.',
);

export const caseClosed = answer(
  'ClosedCase',
  z.strictObject({ site: id, case: text, outcome: text, done: z.array(step) }),
  'What came of a mail.',
);
