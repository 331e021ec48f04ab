import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, SCOPES, SIGNED_IN, typed } from '../operation';
import { id, language, legalBasis, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const getMe = operation({
  method: 'GET',
  path: '/v1/me',
  function: 'desk',
  scope: SIGNED_IN,
  throttle: 'desk',
  answers: typed<typeof answers>,
});

const names = said(z.record(z.string(), text), 'What it is called, in each language of the site.');

const answers = () => ({
  200: json(
    'Who calls.',
    answer(
      'Me',
      z.strictObject({
        operator: z.strictObject({
          id: said(text, 'As entries name whoever acts: the `sub` of the token, which names nobody.'),
          name: z.optional(said(text, 'What the issuer calls them; missing for machines, and where it does not say.')),
        }),
        grants: said(
          z.array(
            z.strictObject({
              site: id,
              name: said(text, 'What the site is called in mails.'),
              languages: said(z.array(language), 'The first is the site’s own.'),
              purposes: said(
                z.array(
                  z.strictObject({
                    ...{ id, legalBasis, names },
                    measures: said(z.boolean(), 'It has no mails of its own, and is about measuring those of others.'),
                  }),
                ),
                'What the site mails for, also what no form asks for.',
              ),
              downloads: said(z.array(z.strictObject({ id, names })), 'What can be ordered there.'),
              timeZone: said(text, 'Whose days and hours everything goes by.'),
              scopes: said(z.array(z.enum(SCOPES)), 'What the token is good for there.'),
            }),
          ),
          'The sites at which the token is good for anything.',
        ),
        sessionEnds: said(time, 'When the token ends.'),
      }),
      'What an access token is good for.',
    ),
  ),
});

export const docs = () =>
  documented(getMe, {
    tag: 'Operators',
    summary: 'Who am I, and what may I do?',
    description:
      'For any access token that is good, whatever it is good for. Of a person it says what their role grants, and not what their login asked for.',
    answers: answers(),
    examples: { compliance: { summary: 'Somebody who answers letters', status: 200 } },
  });
