import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { id, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getBrake = operation({
  method: 'GET',
  path: '/v1/sites/{site}/brake',
  function: 'brake',
  scope: 'evidence:read',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'How it stands.',
    answer(
      'Brake',
      z.strictObject({
        site: id,
        stoppedAt: z.optional(said(time, 'Since when no confirmation mail is sent; missing where they are.')),
        mailed: said(z.int(), 'Confirmation mails that were sent within a day, since the last release.'),
        bounced: said(z.int(), 'How many of them came back for good.'),
      }),
      'Whether a site’s confirmation mails are stopped, as too many came back.',
    ),
  ),
});

export const docs = () =>
  documented(getBrake, {
    tag: 'Compliance',
    summary: 'Whether confirmation mails are stopped',
    description:
      'Where too many confirmation mails of a site come back for good, no more are sent until somebody releases them: `limits.bounces` of the site says how many that are (policy.md).',
    answers: answers(),
    examples: { sent: { summary: 'They are sent', status: 200 } },
  });
