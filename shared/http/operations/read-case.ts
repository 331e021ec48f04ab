import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { reason } from '../fields';
import { operation, typed } from '../operation';
import { id, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const readCase = operation({
  method: 'POST',
  path: '/v1/sites/{site}/cases/{case}',
  function: 'cases',
  scope: 'evidence:read',
  body: z.strictObject({ reason: reason('mail of 20 November') }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'The mail.',
    answer(
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
    ),
  ),
});

export const docs = () =>
  documented(readCase, {
    tag: 'Compliance',
    summary: 'Read one of them',
    description: 'POST, as it is written down first who reads it and why.',
    body: {
      description: 'Why it is read.',
      name: 'CaseReading',
      about: 'Why somebody reads a mail.',
      members: {
        reason: `Why, without any address. ${IN_PROOF}`,
      },
    },
    answers: answers(),
    problems: ['404 unknown-case'],
    examples: {
      read: {
        summary: 'To see what it is about',
        json: { reason: 'mail of 20 November' },
        status: 200,
        showsAnswer: false,
      },
      unknown: {
        summary: 'A case that there is not',
        params: { case: 'AAAAAAAAAAAAAAAAAAAAAA' },
        json: { reason: 'mail of 20 November' },
        status: 404,
      },
    },
  });
