import * as z from '../../../shared/zod';
import { hash, id, language, legalBasis, random, status, text, time } from './common';
import { answer, said } from './named';

const notice = z.strictObject({ hash, version: text, language, text });

export const receipt = answer(
  'Receipt',
  z.strictObject({
    format: said(text, 'Names this format; another number is another format.'),
    schemaVersion: text,
    receiptId: said(hash, 'The same for the same confirmation, whenever it is fetched.'),
    site: id,
    recordId: random,
    language,
    controller: said(z.record(z.string(), z.unknown()), 'Who is responsible, as the site’s configuration has it.'),
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
);
