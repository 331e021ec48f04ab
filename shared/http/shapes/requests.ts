import * as z from '../../zod';
import { day, random, text, time } from './common';
import { answer, said } from './named';

/** What the list has of a request. */
const ROW = {
  case: said(text, 'The id of the request.'),
  id: said(random, 'The person, as lists name them.'),
  since: said(time, 'When the system heard of it.'),
  receivedOn: said(day, 'The day on which it arrived: from then on the month counts.'),
  via: said(text, 'By which way it came.'),
  wish: z.optional(said(text, 'What is wanted; missing of a mail that an operator has to read first.')),
  reading: z.optional(said(text, 'What a mail was taken for, and why it was not carried out.')),
  provenBy: z.optional(said(text, 'By what it is certain who wrote, if it is.')),
  due: said(day, 'By when it has to be answered (Art. 12(3) GDPR).'),
  extended: said(z.boolean(), 'Whether the person was told in time that it takes two months longer.'),
  overdue: z.boolean(),
  outcome: z.optional(said(text, 'What came of it; missing while it is open.')),
  closedAt: z.optional(time),
  carriedOut: z.optional(
    said(
      z.literal(true),
      'The system did it by itself, as the person wrote a mail that it understood or asked in the preference centre: no request to open.',
    ),
  ),
};

export const requestRow = () => z.strictObject(ROW);

const course = () => z.array(z.strictObject({ at: time, what: text }));

export const request = answer(
  'Request',
  z.strictObject({
    ...ROW,
    identity: z.optional(said(text, 'How an operator made sure who asks (Art. 12(6) GDPR).')),
    done: said(course(), 'What operators did because of it: types of steps.'),
    letters: said(course(), 'Letters that were made to answer it: their kinds.'),
  }),
  'Something that a person wants and that an operator sees to.',
);
