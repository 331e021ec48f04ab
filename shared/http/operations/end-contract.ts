import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { day, email, purposes } from '../fields';
import { operation, typed } from '../operation';
import { id } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const endContract = operation({
  method: 'POST',
  path: '/v1/sites/{site}/contracts/ended',
  function: 'reports',
  scope: 'signup:write',
  body: z.strictObject({
    email: email(),
    purposes: purposes(),
    endedOn: z.optional(day()),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'What ended.',
    answer(
      'ContractEnd',
      z.strictObject({
        status: said(z.enum(['ended', 'nothing-to-end']), 'Whether something ended now.'),
        purposes: said(z.array(id), 'What ended.'),
      }),
      'What became of the end of a contract.',
    ),
  ),
});

export const docs = () =>
  documented(endContract, {
    tag: 'Backends',
    summary: 'Say that a contract has ended',
    description:
      'What was kept for it goes in its time from then on. That there is one, `recordConsent` takes, for purposes that rest on a contract. Harmless to repeat.',
    body: {
      description: 'The report.',
      name: 'ContractEndReport',
      about: 'That a person’s contract has ended.',
      members: {
        email: 'The address.',
        purposes: 'What the contract needed mail for; without it, everything that was recorded.',
        endedOn: 'The day on which it ended; without it, today.',
      },
    },
    answers: answers(),
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
  });
