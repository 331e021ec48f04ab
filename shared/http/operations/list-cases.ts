import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { id, text, time } from '../shapes/common';
import { answer } from '../shapes/named';

export const listCases = operation({
  method: 'GET',
  path: '/v1/sites/{site}/cases',
  function: 'cases',
  scope: 'evidence:read',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'Those that are open.',
    answer(
      'Cases',
      z.strictObject({ site: id, cases: z.array(z.strictObject({ case: text, since: time })) }),
      'Mails of people that somebody has to read, the oldest first.',
    ),
  ),
});

export const docs = () =>
  documented(listCases, {
    tag: 'Compliance',
    summary: 'Mails that somebody has to read',
    description:
      'What people write to us is carried out where it is certain what they want and who they are; everything else becomes a case.',
    answers: answers(),
    examples: { open: { summary: 'Those that are open', status: 200 } },
  });
