import * as z from '../../zod';
import { documented } from '../describe/documented';
import { EXAMPLE_CURSOR } from '../describe/parameters';
import { PROFILES } from '../../audience-profiles';
import { AUDIENCE_SEGMENTS } from '../../audience-segments';
import { cursor, limit } from '../fields';
import { operation, typed } from '../operation';
import { id, language, text, time } from '../shapes/common';
import { fields, mayMeasure, OWN_LINKS, person, UNSUBSCRIBE } from '../shapes/links';
import { answer, said } from '../shapes/named';

/** The whole list is 1/1. */
const segment = () => z._default(z.enum(AUDIENCE_SEGMENTS, `This is one of ${AUDIENCE_SEGMENTS.join(', ')}.`), '1/1');
const profile = () => z._default(z.enum(PROFILES, `This is one of ${PROFILES.join(', ')}.`), 'rfc4180');

export const getAudience = operation({
  method: 'GET',
  path: '/v1/sites/{site}/purposes/{purpose}/audience',
  function: 'audience',
  scope: 'audience:read',
  throttle: 'audience',
  query: { limit: limit(1000), cursor: cursor(), profile: profile(), segment: segment() },
  answers: typed<typeof answers>,
});

/** Somebody who may be mailed for the purpose. */
const recipient = () =>
  answer(
    'Recipient',
    z.strictObject({
      id: person,
      email: said(text, 'The address as the person wrote it.'),
      fields,
      language: said(language, 'In which the person wants to be written to.'),
      since: said(time, 'Since when they may be mailed for the purpose.'),
      mayMeasure,
      ...UNSUBSCRIBE,
      ...OWN_LINKS,
    }),
    'Somebody who may be mailed for the purpose.',
  );

const answers = () => ({
  200: {
    description: 'A page of the list.',
    content: {
      'application/json': answer(
        'Audience',
        z.strictObject({
          site: id,
          purpose: id,
          asOf: said(z.nullable(time), 'The list reflects every step up to then, and perhaps later ones.'),
          recipients: z.array(recipient()),
          withoutAddress: z.optional(
            said(z.int(), 'How many more may be mailed, but have no address any more: nobody mails them.'),
          ),
          cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
        }),
        'A page of those who may be mailed for a purpose.',
      ),
      'application/x-ndjson': {
        type: 'string',
        description:
          'A recipient on each line, and on the last one `asOf`, and `withoutAddress` and `cursor` where a page of JSON has them. `Link` and `Content-Disposition` as of a table.',
      },
      'text/csv': {
        type: 'string',
        description:
          'A table, as `profile` says; headings on the first page alone. The next page is in the header `Link` (`rel="next"`), missing on the last one; `Content-Disposition` names the file.',
      },
    },
  },
});

export const docs = () =>
  documented(getAudience, {
    tag: 'Marketing',
    summary: 'All whom we may write to for a purpose',
    description:
      'Page by page: send `cursor` back until none comes. A long list can be fetched in 2, 4 or 8 segments side by side, each page by page: all of `1/8` to `8/8` together are the list. As JSON, a line for each (`Accept: application/x-ndjson`), or a table (`text/csv`) by `profile`: `excel-de` and `excel-en` for spreadsheets, the names of mailing tools for their import, `rfc4180` for any other program. With each person come the links and headers for the mail, and whether opens and clicks may be measured. Who fetched how many is written down. Lags the ledger by seconds; `asOf` says up to when every step is in it. Who joins or leaves while you page may be on it or not; nobody else is missed and nobody comes twice.',
    query: {
      limit: 'How many at once.',
      cursor: 'Where to go on: that of the page before.',
      profile: 'What a table is for; of no meaning to JSON.',
      segment: 'A part of the list, such as 3/8 for the third of eight; all of its parts are the list.',
    },
    answers: answers(),
    problems: [
      '404 unknown-purpose',
      '400 limit',
      '400 cursor',
      '400 profile',
      '400 segment',
      '406 not-acceptable',
      '422 too-large',
    ],
    examples: {
      page: { summary: 'The first page', query: { limit: '100' }, status: 200 },
      lines: {
        summary: 'A line for each',
        headers: { Accept: 'application/x-ndjson' },
        status: 200,
        showsAnswer: false,
      },
      table: {
        summary: 'A table for the import of a tool',
        query: { profile: 'brevo' },
        headers: { Accept: 'text/csv' },
        status: 200,
        showsAnswer: false,
      },
      'no such profile': { summary: 'A table for nothing that is known', query: { profile: 'xls' }, status: 400 },
      segment: { summary: 'The third of eight segments', query: { segment: '3/8' }, status: 200 },
      'no such segment': { summary: 'A segment that there is not', query: { segment: '3/7' }, status: 400 },
      'no such purpose': { summary: 'No such purpose', params: { purpose: 'newsletter' }, status: 404 },
      'too many': { summary: 'More than there may be at once', query: { limit: '5000' }, status: 400 },
      'bad cursor': { summary: 'A cursor that is none', query: { cursor: EXAMPLE_CURSOR }, status: 400 },
    },
  });
