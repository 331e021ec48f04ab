import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { email } from '../fields';
import { operation, typed } from '../operation';
import { id, time } from '../shapes/common';
import { answer, said } from '../shapes/named';
import { permission } from '../shapes/purpose-permission';

export const getPermissions = operation({
  method: 'POST',
  path: '/v1/sites/{site}/permissions',
  function: 'permissions',
  scope: 'audience:read',
  throttle: 'permissions',
  body: z.strictObject({ email: email() }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'The answer.',
    answer(
      'Permissions',
      z.strictObject({
        site: id,
        asOf: said(time, 'The moment at which this is exact.'),
        undeliverableSince: z.optional(said(time, 'Since when mail to the address comes back.')),
        addressMissing: z.optional(
          said(
            z.literal(true),
            'The address that the person gave was lost here: nobody mails them until it is restored.',
          ),
        ),
        purposes: said(z.array(permission), 'Every purpose of the site.'),
      }),
      'What one person may be mailed for.',
    ),
  ),
});

export const docs = () =>
  documented(getPermissions, {
    tag: 'Marketing',
    summary: 'May we write to this address, exactly now?',
    description:
      'Purpose by purpose, read from the ledger itself: a withdrawal of a moment ago is in it. An address that nobody knows may be written to for nothing but what a contract needs. POST, as the address is in the body; nothing is changed.',
    body: {
      description: 'Whom to ask about.',
      name: 'Person',
      about: 'A person, by address. In the body, as addresses do not belong into URLs.',
      members: {
        email: 'The address, in whatever spelling.',
      },
    },
    answers: answers(),
    examples: {
      known: { summary: 'Somebody who confirmed', json: { email: 'Erika@Example.org' }, status: 200 },
      unknown: { summary: 'Somebody of whom nothing is known', json: { email: 'nobody@example.org' }, status: 200 },
      'no address': { summary: 'Not an address', json: { email: 'erika' }, status: 422 },
    },
  });
