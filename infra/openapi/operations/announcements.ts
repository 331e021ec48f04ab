import { announcementSchema } from '../../../shared/http/announcement-body';
import type { Operation } from '../operation';
import { EXAMPLE_CURSOR } from '../parameters';
import { announcement } from '../schemas/reports';
import { request } from '../schemas/named';

const body = request('AnnouncementOrder', announcementSchema, 'Which privacy notice to tell of.', {
  privacyNotice: 'Its version, as the site’s configuration has it.',
  dryRun: 'Only say how many would be told.',
  cursor: 'Where to go on: that of the answer before.',
});

export const operations: readonly Operation[] = [
  {
    id: 'announce',
    method: 'POST',
    path: '/v1/sites/{site}/announcements',
    tag: 'Compliance',
    summary: 'Tell everybody that the privacy notice changes',
    description:
      'Mails the people whose consent is in force, 25 at each call: send `cursor` back until none comes. Nobody is told twice of the same version, so an interrupted announcement is simply begun again. `npm run cli -- announce` does all of it.',
    body: { description: 'What to announce.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'How far it is.', content: { 'application/json': announcement } }],
    problems: ['409 other-version', '400 cursor'],
    examples: {
      'dry run': { summary: 'How many would be told', json: { privacyNotice: '3.1', dryRun: true }, status: 200 },
      'other version': { summary: 'A version that is not in force', json: { privacyNotice: '2.0' }, status: 409 },
      'bad cursor': {
        summary: 'A cursor that is none',
        json: { privacyNotice: '3.1', cursor: EXAMPLE_CURSOR },
        status: 400,
      },
    },
  },
];
