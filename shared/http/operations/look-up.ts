import { BECAUSE } from '../../consent/because';
import { MAIL_KINDS } from '../../consent/steps/entry-fields';
import { LETTERS } from '../../consent/steps/person-informed';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { email, personId } from '../fields';
import { operation, typed } from '../operation';
import { day, hash, id, language, legalBasis, random, status, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';
import { shown } from '../shapes/links';
import { hold } from '../shapes/orders';
import { request } from '../shapes/requests';

export const lookUp = operation({
  method: 'POST',
  path: '/v1/sites/{site}/subjects/look-up',
  function: 'desk',
  scope: 'person:read',
  throttle: 'desk',
  body: z.strictObject({ email: z.optional(email()), id: z.optional(personId()) }),
  answers: typed<typeof answers>,
});

const purpose = answer(
  'ExplainedPermission',
  z.strictObject({
    id: said(id, 'The purpose.'),
    legalBasis: said(legalBasis, 'What mail for it rests on, Art. 6(1) GDPR.'),
    allowed: said(z.boolean(), 'Whether mail for it may be sent now: the same as `getPermissions` says.'),
    state: said(
      z.enum(['in-force', 'pending', 'none']),
      'Whether it rests on something, whatever stands against mail; waits for the button; or neither.',
    ),
    status: z.optional(status),
    since: z.optional(said(time, 'Since when it stands so.')),
    because: z.optional(said(z.enum(BECAUSE), 'Why it is not allowed.')),
  }),
  'How somebody stands with one purpose, and why they may not be mailed for it.',
);

const step = z.strictObject({
  seq: said(z.int(), 'Its place in the person’s history.'),
  at: time,
  type: said(text, 'A type of step; one of a later version is shown as it is.'),
  purposes: z.array(id),
  recordId: z.optional(random),
  mail: z.optional(said(z.enum(MAIL_KINDS), 'Which mail was sent.')),
  letter: z.optional(said(z.enum(LETTERS), 'Which letter was made.')),
  by: said(
    z.strictObject({
      kind: z.enum(['subject', 'system', 'backend', 'operator']),
      id: z.optional(said(text, 'The operator, by an id that names nobody.')),
      client: z.optional(said(text, 'The program that they worked with.')),
      name: z.optional(said(text, 'What they are called, while that is kept.')),
    }),
    'Who took it.',
  ),
  via: z.optional(said(text, 'By which way the person told us.')),
  receivedOn: z.optional(day),
  reason: z.optional(said(text, 'Why an operator did it, while that is kept.')),
});

const answers = () => ({
  200: json(
    'What is known.',
    answer(
      'LookUp',
      z.strictObject({
        site: id,
        asOf: time,
        known: said(z.boolean(), 'Whether anything was ever noted of the person here.'),
        domainMeant: z.optional(
          said(
            text,
            'Of somebody unknown: the domain that was perhaps meant, where the one that was typed is nearly that.',
          ),
        ),
        person: z.optional(
          said(
            z.strictObject({
              id: said(random, 'The person, as lists name them.'),
              email: z.optional(said(text, 'As they confirmed it; missing where nobody did, or where it is gone.')),
              shown,
              fields: z.optional(z.record(z.string(), text)),
              language: said(language, 'The one in which they are written to: chosen, or spoken last.'),
              undeliverableSince: z.optional(said(time, 'Since when mail to the address comes back.')),
              restrictedSince: z.optional(
                said(time, 'Since when what was stored then may be kept and used for nothing else (Art. 18 GDPR).'),
              ),
              purposes: said(z.array(purpose), 'Every purpose of the site.'),
              mails: said(
                z.array(z.strictObject({ kind: z.enum(MAIL_KINDS), at: time, cameBack: z.optional(z.literal(true)) })),
                'What the system sent within the last thirty days.',
              ),
            }),
            'Missing where nothing is known.',
          ),
        ),
        file: z.optional(
          said(
            z.strictObject({
              restrictedSince: z.optional(time),
              holds: z.array(hold),
              objections: z.array(id),
              weighed: z.array(id),
              erasedAt: z.optional(time),
              suppressed: z.boolean(),
              records: z.array(z.strictObject({ recordId: random, keptUntil: z.nullable(time) })),
              requests: said(z.array(request), 'What they asked for, the oldest first.'),
              timeline: said(z.array(step), 'All that happened, the oldest first.'),
              head: z.optional(said(hash, 'What a preview binds by: `expects` of orders.')),
            }),
            'Only with a token that is good for `evidence:read` there, too.',
          ),
        ),
      }),
      'How a person stands, and why.',
    ),
  ),
});

export const docs = () =>
  documented(lookUp, {
    tag: 'Operators',
    summary: 'How does this person stand, and why?',
    description:
      'By address, or by the id by which a list names somebody. Reads no evidence and shows no proof, so it is no step in the person’s history; who searched stays in the log of the operators, without the address. With `evidence:read`, holds, records and everything that happened come along.',
    body: {
      description: 'Whom to look up.',
      name: 'LookUpOrder',
      about: 'A person, by address or by id: one of the two.',
      members: { email: 'The address, in whatever spelling.', id: 'Or the id by which a list names the person.' },
    },
    answers: answers(),
    examples: {
      'for marketing': {
        summary: 'Somebody who confirmed, for marketing',
        json: { email: 'erika@example.org' },
        status: 200,
      },
      mistyped: { summary: 'Nobody, and nearly a provider’s domain', json: { email: 'erika@gmial.com' }, status: 200 },
      nobody: { summary: 'Neither address nor id', json: {}, status: 422 },
    },
  });
