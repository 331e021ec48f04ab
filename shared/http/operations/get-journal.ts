import { ENTRY_TYPES } from '../../consent/steps';
import { MAIL_KINDS } from '../../consent/steps/entry-fields';
import { LETTERS } from '../../consent/steps/person-informed';
import { LANGUAGES } from '../../policy/schema';
import * as z from '../../zod';
import { documented } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, day as dayField, limit, personId } from '../fields';
import { operation, typed } from '../operation';
import { day, id, random, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getJournal = operation({
  method: 'GET',
  path: '/v1/sites/{site}/journal',
  function: 'desk',
  scope: 'evidence:read',
  throttle: 'lists',
  query: {
    from: z.optional(dayField()),
    to: z.optional(dayField()),
    operator: z.optional(z.string().check(z.regex(/^[!-~]{1,255}$/, 'This is the id of an operator.'))),
    type: z.optional(z.enum(ENTRY_TYPES, 'This is a type of steps.')),
    person: z.optional(personId()),
    limit: limit(200),
    cursor: cursor(),
    language: z.optional(z.enum(LANGUAGES, `This is ${LANGUAGES.join(', ')}.`)),
    bom: z.optional(z.literal('yes', 'This is "yes", or is left out.')),
  },
  answers: typed<typeof answers>,
});

const step = z.strictObject({
  at: time,
  operator: said(text, 'By an id that names nobody.'),
  client: z.optional(said(text, 'The program that they worked with.')),
  name: z.optional(said(text, 'What they are called, while that is kept.')),
  type: said(text, 'What they did: a `StepType`, or one that a later version wrote.'),
  mail: z.optional(said(z.enum(MAIL_KINDS), 'Which mail was sent.')),
  letter: z.optional(said(z.enum(LETTERS), 'Which letter was made.')),
  person: said(random, 'About whom, by the id by which lists name them.'),
  known: said(z.boolean(), 'Whether anything is known of the person still.'),
  purposes: z.array(id),
  case: z.optional(said(text, 'The request that it was done for, or is about.')),
  reason: z.optional(said(text, 'Why, while that is kept.')),
});

const answers = () => ({
  200: {
    description: 'A page of the journal.',
    headers: {
      'Content-Disposition': 'A name for the file.',
    },
    content: {
      'application/json': answer(
        'Journal',
        z.strictObject({
          site: id,
          timeZone: said(text, 'By which days begin.'),
          from: day,
          to: day,
          steps: z.array(step),
          operators: z.optional(
            said(
              z.array(z.strictObject({ id: said(text, 'By an id that names nobody.'), name: z.optional(text) })),
              'On the first page: who did something in these days, by the latest 2,000 steps of them.',
            ),
          ),
          cursor: z.optional(
            said(text, 'Send it back for the next page; missing on the last one. A page before it may have no steps.'),
          ),
        }),
        'What operators did at a site, the latest first.',
      ),
      'text/csv': {
        type: 'string',
        description:
          'A row for each step. `Link` names the query of the next part (`rel="next"`); it is missing on the last one.',
      },
    },
  },
});

/** A time that is over, so that the examples are the same every day. */
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

export const docs = () =>
  documented(getJournal, {
    tag: 'Operators',
    summary: 'Who did what, when, and why?',
    description:
      'What people and programs did with an access token, the latest first: each step of a history that an operator took. It names people by their ids, and ends with the steps: most are kept for as long as `retention.accessLog` says. Looking somebody up is no step; who was given lists is in `fetches`. That the journal was read is kept in the log of the operators.',
    query: {
      from: 'The first day. Without it, 29 days before the last one.',
      to: 'The last day. Without it, today. At most 366 days.',
      operator: 'Of one operator alone, by the id that they have here.',
      type: 'Of one type alone.',
      person: 'About one person alone, by the id by which lists name them.',
      limit: 'How many at once.',
      cursor: 'Where to go on: that of the page before, with its `from` and `to`.',
      language: 'Of what separates the columns of CSV. Without it, the site’s first.',
      bom: 'Of CSV: begin as spreadsheets want it to.',
    },
    answers: answers(),
    problems: ['400 period', '400 operator', '400 type', '400 person', '400 limit', '400 cursor', '406 not-acceptable'],
    examples: {
      page: { summary: 'The latest', query: { limit: '2' }, status: 200 },
      erasures: { summary: 'Who erased somebody', query: { type: 'DataErased' }, status: 200 },
      table: { summary: 'As a table', headers: { Accept: 'text/csv' }, query: { limit: '2' }, status: 200 },
      'nothing then': { summary: 'A month in which nobody did anything', query: OCTOBER, status: 200 },
      'wrong way round': {
        summary: 'The end before the beginning',
        query: { from: '2026-11-02', to: '2026-11-01' },
        status: 400,
      },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
