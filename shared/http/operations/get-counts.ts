import { STEPS } from '../../consent/counts/report';
import { SPLITS } from '../../consent/counts/tally';
import { LANGUAGES } from '../../policy/schema';
import * as z from '../../zod';
import { documented } from '../describe/documented';
import { day as dayField } from '../fields';
import { operation, typed } from '../operation';
import { day, id, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getCounts = operation({
  method: 'GET',
  path: '/v1/sites/{site}/counts',
  function: 'audience',
  scope: 'audience:read',
  throttle: 'lists',
  query: {
    from: z.optional(dayField()),
    to: z.optional(dayField()),
    each: z._default(z.enum(STEPS, `This is ${STEPS.join(', ')}.`), 'day'),
    by: z.optional(z.enum(SPLITS, `This is ${SPLITS.join(', ')}.`)),
    against: z.optional(z.literal('previous', 'This is "previous", or is left out.')),
    language: z.optional(z.enum(LANGUAGES, `This is ${LANGUAGES.join(', ')}.`)),
    bom: z.optional(z.literal('yes', 'This is "yes", or is left out.')),
  },
  answers: typed<typeof answers>,
});

const number = (about: string) => said(z.nullable(z.int()), about);

const numbers = {
  signUps: number('Who signed up in that time.'),
  confirmedOfThese: number('How many of these have confirmed until now.'),
  medianSeconds: said(
    z.nullable(z.number()),
    'How long the one in the middle of these took to confirm, to two digits; null where nobody has.',
  ),
  confirmations: number('Who confirmed in that time, whenever they had signed up.'),
  withdrawals: number('Who withdrew what was in force, by whatever way but by reporting a mail as spam.'),
  objections: number('Who objected.'),
  expiries: number('What ended by itself: nobody answered, or its time was over.'),
  bounces: number('To whom mail came back for good.'),
  complaints: number('Who reported a mail as spam, which ends everything.'),
};

const inForce = z.optional(
  said(
    z.int(),
    'For how many it was in force at the end of that time; of all, and by purpose. Contracts count by purpose alone.',
  ),
);

const period = { from: day, to: day, ...numbers, inForce };

const counted = {
  sum: said(z.strictObject(numbers), 'Of the whole time.'),
  previous: z.optional(said(z.strictObject(period), 'Of as many days before.')),
  periods: z.array(z.strictObject(period)),
  inForce,
};

const answers = () => ({
  200: {
    description: 'The counts.',
    headers: { 'Content-Disposition': 'A name for the file.' },
    content: {
      'application/json': answer(
        'SiteCounts',
        z.strictObject({
          site: id,
          timeZone: said(text, 'By which days begin.'),
          asOf: time,
          from: day,
          to: day,
          each: z.enum(STEPS),
          openFrom: said(day, 'Who signed up on that day or later can still confirm: their rate is not final.'),
          hiddenBelow: said(
            z.int(),
            'In groups, numbers of old days that are smaller and not 0 are null, as the persons may be gone; so is the next larger one where that would be one alone. What counts all is never hidden.',
          ),
          all: z.strictObject(counted),
          groups: z.optional(
            z.array(
              z.strictObject({
                key: said(z.nullable(text), 'The purpose, form or language; null: no form was named.'),
                name: z.optional(said(text, 'What the purpose or form is called.')),
                ...counted,
              }),
            ),
          ),
        }),
        'How many signed up, confirmed and left at a site. Nobody can be found in it.',
      ),
      'text/csv': { type: 'string', description: 'A row for each period of all, and of each group.' },
    },
  },
});

/** A time that is over, so that the examples are the same every day. */
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

export const docs = () =>
  documented(getCounts, {
    tag: 'Marketing',
    summary: 'How many sign up, confirm and leave',
    description:
      'By day, week or month, and by purpose, form or language; a form is one that the site declares. A step is counted once, within moments, and stays counted when the person is gone. Rates are by cohort: of those who signed up then, how many have confirmed. Whoever complains did not withdraw besides; whoever moves to another address neither left nor came.',
    query: {
      from: 'The first day. Without it, 29 days before the last one.',
      to: 'The last day. Without it, today. At most 366 days.',
      each: 'How long a period is. Weeks begin on Mondays.',
      by: 'What to split by.',
      against: 'Compare with as many days before.',
      language: 'Of names, and of what separates the columns of CSV. Without it, the site’s first.',
      bom: 'Of CSV: begin as spreadsheets want it to.',
    },
    answers: answers(),
    problems: ['400 period', '400 each', '400 by', '406 not-acceptable'],
    examples: {
      month: { summary: 'A month, week by week', query: { ...OCTOBER, each: 'week' }, status: 200 },
      forms: {
        summary: 'By form, against the time before',
        query: { ...OCTOBER, each: 'month', by: 'form', against: 'previous' },
        status: 200,
      },
      table: {
        summary: 'As a table',
        headers: { Accept: 'text/csv' },
        query: { ...OCTOBER, each: 'month', by: 'purpose' },
        status: 200,
      },
      'wrong way round': {
        summary: 'The end before the beginning',
        query: { from: '2026-11-02', to: '2026-11-01' },
        status: 400,
      },
      'no such split': { summary: 'By something else', query: { by: 'address' }, status: 400 },
    },
  });
