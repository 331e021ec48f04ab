import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { emails, plainString } from '../fields';
import { operation, typed } from '../operation';
import { id, language, status, text, time } from '../shapes/common';
import { OWN_LINKS, UNSUBSCRIBE, mayMeasure, person } from '../shapes/links';
import { answer, said } from '../shapes/named';

/** As many as are looked up while a gateway waits. */
const MOST = 500;

export const getLinks = operation({
  method: 'POST',
  path: '/v1/sites/{site}/links',
  function: 'links',
  scope: 'audience:read',
  throttle: 'lists',
  body: z.strictObject({
    emails: emails(MOST),
    purpose: plainString(40),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'Each address of the list.',
    answer(
      'Links',
      z.strictObject({
        site: id,
        purpose: id,
        asOf: said(time, 'The moment at which this is exact.'),
        recipients: z.array(
          z.strictObject({
            email: said(text, 'As it was sent.'),
            allowed: said(z.boolean(), 'Whether mail for the purpose may be sent now. This alone decides.'),
            invalid: z.optional(said(text, 'What is wrong with the address.')),
            status: z.optional(status),
            since: z.optional(time),
            undeliverableSince: z.optional(said(time, 'Since when mail to the address comes back.')),
            addressMissing: z.optional(
              said(
                z.literal(true),
                'The address that the person gave was lost here: nobody mails them until it is restored.',
              ),
            ),
            id: z.optional(person),
            language: z.optional(language),
            mayMeasure: z.optional(mayMeasure),
            ...UNSUBSCRIBE,
            preferencesUrl: z.optional(OWN_LINKS.preferencesUrl),
            analysisUrl: OWN_LINKS.analysisUrl,
          }),
        ),
      }),
      'For each address of a list, in its order: whether it may be mailed, and the links for the mail.',
    ),
  ),
});

export const docs = () =>
  documented(getLinks, {
    tag: 'Marketing',
    summary: 'For a list of your own: who may be mailed, and the links for the mails',
    description:
      'Read from the ledger itself, so exact at this moment, in the order of the list. Who may not be mailed has no links. Who fetched how many is written down.',
    body: {
      description: 'The list.',
      name: 'LinksOrder',
      about: 'A list that the sender has already.',
      members: {
        emails: 'The addresses, up to 500 at once.',
        purpose: 'What the mail is for.',
      },
    },
    answers: answers(),
    examples: {
      list: {
        summary: 'Somebody who confirmed, somebody unknown, and a mistake',
        json: { emails: ['erika@example.org', 'nobody@example.org', 'erika'], purpose: 'newsletter-product' },
        status: 200,
      },
      'no such purpose': {
        summary: 'No such purpose',
        json: { emails: ['erika@example.org'], purpose: 'newsletter' },
        status: 422,
      },
    },
  });
