import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { day, flag, label, reason } from '../fields';
import { operation, typed } from '../operation';
import { id, random } from '../shapes/common';
import { answer, said } from '../shapes/named';

/** So many people at once as a call has time for. */
const MOST_PEOPLE = 50;
const MOST_STEPS = 1000;

const someId = (of: string) =>
  z.string().check(z.regex(/^[\w-]{22}$/, `This is the id of ${of}: 22 letters and digits.`));

const LIST = `This is a list of 1 to ${MOST_PEOPLE} people.`;

export const holdConnections = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/connections',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({
    people: z
      .array(
        z.strictObject({
          id: someId('a person').brand<'subject'>(),
          steps: z._default(z.array(z.int().check(z.gte(0))).check(z.maxLength(MOST_STEPS)), []),
        }),
        LIST,
      )
      .check(z.minLength(1, LIST), z.maxLength(MOST_PEOPLE, LIST)),
    reason: reason('incident of 20 November'),
    case: z.optional(someId('an incident')),
    label: z.optional(label()),
    reviewBy: z.optional(day()),
    lift: flag(),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'What it came to.',
    answer(
      'ConnectionsHeld',
      z.strictObject({
        site: id,
        case: said(random, 'The id by which the incident is known from now on.'),
        people: said(z.int(), 'Of how many people something changed.'),
      }),
      'Connection data that an incident needs, or no longer needs.',
    ),
  ),
});

const PERSON = { id: 'AAAAAAAAAAAAAAAAAAAAAA', steps: [0] };

export const docs = () =>
  documented(holdConnections, {
    tag: 'Compliance',
    summary: 'Keep the connection data that an incident needs, or end that',
    description:
      'For people of whom nobody has an address: `npm run cli -- incident` finds their steps by network and time, and calls this. Of those steps the IP address and the browser stay past their end, and nothing else that is personal. Lifted, the normal end applies at once. A person or a step without connection data is passed over. Harmless to repeat.',
    body: {
      description: 'Whose connection data, and why.',
      name: 'ConnectionsOrder',
      about: 'Connection data that an incident needs.',
      members: {
        people: 'The people by their ids, each with the places of the steps; not needed to lift it.',
        reason: `Why, without any address: it outlives what it is about. ${IN_PROOF}`,
        case: 'The id of an incident that there is; without it, a new one.',
        label: `What you call the incident; kept as long as other personal data. ${IN_PROOF}`,
        reviewBy: 'By when somebody looks whether it is still needed.',
        lift: 'End it; the normal end applies at once.',
      },
    },
    answers: answers(),
    examples: {
      nobody: {
        summary: 'A person of whom nothing is kept any more',
        json: {
          people: [PERSON],
          reason: 'incident of 20 November',
          case: 'Qm3Kx0TnS1mZx8wYbLr2cA',
          label: 'Password guessing',
          reviewBy: '2099-06-30',
        },
        status: 200,
      },
      'no review': {
        summary: 'Without a day on which somebody looks',
        json: { people: [PERSON], reason: 'incident of 20 November', label: 'Password guessing' },
        status: 422,
      },
    },
  });
