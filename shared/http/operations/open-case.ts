import { WISHES } from '../../consent/steps/request-received';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { day, email, personId, reason } from '../fields';
import { operation, typed } from '../operation';
import { via } from '../order-fields';
import { request } from '../shapes/requests';

export const openCase = operation({
  method: 'POST',
  path: '/v1/sites/{site}/cases',
  function: 'cases',
  scope: 'evidence:write',
  throttle: 'desk',
  body: z.strictObject({
    email: z.optional(email()),
    id: z.optional(personId()),
    via: via(),
    receivedOn: day(),
    wish: z.enum(WISHES),
    note: reason('letter of 20 November'),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({ 201: json('The request, and by when it has to be answered.', request) });

export const docs = () =>
  documented(openCase, {
    tag: 'Compliance',
    summary: 'Write down a request that came by letter, phone or mail',
    description:
      'From then on it is on the list until it is closed, with the day by which it has to be answered. The address is kept nowhere ' +
      'by this. The same by the same way on the same day is the same request: harmless to repeat.',
    body: {
      description: 'What the person wants, and since when.',
      name: 'RequestOrder',
      about: 'A request that an operator writes down.',
      members: {
        email: 'The address, in whatever spelling.',
        id: 'Or the id by which a list names the person: one of the two.',
        via: 'By which way it came.',
        receivedOn: 'The day on which it arrived.',
        wish: 'What is wanted; `never-agreed` where the person says that they never agreed.',
        note: `A note, without any address. ${IN_PROOF}`,
      },
    },
    answers: answers(),
    problems: ['404 unknown-person'],
    examples: {
      letter: {
        summary: 'A letter that asks to delete everything',
        json: {
          email: 'erika@example.org',
          via: 'letter',
          receivedOn: '2026-11-20',
          wish: 'erasure',
          note: 'letter of 20 November',
        },
        status: 201,
      },
      'to come': {
        summary: 'A day that has not come yet',
        json: {
          email: 'erika@example.org',
          via: 'letter',
          receivedOn: '2099-11-20',
          wish: 'erasure',
          note: 'letter of 20 November',
        },
        status: 422,
      },
    },
  });
