import { subjectSchema } from '../../../shared/http/subject-body';
import type { Operation } from '../operation';
import { request } from '../schemas/named';
import { permissions } from '../schemas/permissions';

const body = request(
  'Person',
  subjectSchema,
  'A person, by address. In the body, as addresses do not belong into URLs.',
  {
    email: 'The address, in whatever spelling.',
  },
);

export const operations: readonly Operation[] = [
  {
    id: 'getPermissions',
    method: 'POST',
    path: '/v1/sites/{site}/permissions',
    tag: 'Marketing',
    summary: 'May we write to this address, exactly now?',
    description:
      'Purpose by purpose, read from the ledger itself: a withdrawal of a moment ago is in it. An address that nobody knows may be written to for nothing but what a contract needs. POST, as the address is in the body; nothing is changed.',
    body: { description: 'Whom to ask about.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'The answer.', content: { 'application/json': permissions } }],
    examples: {
      known: { summary: 'Somebody who confirmed', json: { email: 'Erika@Example.org' }, status: 200 },
      unknown: { summary: 'Somebody of whom nothing is known', json: { email: 'nobody@example.org' }, status: 200 },
      'no address': { summary: 'Not an address', json: { email: 'erika' }, status: 422 },
    },
  },
];
