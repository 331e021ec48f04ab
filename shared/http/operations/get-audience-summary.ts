import { BECAUSE } from '../../consent/because';
import { HOWS } from '../../consent/leaving';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { day, id, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getAudienceSummary = operation({
  method: 'GET',
  path: '/v1/sites/{site}/purposes/{purpose}/audience/summary',
  function: 'audience',
  scope: 'audience:read',
  throttle: 'desk',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'The counts.',
    answer(
      'AudienceSummary',
      z.strictObject({
        site: id,
        purpose: id,
        asOf: said(z.nullable(time), 'Every step up to then is in the counts, and perhaps later ones.'),
        countedAt: said(time, 'When they were counted: at most every five minutes.'),
        mayBeMailed: said(
          z.int(),
          'How many may be mailed. Of a few of them the address may be gone: the audience counts those apart.',
        ),
        not: said(
          z.partialRecord(z.enum(BECAUSE), z.int()),
          'How many may not be mailed now and perhaps will be, by why: `pending` has yet to confirm; of the others it is in force.',
        ),
        left: said(
          z.strictObject({
            since: said(day, 'From that day on: it is known for 35 days who left.'),
            people: z.int(),
            how: z.partialRecord(z.enum(HOWS), z.int()),
          }),
          'Who left and did not come back.',
        ),
      }),
      'How many may be mailed for a purpose, and why not more.',
    ),
  ),
});

export const docs = () =>
  documented(getAudienceSummary, {
    tag: 'Marketing',
    summary: 'How many may we write to for a purpose, and why not more?',
    description:
      'Counts without people. They are made anew when the last ones are older than five minutes, as counting reads everybody: `countedAt` says when that was. Names nobody, so nothing is written down.',
    answers: answers(),
    problems: ['404 unknown-purpose'],
    examples: {
      counts: { summary: 'The counts', status: 200 },
      'no such purpose': { summary: 'No such purpose', params: { purpose: 'newsletter' }, status: 404 },
    },
  });
