import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, limit } from '../fields';
import { operation, typed } from '../operation';
import { day, id, random, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const listDeletions = operation({
  method: 'GET',
  path: '/v1/sites/{site}/deletions',
  function: 'cases',
  scope: 'evidence:read',
  throttle: 'lists',
  query: { limit: limit(50), cursor: cursor() },
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'A page of the list.',
    answer(
      'Deletions',
      z.strictObject({
        site: id,
        deletions: z.array(
          z.strictObject({
            id: said(random, 'The person, by the id that the processor knows.'),
            processor: id,
            askedAt: said(time, 'When the processor was told to delete them.'),
            due: said(day, 'By when it should have said so: within a month, as the person has to hear of it by then.'),
            overdue: said(z.boolean(), 'Whether that day is over.'),
          }),
        ),
        cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
      }),
      'Whom processors were told to delete, and did not say that they have.',
    ),
  ),
});

export const docs = () =>
  documented(listDeletions, {
    tag: 'Compliance',
    summary: 'Deletions that nobody confirmed yet',
    description:
      'A processor that answers `202` to `deletion.requested` deletes later, and says so then (processors.md). Those who did not yet, ' +
      'the oldest first; kept for as long as `retention.accessLog` says. Ask the processor, and write down what it says ' +
      '(`deletions/confirmations`). A page can hold fewer items than `limit`, or none, though more follow.',
    query: { limit: 'How many at once.', cursor: 'Where to go on: that of the page before.' },
    answers: answers(),
    problems: ['400 limit', '400 cursor'],
    examples: {
      page: { summary: 'All is confirmed', status: 200 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
