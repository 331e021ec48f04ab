import { SOURCES } from '../../consent/entry';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { email, fields, hashes, name, plainString, visitor, when } from '../fields';
import { operation, typed } from '../operation';
import { random } from '../shapes/common';
import { answer, said } from '../shapes/named';

const LISA = {
  email: 'lisa@example.org',
  purposes: ['newsletter-events'],
  version: '1.0',
  language: 'de',
  source: 'import',
  doubleOptIn: true,
  givenAt: '2024-05-25T14:30:00+02:00',
  visitor: { ip: '203.0.113.9' },
  note: 'Newsletter tool until 2025',
  reference: 'subscriber 4711',
};

export const recordConsent = operation({
  method: 'POST',
  path: '/v1/sites/{site}/consents',
  function: 'reports',
  scope: 'signup:write',
  body: z.strictObject({
    email: email(),
    purposes: z.array(name()).check(z.minLength(1), z.maxLength(50)),
    language: z.optional(name()),
    notices: z.optional(hashes()),
    version: z.optional(plainString(20)),
    source: z.optional(z.enum(SOURCES, `This is one of ${SOURCES.join(', ')}.`)),
    givenAt: z.optional(when()),
    givenUntil: z.optional(when()),
    signedUpAt: z.optional(when()),
    signedUpUntil: z.optional(when()),
    doubleOptIn: z._default(z.boolean(), false),
    visitor: z.optional(visitor()),
    signedUpBy: z.optional(visitor()),
    fields: z._default(fields(), {}),
    note: z.optional(plainString(500)),
    reference: z.optional(plainString(100)),
    dryRun: z._default(z.boolean(), false),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  201: json(
    'It is new, and in force.',
    answer(
      'Recorded',
      z.strictObject({
        status: said(z.enum(['recorded', 'already-recorded']), 'Whether it is new.'),
        recordId: random,
        dryRun: z.optional(said(z.literal(true), 'Nothing was written.')),
      }),
      'What became of a reported consent.',
    ),
  ),
  200: json(
    'It was there already; or, in a dry run, what would become of it.',
    answer(
      'Recorded',
      z.strictObject({
        status: said(z.enum(['recorded', 'already-recorded']), 'Whether it is new.'),
        recordId: random,
        dryRun: z.optional(said(z.literal(true), 'Nothing was written.')),
      }),
      'What became of a reported consent.',
    ),
  ),
});

export const docs = () =>
  documented(recordConsent, {
    tag: 'Backends',
    summary: 'Record a consent that was given elsewhere',
    description:
      'With its wording and source, and clearly weaker in the evidence than one confirmed here; or an existing customer on legitimate interest. Never overrides a withdrawal, an objection, a restriction or an erasure. Files: `npm run cli -- import`.',
    body: {
      description: 'The report.',
      name: 'ConsentReport',
      about: 'A consent that was given elsewhere, with whatever proof there is.',
      members: {
        email: 'The address.',
        purposes: 'What for. All of the same legal basis.',
        language: 'The language of pages and mails. Without it, the wording’s.',
        notices: 'Hashes of the wordings that were shown, one for each purpose; or else `version`.',
        version: 'The version of the wordings that were shown.',
        source: 'Where the consent was given.',
        givenAt:
          'When it was given; of a time that the source knows only to a day or a minute, the first moment. May be left out only by an import that does not know.',
        givenUntil: 'Of such a time, the last moment. Evidence then says no more than the source does.',
        doubleOptIn: 'An import: that the source had it confirmed by mail.',
        visitor: 'From where it was given, as far as that is known.',
        signedUpAt: 'A double opt-in: when they had signed up for what they confirmed then, at `givenAt`.',
        signedUpUntil: 'Of a time of sign-up that the source knows only to a day or a minute, the last moment.',
        signedUpBy: 'A double opt-in: from where they had signed up.',
        fields: 'Answers to the further questions of the site, by id.',
        note: 'Where it comes from, in words.',
        reference: 'What the source calls it. Reported again by the same name, it is the same record.',
        dryRun: 'Only say what would become of it.',
      },
    },
    answers: answers(),
    problems: ['409 suppressed', '409 restricted', '409 erased', '409 objected', '409 withdrawn', '409 lapsed'],
    examples: {
      'dry run': { summary: 'What would become of it', json: { ...LISA, dryRun: true }, status: 200 },
      imported: { summary: 'From another tool', json: LISA, status: 201 },
      again: { summary: 'The same once more', json: LISA, status: 200 },
      withdrawn: {
        summary: 'The person withdrew since',
        json: { ...LISA, email: 'karl@example.org', reference: 'subscriber 4712' },
        status: 409,
      },
      contract: {
        summary: 'A contract that needs mail',
        json: { email: 'nora@example.org', purposes: ['service-mail'], version: '1.0', language: 'de' },
        status: 201,
      },
      'no wording': {
        summary: 'Without the wording',
        json: { email: 'lisa@example.org', purposes: ['newsletter-events'], source: 'import', doubleOptIn: true },
        status: 422,
      },
    },
  });
