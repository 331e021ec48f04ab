import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { personId } from '../fields';
import { operation, typed } from '../operation';
import { id, text } from '../shapes/common';
import { person, shown } from '../shapes/links';
import { answer, said } from '../shapes/named';

/** As many as a list of the console has on a page. */
const AT_ONCE = 50;
const RULE = `These are 1 to ${AT_ONCE} ids, as lists name people.`;

export const listAddresses = operation({
  method: 'POST',
  path: '/v1/sites/{site}/addresses',
  function: 'audience',
  scope: 'evidence:read',
  throttle: 'lists',
  body: z.strictObject({ ids: z.array(personId(), RULE).check(z.minLength(1, RULE), z.maxLength(AT_ONCE, RULE)) }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'Who they are.',
    answer(
      'Addresses',
      z.strictObject({
        site: id,
        people: said(
          z.array(z.strictObject({ id: person, email: text, shown })),
          'Missing: whose address is kept no longer, or who was never asked for anything here.',
        ),
      }),
      'Addresses of people whom a list names by ids.',
    ),
  ),
});

export const docs = () =>
  documented(listAddresses, {
    tag: 'Compliance',
    summary: 'Who is on a list?',
    description:
      'Lists of compliance, such as requests and reviews, name people by ids. This gives their addresses. Who was given how many is written down, as with every list of people.',
    body: {
      description: 'Whom a list names.',
      name: 'AddressesRequest',
      about: 'People by their ids.',
      members: { ids: `Up to ${AT_ONCE} people, as lists name them.` },
    },
    answers: answers(),
    examples: {
      page: { summary: 'Somebody who is not there', json: { ids: ['AAAAAAAAAAAAAAAAAAAAAA'] }, status: 200 },
    },
  });
