import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { BY_LETTER, COMMON_MEMBERS, TOLD_MEMBERS } from '../describe/orders';
import { email, fields } from '../fields';
import { operation, typed } from '../operation';
import { orderFields, toldFields } from '../order-fields';
import { text } from '../shapes/common';
import { answer, said } from '../shapes/named';
import { ORDER } from '../shapes/orders';

export const rectify = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/rectifications',
  function: 'subjects',
  scope: 'evidence:write',
  body: z.strictObject({
    ...orderFields(),
    ...toldFields(),
    fields: z._default(fields(), {}),
    newEmail: z.optional(email()),
  }),
  answers: typed<typeof answers>,
});

const move = () =>
  z.strictObject({
    state: said(z.enum(['to-be-confirmed', 'moved']), 'Whether the new address still has to confirm.'),
    next: z.optional(text),
  });

const answers = () => ({
  200: json(
    'What it came to.',
    answer(
      'RectificationOrder',
      z.strictObject({ ...ORDER, move: z.optional(move()) }),
      'What a rectification came to; with `move` where it is about another address.',
    ),
  ),
});

export const docs = () =>
  documented(rectify, {
    tag: 'Compliance',
    summary: 'Put name, fields or address right (Art. 16 GDPR)',
    description:
      'The old answers stay as proof and are used no more. Another address is asked by mail to confirm; once it has, it takes over, and old links go on working. Harmless to repeat.',
    body: {
      description: 'What to do, and why.',
      name: 'RectificationRequest',
      about: 'What is right.',
      members: {
        ...COMMON_MEMBERS,
        ...TOLD_MEMBERS,
        fields: 'The answers that change, by id; an empty one is deleted.',
        newEmail:
          'The right address. Where it is another one and no mere spelling, it is asked by mail to confirm first.',
      },
    },
    answers: answers(),
    problems: ['404 unknown-person', '404 unknown-case', '409 not-movable', '409 changed-meanwhile'],
    examples: {
      name: { summary: 'Another name', json: { ...BY_LETTER, fields: { lastName: 'Musterfrau' } }, status: 200 },
      address: {
        summary: 'Another address',
        json: { ...BY_LETTER, newEmail: 'erika.musterfrau@example.net' },
        status: 200,
      },
      nothing: {
        summary: 'Nothing that could be moved',
        json: { ...BY_LETTER, email: 'otto@example.org', newEmail: 'otto@example.net' },
        status: 409,
      },
    },
  });
