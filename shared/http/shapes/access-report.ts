import * as z from '../../zod';
import { day, facts, hash, id, language, legalBasis, random, status, stepType, text, time } from './common';
import { answer, said } from './named';

const until = said(z.nullable(time), 'When it is deleted; null while that depends on what is yet to happen.');
const origin = z.enum(['person', 'website', 'import', 'operator', 'system']);
const wording = z.nullable(z.strictObject({ version: text, language, text, hash: text }));
const from = { origin, originText: text };

const purpose = z.strictObject({
  id,
  name: text,
  legalBasis,
  legalBasisText: text,
  status,
  statusText: text,
  inForce: said(z.boolean(), 'Whether you confirmed it by a mail to your address, and may be mailed for it now.'),
  since: time,
  wording: said(wording, 'What the person was shown; null where the ledger never held it.'),
});

const record = z.strictObject({
  recordId: random,
  began: stepType,
  origin,
  requestedAt: time,
  confirmedAt: z.nullable(time),
  signedUpAt: said(z.nullable(time), 'When they had signed up for it elsewhere, as the source has it.'),
  signedUpUntil: said(
    z.nullable(time),
    'The last moment of that, where the source knows no more than a day or a minute.',
  ),
  givenAt: said(z.nullable(time), 'When it was given elsewhere, as the source has it.'),
  givenUntil: said(z.nullable(time), 'The last moment of that, where the source knows no more than a day or a minute.'),
  purposes: z.array(purpose),
  order: z.nullable(z.strictObject({ id, title: text, wording })),
  storage: z.strictObject({ rule: text, until }),
});

const data = z.strictObject({
  category: text,
  step: said(z.nullable(z.int()), 'The step in `history` that it belongs to.'),
  ...from,
  until,
  data: said(z.record(z.string(), z.unknown()), 'Word for word.'),
});

const step = z.strictObject({
  step: z.int(),
  at: time,
  type: stepType,
  text,
  by: text,
  ...from,
  recordId: z.nullable(random),
  language: z.nullable(language),
  purposes: z.array(id),
  asset: z.nullable(id),
  facts,
  gone: said(
    z.array(z.strictObject({ category: text, deletedAt: time })),
    'Categories of data that belonged to it and are kept no longer, and when they were deleted.',
  ),
  missing: said(z.array(text), 'Those that ought to be kept still, and are lost.'),
  until,
});

const recipient = z.strictObject({
  name: text,
  address: text,
  country: text,
  role: text,
  task: text,
  purposes: said(z.array(text), 'By their names.'),
  transfers: said(
    z.array(z.strictObject({ country: text, safeguard: text, link: z.nullable(text), text })),
    'Where data get outside the EU/EEA by it, and on what that rests.',
  ),
});

const contact = z.strictObject({ about: text, email: text, address: z.optional(text) });

const authority = z.strictObject({
  name: text,
  address: text,
  url: text,
  appliesTo: said(z.nullable(text), 'When it is this one; null where there is no other.'),
});

const accessReport = answer(
  'AccessReport',
  z.strictObject({
    format: text,
    site: id,
    subject: random,
    language,
    at: time,
    email: text,
    answers: said(
      z.nullable(z.strictObject({ case: random, receivedOn: day })),
      'The request that it answers; null where none was named.',
    ),
    held: said(z.boolean(), 'Whether there is anything about this address.'),
    scope: text,
    controller: z.record(z.string(), z.unknown()),
    contacts: said(z.array(contact), 'Where to turn to besides, and about what.'),
    dataProtectionOfficer: z.nullable(z.strictObject({ name: text, address: text, email: text })),
    records: z.array(record),
    furtherPurposes: z.array(text),
    standing: z.record(z.string(), z.unknown()),
    data: z.array(data),
    history: z.array(step),
    recipients: z.array(recipient),
    location: text,
    transfers: text,
    readings: z.array(z.strictObject({ at: time, type: stepType, text, role: text, reason: z.nullable(text) })),
    storage: z.array(text),
    rights: z.array(z.strictObject({ article: text, name: text, text })),
    howToUseRights: text,
    complaint: z.strictObject({ authorities: z.array(authority), text }),
    automatedDecisions: z.strictObject({ exist: z.literal(false), profiling: z.boolean(), text }),
  }),
  'Everything that Art. 15 GDPR lists, for the person; access-format.md describes it.',
);

const portableData = answer(
  'PortableData',
  z.strictObject({
    format: text,
    site: id,
    controller: z.strictObject({ name: text, email: text }),
    language,
    at: time,
    email: text,
    identities: z.array(
      z.strictObject({ at: time, email: text, fields: z.record(z.string(), text), page: z.nullable(text) }),
    ),
    consents: z.array(
      z.strictObject({
        purpose: id,
        name: text,
        status,
        since: time,
        requestedAt: time,
        confirmedAt: z.nullable(time),
        wordingVersion: z.nullable(text),
        wording: z.nullable(text),
      }),
    ),
    orders: z.array(z.strictObject({ asset: id, title: text, requestedAt: time, confirmedAt: z.nullable(time) })),
    connections: z.array(
      z.strictObject({
        at: time,
        ip: text,
        ipSource: text,
        userAgent: z.optional(text),
      }),
    ),
  }),
  'What the person provided, to take along (Art. 20 GDPR).',
);

const accessPreview = answer(
  'AccessPreview',
  z.strictObject({
    site: id,
    dryRun: z.literal(true),
    held: z.boolean(),
    language,
    counts: said(z.record(z.string(), z.unknown()), 'How much would be given.'),
    done: z.array(z.strictObject({ type: stepType, at: time, purposes: z.array(id), facts })),
    head: said(z.nullable(hash), 'The hash of the person’s last entry: send it as `expects`.'),
  }),
  'What would be given, in numbers; nothing was given or written.',
);

export const accessAnswer = answer(
  'AccessAnswer',
  z.union([accessReport, portableData, accessPreview]),
  'The report; or, as they were asked for, what is portable, or a dry run.',
);
