import { deletionSchema } from '../../../shared/http/deletion-body';
import type { Operation } from '../operation';
import { request } from '../schemas/named';
import { deletion } from '../schemas/reports';

const body = request('DeletionReport', deletionSchema, 'Whom a processor has deleted.', {
  id: 'The person, as the processor was told them.',
  processor: 'Which processor, by its id in the site’s configuration.',
});

export const operations: readonly Operation[] = [
  {
    id: 'confirmDeletion',
    method: 'POST',
    path: '/v1/sites/{site}/deletions',
    tag: 'Processors',
    summary: 'Confirm that somebody was deleted',
    description:
      'For processors that were told `deletion.requested` and could not say so in their answer (processors.md). Becomes part of the person’s record. Harmless to repeat.',
    body: { description: 'Who was deleted, and where.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'It is on record.', content: { 'application/json': deletion } }],
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
        summary: 'A processor that the site does not have',
        json: { id: 'AAAAAAAAAAAAAAAAAAAAAA', processor: 'nobody' },
        status: 422,
      },
    },
  },
];
