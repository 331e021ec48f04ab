import { HOWS } from '../../consent/leaving';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, day as dayField, limit } from '../fields';
import { operation, typed } from '../operation';
import { day, id, text, time } from '../shapes/common';
import { person, shown } from '../shapes/links';
import { answer, said } from '../shapes/named';

export const listLeavers = operation({
  method: 'GET',
  path: '/v1/sites/{site}/leavers',
  function: 'audience',
  scope: 'audience:read',
  throttle: 'lists',
  query: { since: z.optional(dayField()), purpose: z.optional(z.string()), limit: limit(500), cursor: cursor() },
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'A page of the list.',
    answer(
      'Leavers',
      z.strictObject({
        site: id,
        since: said(day, 'From the beginning of that day on.'),
        leavers: z.array(
          z.strictObject({
            id: person,
            email: z.optional(said(text, 'As long as it is kept; missing after an erasure.')),
            shown,
            purpose: said(id, 'What they left.'),
            at: said(time, 'When.'),
            how: said(
              z.enum(HOWS),
              'How, in a word; `ended` where everything was deleted at once, so that no more is known.',
            ),
            via: z.optional(said(text, 'By which way they told us, such as `one-click` or `letter`, where they did.')),
          }),
        ),
        cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
      }),
      'Who left, the latest first.',
    ),
  ),
});

export const docs = () =>
  documented(listLeavers, {
    tag: 'Marketing',
    summary: 'Who left since a day, and how?',
    description:
      'A line for each person and purpose: who may not be mailed any more by their own word, by time, or as they were erased. Who came back is not on it. It is known for 35 days. A page can have fewer than `limit`, also none, and still a `cursor`. Who fetched how many is written down.',
    query: {
      since: 'A day, such as `2026-11-01`; without it, the first one that is known.',
      purpose: 'That purpose alone.',
      limit: 'How many at once.',
      cursor: 'Where to go on: that of the page before.',
    },
    answers: answers(),
    problems: ['404 unknown-purpose', '400 since', '400 limit', '400 cursor'],
    examples: {
      page: { summary: 'All that is known', status: 200 },
      'no such purpose': { summary: 'No such purpose', query: { purpose: 'newsletter' }, status: 404 },
      'no day': { summary: 'What is no day', query: { since: 'yesterday' }, status: 400 },
      'long ago': { summary: 'Longer ago than is known', query: { since: '2020-01-01' }, status: 400 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
