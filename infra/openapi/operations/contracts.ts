import { contractEndSchema } from '../../../shared/http/contract-body';
import type { Operation } from '../operation';
import { request } from '../schemas/named';
import { contractEnd } from '../schemas/reports';

const body = request('ContractEndReport', contractEndSchema, 'That a person’s contract has ended.', {
  email: 'The address.',
  purposes: 'What the contract needed mail for; without it, everything that was recorded.',
  endedOn: 'The day on which it ended; without it, today.',
});

export const operations: readonly Operation[] = [
  {
    id: 'endContract',
    method: 'POST',
    path: '/v1/sites/{site}/contracts/ended',
    tag: 'Backends',
    summary: 'Say that a contract has ended',
    description:
      'What was kept for it goes in its time from then on. That there is one, `recordConsent` takes, for purposes that rest on a contract. Harmless to repeat.',
    body: { description: 'The report.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'What ended.', content: { 'application/json': contractEnd } }],
    examples: {
      closed: {
        summary: 'An account was closed',
        json: { email: 'nora@example.org', endedOn: '2026-11-24' },
        status: 200,
      },
      'no contract': {
        summary: 'A purpose that rests on no contract',
        json: { email: 'nora@example.org', purposes: ['newsletter-product'] },
        status: 422,
      },
    },
  },
];
