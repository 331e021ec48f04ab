import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { id } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const releaseBrake = operation({
  method: 'POST',
  path: '/v1/sites/{site}/brake/release',
  function: 'brake',
  scope: 'evidence:write',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'They are sent.',
    answer(
      'BrakeRelease',
      z.strictObject({ site: id, released: said(z.boolean(), 'False where nothing was stopped.') }),
      'What came of a release.',
    ),
  ),
});

export const docs = () =>
  documented(releaseBrake, {
    tag: 'Compliance',
    summary: 'Send confirmation mails again',
    description:
      'Whoever signs up from now on gets a mail, and what comes back is counted anew. Who signed up while they were stopped was not written down.',
    answers: answers(),
    examples: { idle: { summary: 'Nothing was stopped', status: 200 } },
  });
