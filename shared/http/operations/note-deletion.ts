import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { personId, plainString, reason } from '../fields';
import { operation, typed } from '../operation';
import { id, random } from '../shapes/common';
import { answer } from '../shapes/named';

export const noteDeletion = operation({
  method: 'POST',
  path: '/v1/sites/{site}/deletions/confirmations',
  function: 'cases',
  scope: 'evidence:write',
  throttle: 'lists',
  body: z.strictObject({
    id: personId(),
    processor: plainString(40),
    reason: reason('their letter of 3 December'),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'It is on record.',
    answer(
      'NotedDeletion',
      z.strictObject({ site: id, id: random, processor: id, status: z.literal('confirmed') }),
      'That it is on record that a processor confirmed a deletion.',
    ),
  ),
});

export const docs = () =>
  documented(noteDeletion, {
    tag: 'Compliance',
    summary: 'Write down that a processor deleted somebody',
    description:
      'For what a processor told you by mail or letter. The entry says that you wrote it down, and why. Harmless to repeat.',
    body: {
      description: 'Who was deleted where, and how you know.',
      name: 'NotedDeletionReport',
      about: 'A deletion that a processor confirmed to an operator.',
      members: {
        id: 'The person, as the list names them.',
        processor: 'Which processor, by its id in the site’s configuration.',
        reason: `How you know, without any address. ${IN_PROOF}`,
      },
    },
    answers: answers(),
    problems: ['404 nothing-to-confirm'],
    examples: {
      letter: {
        summary: 'They wrote that they deleted the person',
        json: { id: 'hPyrIbcTz2VsDWaSdeLzXA', processor: 'brieftapir', reason: 'their letter of 3 December' },
        status: 200,
      },
      'nobody asked': {
        summary: 'Somebody whom the processor was not told to delete',
        json: { id: 'AAAAAAAAAAAAAAAAAAAAAA', processor: 'brieftapir', reason: 'their letter of 3 December' },
        status: 404,
      },
    },
  });
