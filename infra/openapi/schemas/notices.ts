import * as z from '../../../shared/zod';
import { hash, id, language, legalBasis, text } from './common';
import { answer, said } from './named';

const WORDING = {
  version: said(text, 'A changed wording has another version.'),
  hash: said(hash, 'Names the wording; send it back with the sign-up as `notices`.'),
  text: said(text, 'What the person has to be shown, word for word.'),
};

export const notices = answer(
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
);
