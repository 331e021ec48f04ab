import { linksSchema } from '../../../shared/http/links-body';
import type { Operation } from '../operation';
import { links } from '../schemas/lists';
import { request } from '../schemas/named';

const body = request('LinksOrder', linksSchema, 'A list that the sender has already.', {
  emails: 'The addresses, up to 500 at once.',
  purpose: 'What the mail is for.',
});

export const operations: readonly Operation[] = [
  {
    id: 'getLinks',
    method: 'POST',
    path: '/v1/sites/{site}/links',
    tag: 'Marketing',
    summary: 'For a list of your own: who may be mailed, and the links for the mails',
    description:
      'Read from the ledger itself, so exact at this moment, in the order of the list. Who may not be mailed has no links. Who fetched how many is written down.',
    body: { description: 'The list.', content: { 'application/json': body } },
    answers: [{ status: 200, description: 'Each address of the list.', content: { 'application/json': links } }],
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
  },
];
