import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { plainString } from '../fields';
import { operation, typed } from '../operation';
import { text } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const announce = operation({
  method: 'POST',
  path: '/v1/sites/{site}/announcements',
  function: 'announcements',
  scope: 'evidence:write',
  body: z.strictObject({
    privacyNotice: plainString(4000),
    dryRun: z._default(z.boolean(), false),
    late: z._default(z.boolean(), false),
    cursor: z.optional(plainString(400)),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'How far it is.',
    answer(
      'Announcement',
      z.strictObject({
        privacyNotice: z.strictObject({ url: z.url(), version: text, date: z.iso.date() }),
        dryRun: z.boolean(),
        told: said(z.int(), 'How many were told now, or would be.'),
        toldBefore: said(z.int(), 'How many had been told of this version before.'),
        unreachable: said(z.int(), 'How many have no address any more.'),
        cursor: z.optional(said(text, 'Send it back to go on; missing when everybody was told.')),
      }),
      'How far an announcement is.',
    ),
  ),
});

export const docs = () =>
  documented(announce, {
    tag: 'Compliance',
    summary: 'Tell everybody that the privacy notice changes',
    description:
      'Mails the people whose consent is in force, 25 at each call: send `cursor` back until none comes. Nobody is told twice of the same version, so an interrupted announcement is simply begun again. `npm run cli -- announce` does all of it.',
    body: {
      description: 'What to announce.',
      name: 'AnnouncementOrder',
      about: 'Which privacy notice to tell of.',
      members: {
        privacyNotice: 'Its version, as the site’s configuration has it.',
        dryRun: 'Only say how many would be told.',
        late: 'Tell them though the day from which it holds is past.',
        cursor: 'Where to go on: that of the answer before.',
      },
    },
    answers: answers(),
    problems: ['409 other-version', '409 date-past', '400 cursor'],
    examples: {
      'dry run': {
        summary: 'How many would be told',
        json: { privacyNotice: '3.1', dryRun: true, late: true },
        status: 200,
      },
      'date past': { summary: 'A version that holds already', json: { privacyNotice: '3.1' }, status: 409 },
      'other version': { summary: 'A version that is not in force', json: { privacyNotice: '2.0' }, status: 409 },
      'bad cursor': {
        summary: 'A cursor that is none',
        json: { privacyNotice: '3.1', late: true, cursor: EXAMPLE_CURSOR },
        status: 400,
      },
    },
  });
