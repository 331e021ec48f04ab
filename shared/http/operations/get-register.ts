import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { hash, id, language, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getRegister = operation({
  method: 'GET',
  path: '/v1/sites/{site}/register',
  function: 'audience',
  scope: 'person:read',
  throttle: 'desk',
  answers: typed<typeof answers>,
});

const answers = () => {
  const wording = z.strictObject({
    version: z.optional(said(text, 'Missing where the configuration has the wording no more.')),
    language: z.optional(language),
    hash: said(hash, 'What names the wording in every entry.'),
    text: z.optional(said(text, 'Word for word.')),
    isCurrent: said(z.boolean(), 'Whether it is shown today.'),
    restingOn: said(z.int(), 'For how many people the purpose is in force by it.'),
    oldest: z.optional(said(time, 'Since when the oldest of that is in force.')),
    newest: z.optional(said(time, 'Since when the newest of that is.')),
  });
  const ofAsset = z.strictObject({ version: text, language, hash, text });
  return {
    200: json(
      'The register.',
      answer(
        'Register',
        z.strictObject({
          site: id,
          purposes: z.array(
            z.strictObject({
              purpose: id,
              countedAt: said(time, 'When it was counted: at most every five minutes.'),
              wordings: said(z.array(wording), 'The current version first, in each language.'),
            }),
          ),
          assets: said(
            z.array(z.strictObject({ asset: id, wordings: z.array(ofAsset) })),
            'What is shown for downloads. A download is had, and nothing rests on it.',
          ),
        }),
        'Every wording, and how many rest on it.',
      ),
    ),
  };
};

export const docs = () =>
  documented(getRegister, {
    tag: 'Operators',
    summary: 'Every wording, and how many rest on it',
    description:
      'Versions and languages of what people agreed to, as the configuration has them, and for how many people each purpose is in force by which. Counted from the audience, at most every five minutes; names nobody.',
    answers: answers(),
    examples: { all: { summary: 'The register', status: 200 } },
  });
