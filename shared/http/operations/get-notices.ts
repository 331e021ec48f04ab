import { LANGUAGES } from '../../policy/schema';
import * as z from '../../zod';
import { documented } from '../describe/documented';
import { operation, typed } from '../operation';
import { hash, id, language, legalBasis, text } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getNotices = operation({
  method: 'GET',
  path: '/v1/sites/{site}/notices',
  function: 'static',
  cors: true,
  query: { language: z.optional(z.enum(LANGUAGES)) },
  answers: typed<typeof answers>,
});

const answers = () => {
  const WORDING = {
    version: said(text, 'A changed wording has another version.'),
    hash: said(hash, 'Names the wording; send it back with the sign-up as `notices`.'),
    text: said(text, 'What the person has to be shown, word for word.'),
  };
  return {
    200: {
      description: 'The wordings.',
      content: {
        'application/json': answer(
          'Notices',
          z.strictObject({
            site: id,
            language,
            languages: said(z.array(language), 'Those that the site has; the first is its own.'),
            controller: z.strictObject({ name: text, privacyNotice: said(z.url(), 'Where its privacy notice is.') }),
            purposes: z.array(
              z.strictObject({
                id,
                name: text,
                legalBasis,
                ...WORDING,
                requires: z.optional(said(z.array(id), 'Can be given only along with at least one of these.')),
              }),
            ),
            assets: said(z.array(z.strictObject({ id, title: text, ...WORDING })), 'Downloads that one orders.'),
            fields: said(
              z.array(z.strictObject({ id: text, label: text })),
              'Further questions that the form may ask; none is ever required.',
            ),
          }),
          'What a site asks consent for, word for word: what its form is built from.',
        ),
      },
      headers: { 'Cache-Control': 'How long they may be kept.' },
    },
  };
};

export const docs = () =>
  documented(getNotices, {
    tag: 'Sign-up',
    summary: 'What to show in the form',
    description:
      'The wording for each purpose and download, with version and hash. What a form shows has to be this, word for word: it is what the person consents to. May be kept for a minute, and read from any page (CORS).',
    query: { language: 'The language of the texts. Without it, the site’s first.' },
    answers: answers(),
    problems: ['400 unknown-language', '410 site-closed'],
    examples: {
      english: { summary: 'In English', query: { language: 'en' }, status: 200 },
      french: { summary: 'In a language that the site does not have', query: { language: 'fr' }, status: 400 },
    },
  });
