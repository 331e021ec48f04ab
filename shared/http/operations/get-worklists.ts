import { WORKLISTS } from '../shapes/worklists';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { day, id, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getWorklists = operation({
  method: 'GET',
  path: '/v1/sites/{site}/worklists',
  function: 'cases',
  scope: 'evidence:read',
  throttle: 'desk',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'How much there is to do.',
    answer(
      'Worklists',
      z.strictObject({
        site: id,
        asOf: time,
        lists: z.array(
          z.strictObject({
            list: said(z.enum(WORKLISTS), 'Which list.'),
            open: said(z.int(), 'How many wait.'),
            overdue: said(z.int(), 'Those of them whose day is over.'),
            nextDue: z.optional(said(day, 'The next day of the others.')),
            areMore: z.optional(said(z.literal(true), 'There may be more than were counted.')),
          }),
        ),
      }),
      'What waits for operators, list by list.',
    ),
  ),
});

export const docs = () =>
  documented(getWorklists, {
    tag: 'Compliance',
    summary: 'How much there is to do',
    description:
      'Requests and mails (`cases`), objections that are weighed, unused consents of the yearly review (`review`), holds and ' +
      'restrictions (all four in `reviews`), what processors could not be told (`deliveries`) and whom they have yet to say that they ' +
      'deleted (`deletions`). A request is overdue when its month is over, unused consents go on their day, a delivery is overdue once ' +
      'nobody tries it any more, a deletion after a month. Counted from indexes, which follow within seconds; of the yearly review, ' +
      'those who were heard of since are taken off once a day.',
    answers: answers(),
    examples: { all: { summary: 'All lists', status: 200 } },
  });
