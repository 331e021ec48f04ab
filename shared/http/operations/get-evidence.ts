import { LANGUAGES } from '../../policy/schema';
import { PART_CLASSES } from '../../ledger/part';
import * as z from '../../zod';
import { BYTES, TEXT, documented } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { email, personId, reason } from '../fields';
import { operation, typed } from '../operation';

export const getEvidence = operation({
  method: 'POST',
  path: '/v1/sites/{site}/evidence',
  function: 'evidence',
  scope: 'evidence:read',
  query: { bom: z.optional(z.enum(['yes'])) },
  body: z.strictObject({
    email: z.optional(email()),
    id: z.optional(personId()),
    reason: reason('letter of 20 November'),
    disclose: z.optional(z.array(z.enum(PART_CLASSES))),
    language: z.optional(z.enum(LANGUAGES)),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: {
    description: 'The evidence file.',
    headers: { 'Content-Disposition': 'A name for the file.' },
    content: {
      'application/json': { $ref: '#/components/schemas/EvidenceBundle' },
      'application/ld+json': { type: 'object', description: 'Consent records, ISO/IEC TS 27560.' },
      'application/pdf': BYTES,
      'text/csv': TEXT,
    },
  },
});

export const docs = () =>
  documented(getEvidence, {
    tag: 'Compliance',
    summary: 'Everything about a person, and the proof of it',
    description:
      'Which form it comes in, `Accept` says: JSON for verifiers, JSON-LD (ISO/IEC TS 27560), a PDF/A dossier to put on the table, CSV. Who read it, and why, is written down first and is part of the file. May take up to six seconds, as it waits for the log. What the file can show: evidence-format.md.',
    query: { bom: '`yes`: CSV begins with a byte order mark, as spreadsheets want it to tell that it is UTF-8.' },
    body: {
      description: 'Whose evidence, and why.',
      name: 'EvidenceOrder',
      about: 'Whose evidence, and why.',
      members: {
        email: 'The address, in whatever spelling.',
        id: 'Or the id by which a list names the person, as long as their address is kept.',
        reason: `Why it is needed. ${IN_PROOF}`,
        disclose: 'The classes of personal data that are shown; of the others only digests. Without it, all.',
        language: 'Of the PDF, and of CSV’s separator (`;` in German). Without it, the site’s first.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '406 not-acceptable', '422 too-large'],
    examples: {
      letter: {
        summary: 'Somebody wrote',
        json: { email: 'erika@example.org', reason: 'letter of 20 November' },
        status: 200,
        showsAnswer: false,
      },
      'for others': {
        summary: 'For somebody who may not see address and mails',
        json: { email: 'erika@example.org', reason: 'court case 12 O 345/26', disclose: ['network', 'reading'] },
        status: 200,
        showsAnswer: false,
      },
      dossier: {
        summary: 'As a dossier',
        headers: { Accept: 'application/pdf' },
        json: { email: 'erika@example.org', reason: 'court case 12 O 345/26', language: 'en' },
        status: 200,
      },
      'linked data': {
        summary: 'As JSON-LD',
        headers: { Accept: 'application/ld+json' },
        json: { email: 'erika@example.org', reason: 'letter of 20 November' },
        status: 200,
        showsAnswer: false,
      },
      table: {
        summary: 'As a table',
        headers: { Accept: 'text/csv' },
        query: { bom: 'yes' },
        json: { email: 'erika@example.org', reason: 'letter of 20 November' },
        status: 200,
        showsAnswer: false,
      },
      'no such form': {
        summary: 'A form that there is not',
        headers: { Accept: 'application/xml' },
        json: { email: 'erika@example.org', reason: 'letter of 20 November' },
        status: 406,
      },
      'no reason': { summary: 'Without saying why', json: { email: 'erika@example.org', reason: ' ' }, status: 422 },
    },
  });
