import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, day, limitOrAll } from '../fields';
import { operation, typed } from '../operation';
import { id, text } from '../shapes/common';
import { answer, said } from '../shapes/named';
import { requestRow } from '../shapes/requests';

export const listCases = operation({
  method: 'GET',
  path: '/v1/sites/{site}/cases',
  function: 'cases',
  scope: 'evidence:read',
  query: {
    state: z.optional(z.enum(['open', 'closed'])),
    dueBefore: z.optional(day()),
    limit: limitOrAll(1000),
    cursor: cursor(),
  },
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'A page of the list.',
    answer(
      'Cases',
      z.strictObject({
        site: id,
        cases: z.array(requestRow()),
        cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
      }),
      'What people want of us: those that are open by their day, closed ones with the newest first.',
    ),
  ),
});

export const docs = () =>
  documented(listCases, {
    tag: 'Compliance',
    summary: 'Requests that somebody has to see to',
    description:
      'What people write to us is carried out where it is certain what they want and who they are; everything else becomes a case, ' +
      'and so does what an operator writes down.',
    query: {
      state: 'Those that are open, which is what comes without it, or those that were closed.',
      dueBefore: 'Of those that are open, only what has to be answered before that day.',
      limit: 'How many at once; without it, all that are open, or 50 that were closed.',
      cursor: 'Where the list goes on.',
    },
    answers: answers(),
    problems: ['400 cursor'],
    examples: {
      open: { summary: 'Those that are open', status: 200 },
      closed: { summary: 'Those that were closed', query: { state: 'closed' }, status: 200 },
      'bad cursor': { summary: 'A cursor of something else', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
