import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, limit } from '../fields';
import { operation, typed } from '../operation';
import { day, id, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';
import { REVIEWED, waiting } from '../shapes/reviews';

export const listReviews = operation({
  method: 'GET',
  path: '/v1/sites/{site}/reviews',
  function: 'cases',
  scope: 'evidence:read',
  throttle: 'lists',
  query: { what: z.optional(z.enum([...REVIEWED, 'weighing'])), limit: limit(50), cursor: cursor() },
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'A page of the list.',
    answer(
      'Reviews',
      z.strictObject({
        site: id,
        round: said(
          z.nullable(z.strictObject({ began: time, deleteBy: day })),
          'The regular review that is under way, or was last; null where the site has none, or before the first.',
        ),
        nextRound: said(z.nullable(day), 'When the next regular review begins; null where the site has none.'),
        waiting: z.array(waiting()),
        cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
      }),
      'What operators have to decide about, now or on a day to come.',
    ),
  ),
});

export const docs = () =>
  documented(listReviews, {
    tag: 'Compliance',
    summary: 'What is to be reviewed',
    description:
      'Consents that a regular review found unused (`retention.review`), which go on the day `deleteBy` unless somebody decides; ' +
      'every hold and restriction with its day of review, which no day ends; and every objection that is weighed, with the day by ' +
      'which the person has an answer. Ids, no addresses. ' +
      'A page can hold fewer items than `limit`, or none, though more follow.',
    query: {
      what: 'Of these alone, and then what is due first comes first.',
      limit: 'Of how many people at most.',
      cursor: 'Where to go on: that of the page before.',
    },
    answers: answers(),
    problems: ['400 limit', '400 cursor'],
    examples: {
      page: { summary: 'A restriction, and the day on which somebody looks', status: 200 },
      'by day': { summary: 'Restrictions alone, by their day', query: { what: 'restriction' }, status: 200 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
