import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, limit } from '../fields';
import { operation, typed } from '../operation';
import { id, random, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const listDeliveries = operation({
  method: 'GET',
  path: '/v1/sites/{site}/deliveries',
  function: 'deliveries',
  scope: 'evidence:read',
  query: { limit: limit(100), cursor: cursor() },
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'A page of the list.',
    answer(
      'Deliveries',
      z.strictObject({
        site: id,
        deliveries: z.array(
          z.strictObject({
            id: said(random, 'The person, by the id that the processor knows.'),
            processor: id,
            since: time,
            attempts: z.int(),
            triedAt: time,
            failure: said(text, 'Why it did not work, in a word.'),
            status: z.optional(said(z.int(), 'What the processor answered, if it did.')),
          }),
        ),
        cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
      }),
      'What processors could not be told yet, and why.',
    ),
  ),
});

export const docs = () =>
  documented(listDeliveries, {
    tag: 'Compliance',
    summary: 'What processors were not told yet',
    description:
      'Those who mail for the controller are told of each change by signed webhooks (processors.md). What does not arrive is tried for three days, and listed here with the reason.',
    query: { limit: 'How many at once.', cursor: 'Where to go on: that of the page before.' },
    answers: answers(),
    problems: ['400 limit', '400 cursor'],
    examples: {
      page: { summary: 'Everybody was told', status: 200 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
