import { FETCHED } from '../../ledger/fetches';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, limit } from '../fields';
import { operation, typed } from '../operation';
import { id, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const listFetches = operation({
  method: 'GET',
  path: '/v1/sites/{site}/fetches',
  function: 'desk',
  scope: 'person:read',
  throttle: 'desk',
  query: { limit: limit(500), cursor: cursor() },
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'A page of the list.',
    answer(
      'Fetches',
      z.strictObject({
        site: id,
        fetches: z.array(
          z.strictObject({
            at: time,
            operator: said(text, 'By an id that names nobody.'),
            client: z.optional(said(text, 'The program that they worked with.')),
            name: z.optional(said(text, 'What they are called, while that is kept.')),
            list: said(z.enum(FETCHED), 'Which list.'),
            purpose: z.optional(said(id, 'Of lists that are by purpose.')),
            people: said(z.int(), 'How many people it named.'),
          }),
        ),
        cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
      }),
      'Who was given lists of people, the latest first.',
    ),
  ),
});

export const docs = () =>
  documented(listFetches, {
    tag: 'Operators',
    summary: 'Who fetched which list of people, and when?',
    description:
      'A line for each page that was given, the latest first; none of them says whom it named. Kept as long as the site’s `retention.accessLog` says.',
    query: { limit: 'How many at once.', cursor: 'Where to go on: that of the page before.' },
    answers: answers(),
    problems: ['400 limit', '400 cursor'],
    examples: {
      page: { summary: 'The latest', query: { limit: '1' }, status: 200 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
