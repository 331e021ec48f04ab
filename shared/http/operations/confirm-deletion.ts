import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { plainString } from '../fields';
import { operation, typed } from '../operation';
import { id, random } from '../shapes/common';
import { answer } from '../shapes/named';

export const confirmDeletion = operation({
  method: 'POST',
  path: '/v1/sites/{site}/deletions',
  function: 'deletions',
  scope: 'processor:write',
  processorIn: 'processor',
  body: z.strictObject({
    id: z
      .string()
      .check(z.regex(/^[\w-]{22}$/, 'This is the id of a person, as you were told it: 22 letters and digits.'))
      .brand<'subject'>(),
    processor: plainString(40),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'It is on record.',
    answer(
      'Deletion',
      z.strictObject({ site: id, id: random, processor: id, status: z.literal('confirmed') }),
      'That a processor’s word of a deletion is on record.',
    ),
  ),
});

export const docs = () =>
  documented(confirmDeletion, {
    tag: 'Processors',
    summary: 'Confirm that somebody was deleted',
    description:
      'For processors that were told `deletion.requested` and could not say so in their answer (processors.md). Becomes part of the person’s record. Harmless to repeat.',
    body: {
      description: 'Who was deleted, and where.',
      name: 'DeletionReport',
      about: 'Whom a processor has deleted.',
      members: {
        id: 'The person, as the processor was told them.',
        processor: 'Which processor, by its id in the site’s configuration.',
      },
    },
    answers: answers(),
    problems: ['404 nothing-to-confirm'],
    examples: {
      deleted: {
        summary: 'Somebody of whom nothing is left to mail',
        json: { id: 'hPyrIbcTz2VsDWaSdeLzXA', processor: 'brieftapir' },
        status: 200,
      },
      'nobody asked': {
        summary: 'Somebody whom the processor was not told to delete',
        json: { id: 'AAAAAAAAAAAAAAAAAAAAAA', processor: 'brieftapir' },
        status: 404,
      },
      'no such processor': {
        summary: 'A processor that the token does not name',
        json: { id: 'AAAAAAAAAAAAAAAAAAAAAA', processor: 'nobody' },
        status: 403,
        showsAnswer: false,
      },
    },
  });
