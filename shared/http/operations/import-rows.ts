import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { id, random } from '../shapes/common';
import { answer, documentedAs, said } from '../shapes/named';

/** As many as are worked off while a gateway waits. */
const MOST = 100;

const RULE = `This is a list of 1 to ${MOST} rows.`;
const ONE_OF_BOTH = 'A row has either "consent" or "optOut".';

/** Read row by row, so that what is wrong with one stops no other. */
const report = () => z.record(z.string(), z.unknown());
const consent = report();
const optOut = report();

const row = z
  .strictObject({ consent: z.optional(consent), optOut: z.optional(optOut) })
  .check(z.refine((one) => (one.consent === undefined) !== (one.optOut === undefined), ONE_OF_BOTH));

export const importRows = operation({
  method: 'POST',
  path: '/v1/sites/{site}/imports',
  function: 'reports',
  scope: 'signup:write',
  body: z.strictObject({ rows: z.array(row, RULE).check(z.minLength(1, RULE), z.maxLength(MOST, RULE)) }),
  answers: typed<typeof answers>,
});

const problem = z.looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() });

const answers = () => ({
  200: json(
    'What became of each row, in their order.',
    answer(
      'Imported',
      z.strictObject({
        results: z.array(
          z.strictObject({
            status: said(
              z.optional(z.enum(['recorded', 'already-recorded', 'overtaken'])),
              'As the operation for one row has it; missing where there is a problem.',
            ),
            recordId: said(z.optional(random), 'Of a consent.'),
            kept: said(z.optional(z.array(id)), 'Of an opt-out: the purposes that stand, as given after that.'),
            dryRun: z.optional(said(z.literal(true), 'Nothing was written.')),
            problem: said(z.optional(problem), 'What the operation for one row answers; from 500 on, send it again.'),
          }),
        ),
      }),
      'What became of each row.',
    ),
  ),
});

const LISA = {
  email: 'lisa@example.org',
  purposes: ['newsletter-events'],
  version: '1.0',
  language: 'de',
  source: 'import',
  doubleOptIn: true,
  givenAt: '2024-05-25T14:30:00+02:00',
  reference: 'subscriber 4711',
};

const ROWS = [
  { consent: { ...LISA, email: 'hannah@example.org', reference: 'subscriber 4801' } },
  { optOut: { email: 'emil@example.org', kind: 'withdrawal', saidAt: '2023-08-14T09:12:00Z' } },
  { consent: { ...LISA, email: 'karl@example.org', reference: 'subscriber 4802' } },
  { consent: { ...LISA, email: 'tom', reference: 'subscriber 4803' } },
];

export const docs = () => {
  documentedAs(consent, 'ConsentReport');
  documentedAs(optOut, 'OptOutReport');
  documentedAs(problem, 'Problem');
  return documented(importRows, {
    tag: 'Backends',
    summary: 'Record up to 100 consents and opt-outs at once',
    description:
      'Each row is one call of `recordConsent` or `recordOptOut`: taken by the same rules, by itself, and with its own answer; what is wrong with one stops no other. Rows of one address are taken in their order. Harmless to repeat: a row without a `reference` is known by what it says. Files: `npm run cli -- import`.',
    body: {
      description: 'The rows.',
      name: 'Import',
      about: 'What another system knows of people.',
      members: { rows: 'Up to 100; the body has at most 64 KB.' },
    },
    answers: answers(),
    examples: {
      rows: { summary: 'A consent, an opt-out, and two rows that are refused', json: { rows: ROWS }, status: 200 },
      again: { summary: 'The same once more', json: { rows: ROWS }, status: 200 },
      empty: { summary: 'A row that says nothing', json: { rows: [{}] }, status: 422 },
    },
  });
};
