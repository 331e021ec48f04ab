import { consentSchema } from '../../../shared/http/consent-body';
import type { Operation } from '../operation';
import { recorded } from '../schemas/reports';
import { request } from '../schemas/named';

const body = request(
  'ConsentReport',
  consentSchema,
  'A consent that was given elsewhere, with whatever proof there is.',
  {
    email: 'The address.',
    purposes: 'What for. All of the same legal basis.',
    language: 'The language of pages and mails. Without it, the wording’s.',
    notices: 'Hashes of the wordings that were shown, one for each purpose; or else `version`.',
    version: 'The version of the wordings that were shown.',
    source: 'Where the consent was given.',
    givenAt: 'When it was given. May be left out only by an import that does not know.',
    doubleOptIn: 'An import: that the source had it confirmed by mail.',
    visitor: 'From where it was given, as far as that is known.',
    fields: 'Answers to the further questions of the site, by id.',
    note: 'Where it comes from, in words.',
    reference: 'What the source calls it. Reported again by the same name, it is the same record.',
    dryRun: 'Only say what would become of it.',
  },
);

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

export const operations: readonly Operation[] = [
  {
    id: 'recordConsent',
    method: 'POST',
    path: '/v1/sites/{site}/consents',
    tag: 'Backends',
    summary: 'Record a consent that was given elsewhere',
    description:
      'With its wording and source, and clearly weaker in the evidence than one confirmed here; or an existing customer on legitimate interest. Never overrides a withdrawal, an objection, a restriction or an erasure. Files: `npm run cli -- import`.',
    body: { description: 'The report.', content: { 'application/json': body } },
    answers: [
      { status: 201, description: 'It is new, and in force.', content: { 'application/json': recorded } },
      {
        status: 200,
        description: 'It was there already; or, in a dry run, what would become of it.',
        content: { 'application/json': recorded },
      },
    ],
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
  },
];
