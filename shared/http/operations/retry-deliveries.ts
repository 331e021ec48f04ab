import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { flag, name, plainString } from '../fields';
import { operation, typed } from '../operation';
import { id, text } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const retryDeliveries = operation({
  method: 'POST',
  path: '/v1/sites/{site}/deliveries',
  function: 'deliveries',
  scope: 'evidence:write',
  body: z.strictObject({
    everybody: flag(),
    processor: z.optional(name()),
    cursor: z.optional(plainString(400)),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'How it went.',
    answer(
      'Retried',
      z.strictObject({
        site: id,
        told: said(z.int(), 'How many were told now.'),
        failed: said(z.int(), 'How many failed again.'),
        cursor: z.optional(said(text, 'Send it back to go on; missing when all were tried.')),
      }),
      'How another try went.',
    ),
  ),
});

export const docs = () =>
  documented(retryDeliveries, {
    tag: 'Compliance',
    summary: 'Try again to tell processors',
    description: 'A few at each call: send `cursor` back until none comes. `npm run cli -- deliveries` does all of it.',
    body: {
      description: 'Where to go on.',
      name: 'RetryOrder',
      about: 'Where to go on.',
      members: {
        everybody:
          'Tell whatever anybody who may be mailed was not told of, and not only what failed: for a processor that is new.',
        processor: 'What that one could not be told, and nothing of others; not together with `everybody`.',
        cursor: 'That of the answer before; without it, from the beginning.',
      },
    },
    answers: answers(),
    problems: ['400 cursor'],
    examples: {
      begin: { summary: 'From the beginning', json: {}, status: 200 },
      'bad cursor': { summary: 'A cursor that is none', json: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
