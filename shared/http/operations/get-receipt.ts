import * as z from '../../zod';
import { NOT_OURS, PAGE, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';
import { hash, id, language, legalBasis, random, status, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getReceipt = operation({
  method: 'GET',
  path: '/receipts/{token}',
  function: 'receipts',
  query: { format: z.optional(z.enum(['json'])) },
  answers: typed<typeof answers>,
});

const answers = () => {
  const notice = z.strictObject({ hash, version: text, language, text });
  return {
    200: {
      description: 'The receipt.',
      content: {
        'text/html': PAGE,
        'application/json': answer(
          'Receipt',
          z.strictObject({
            format: said(text, 'Names this format; another number is another format.'),
            schemaVersion: text,
            receiptId: said(hash, 'The same for the same confirmation, whenever it is fetched.'),
            site: id,
            recordId: random,
            language,
            controller: said(
              z.record(z.string(), z.unknown()),
              'Who is responsible, as the site’s configuration has it.',
            ),
            purposes: z.array(z.strictObject({ id, name: text, status, legalBasis, notice })),
            asset: said(z.nullable(z.strictObject({ id, title: text, notice })), 'The download that was ordered.'),
            requestedAt: time,
            confirmedAt: time,
            entry: said(
              z.record(z.string(), z.unknown()),
              'The confirmation as the ledger has it; evidence-format.md describes it.',
            ),
            leaf: said(text, 'What the log has for that entry (RFC 6962), base64.'),
            log: z.strictObject({
              origin: text,
              keys: said(z.array(text), 'The log’s verifier keys (C2SP signed-note).'),
              index: said(z.nullable(z.int()), 'The entry’s place in the log; null for the first seconds.'),
            }),
            howToWithdraw: text,
            howToCheck: text,
          }),
          'What a person keeps to show what they confirmed (ISO/IEC TS 27560, consent receipt). Names nobody.',
        ),
      },
    },
    404: NOT_OURS,
    410: page('A page: the proof was deleted after its time.'),
  };
};

export const docs = () =>
  documented(getReceipt, {
    tag: 'Links',
    summary: 'The person’s own receipt of a confirmation',
    description:
      'With its place in the log, so that the person can show what they confirmed. The page after confirming links to it.',
    query: { format: 'As a file to keep; without it, as a page to read and print.' },
    answers: answers(),
    examples: {
      file: { summary: 'As a file', query: { format: 'json' }, status: 200 },
      page: { summary: 'As a page', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });
