import { caseClosingSchema, caseReadingSchema } from '../../../shared/http/case-body';
import type { Operation } from '../operation';
import { request } from '../schemas/named';
import { caseClosed, caseRead, cases } from '../schemas/reports';

const reading = request('CaseReading', caseReadingSchema, 'Why somebody reads a mail.', {
  reason: 'Why, without any address. Becomes part of the person’s record.',
});
const closing = request('CaseClosing', caseClosingSchema, 'What came of a mail.', {
  reason: 'Why, without any address. Becomes part of the person’s record.',
  outcome: 'A withdrawal or an objection is carried out, in the person’s name.',
});

export const operations: readonly Operation[] = [
  {
    id: 'listCases',
    method: 'GET',
    path: '/v1/sites/{site}/cases',
    tag: 'Compliance',
    summary: 'Mails that somebody has to read',
    description:
      'What people write to us is carried out where it is certain what they want and who they are; everything else becomes a case.',
    answers: [{ status: 200, description: 'Those that are open.', content: { 'application/json': cases } }],
    examples: { open: { summary: 'Those that are open', status: 200 } },
  },
  {
    id: 'readCase',
    method: 'POST',
    path: '/v1/sites/{site}/cases/{case}',
    tag: 'Compliance',
    summary: 'Read one of them',
    description: 'POST, as it is written down first who reads it and why.',
    body: { description: 'Why it is read.', content: { 'application/json': reading } },
    answers: [{ status: 200, description: 'The mail.', content: { 'application/json': caseRead } }],
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
  },
  {
    id: 'closeCase',
    method: 'POST',
    path: '/v1/sites/{site}/cases/{case}/close',
    tag: 'Compliance',
    summary: 'Say what came of it',
    description: 'A withdrawal or an objection is carried out with it. Interrupted, it can be closed once more.',
    body: { description: 'What came of it.', content: { 'application/json': closing } },
    answers: [{ status: 200, description: 'What was done.', content: { 'application/json': caseClosed } }],
    problems: ['404 unknown-case'],
    examples: {
      answered: {
        summary: 'A question that was answered',
        json: { reason: 'mail of 20 November', outcome: 'answered' },
        status: 200,
      },
      'closed before': {
        summary: 'It is closed already',
        json: { reason: 'mail of 20 November', outcome: 'answered' },
        status: 404,
      },
    },
  },
];
