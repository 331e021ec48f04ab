import type { What } from '../../consent/steps/step-type';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { cursor, limit } from '../fields';
import { operation, typed } from '../operation';
import { id, language, text, time } from '../shapes/common';
import { OWN_LINKS, UNSUBSCRIBE, fields, mayMeasure, person } from '../shapes/links';
import { answer, said } from '../shapes/named';

export const getChanges = operation({
  method: 'GET',
  path: '/v1/sites/{site}/changes',
  function: 'audience',
  scope: 'audience:read',
  throttle: 'lists',
  query: { cursor: cursor(), limit: limit(500) },
  answers: typed<typeof answers>,
});

const answers = () => {
  const WHATS: Readonly<Record<What, true>> = {
    given: true,
    withdrawn: true,
    ended: true,
    rectified: true,
    restricted: true,
    unrestricted: true,
    undeliverable: true,
    language: true,
    erased: true,
  };
  const change = answer(
    'Change',
    z.strictObject({
      id: person,
      change: said(
        z.enum(Object.keys(WHATS) as What[]),
        'What happened, in a word. Where the person stands now is in the rest, and that is what counts.',
      ),
      at: time,
      email: z.optional(said(text, 'As long as it is kept; missing after an erasure.')),
      fields: z.optional(fields),
      language: z.optional(language),
      mayMeasure,
      preferencesUrl: z.optional(OWN_LINKS.preferencesUrl),
      analysisUrl: OWN_LINKS.analysisUrl,
      purposes: said(
        z.record(z.string(), z.strictObject({ allowed: z.boolean(), since: z.optional(time), ...UNSUBSCRIBE })),
        'Every purpose of the site, by id.',
      ),
    }),
    'That something changed for a person, and where they stand now.',
  );
  return {
    200: json(
      'The changes.',
      answer(
        'Changes',
        z.strictObject({
          site: id,
          changes: said(z.array(change), 'In the order in which they are to be applied.'),
          cursor: said(text, 'Where to go on, now or next time.'),
          more: said(z.boolean(), 'Whether there is more already.'),
        }),
        'Whom something changed for.',
      ),
    ),
  };
};

export const docs = () =>
  documented(getChanges, {
    tag: 'Marketing',
    summary: 'Whom something changed for since last time',
    description:
      'To stay in step by asking again and again. Take a cursor first (without one, nothing but a cursor comes), then fetch the audience, then the changes since the cursor, and keep each new cursor. Each person comes as they stand now; applying a change twice does no harm. Served after ten seconds, kept for 35 days. Who fetched how many is written down.',
    query: { cursor: 'Where to go on: that of the answer before.', limit: 'How many at once.' },
    answers: answers(),
    problems: ['400 limit', '400 cursor', '410 cursor-too-old', '422 too-large'],
    examples: {
      begin: { summary: 'A cursor to begin with', status: 200 },
      since: { summary: 'Since the last time', query: { cursor: EXAMPLE_CURSOR, limit: '1' }, status: 200 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
      'old cursor': { summary: 'After a long absence', query: { cursor: EXAMPLE_CURSOR }, status: 410 },
    },
  });
