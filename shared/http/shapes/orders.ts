import * as z from '../../zod';
import { day, facts, hash, id, random, stepType, text, time } from './common';
import { answer, said } from './named';
import { permission } from './purpose-permission';

export const hold = answer(
  'Hold',
  z.strictObject({
    case: said(random, 'The id of the hold.'),
    label: said(z.nullable(text), 'What the operator calls the dispute, while that is kept.'),
    since: time,
    reviewBy: said(day, 'By when somebody looks whether it is still needed.'),
    connections: z.optional(
      said(z.array(z.int()), 'The places of the steps whose connection data alone it keeps; missing: everything.'),
    ),
  }),
  'Something that is kept past its end, as a dispute needs it.',
);

export const step = answer(
  'Step',
  z.strictObject({
    type: stepType,
    at: time,
    recordId: z.optional(
      said(random, 'The sign-up that it is about; missing where it is about the person as a whole.'),
    ),
    purposes: z.array(id),
    facts,
    seq: z.optional(said(z.int(), 'Its place in the person’s history; missing in a dry run.')),
    hash: z.optional(said(hash, 'The hash of its entry; missing in a dry run.')),
  }),
  'A step that was taken, or that would be.',
);

const standing = z.strictObject({
  purposes: z.array(permission),
  restrictedSince: said(z.nullable(time), 'Since when the data may be kept and used for nothing else (Art. 18 GDPR).'),
  holds: z.array(hold),
  objections: said(z.array(id), 'Purposes that the person objected to (Art. 21 GDPR).'),
  weighed: said(
    z.array(id),
    'Purposes that an objection is weighed about (Art. 21(1) GDPR): nobody is mailed for them meanwhile.',
  ),
  erasedAt: z.nullable(time),
  suppressed: said(z.boolean(), 'Whether an import may not bring the person back.'),
  records: said(
    z.array(z.strictObject({ recordId: random, keptUntil: z.nullable(time) })),
    'Each sign-up, and until when it is kept as far as that is known: not while something is in force or held.',
  ),
});

/** What every order about a person answers. */
export const ORDER = {
  site: id,
  dryRun: said(z.boolean(), 'Whether nothing was written.'),
  done: said(z.array(step), 'What was done. Nothing where all of it had been done before.'),
  now: said(standing, 'What holds for the person from now on.'),
  head: said(
    z.nullable(hash),
    'The hash of the person’s last entry, of a dry run as it is before it: send it as `expects`, and the order does what was previewed or nothing.',
  ),
};

export const order = answer('Order', z.strictObject(ORDER), 'What an order about a person came to.');
