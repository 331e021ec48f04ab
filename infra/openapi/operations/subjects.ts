import { SUBJECT_SCHEMAS } from '../../../shared/http/subject-steps';
import type { Example, Operation, RequestBody, Shape } from '../operation';
import type { ProblemKey } from '../problems';
import { erasureOrder, order, rectificationOrder } from '../schemas/orders';
import { request } from '../schemas/named';

const COMMON = {
  email: 'The address, in whatever spelling.',
  reason: 'Why, without any address: it outlives what it is about.',
  dryRun: 'Only say what would be done.',
};
const TOLD = { via: 'By which way the person told us.', receivedOn: 'The day on which it arrived.' };
const PURPOSES = { purposes: 'What for; without it, everything.' };
const { withdrawals, objections, restrictions, holds, erasures, rectifications } = SUBJECT_SCHEMAS;

const BODIES = {
  withdrawals: request('WithdrawalOrder', withdrawals, 'A withdrawal that an operator was told.', {
    ...COMMON,
    ...TOLD,
    ...PURPOSES,
  }),
  objections: request('ObjectionOrder', objections, 'An objection that an operator was told.', {
    ...COMMON,
    ...TOLD,
    ...PURPOSES,
  }),
  restrictions: request('RestrictionOrder', restrictions, 'A restriction, or its end.', {
    ...COMMON,
    ...TOLD,
    lift: 'End it.',
  }),
  holds: request('HoldOrder', holds, 'A hold, or its end.', {
    ...COMMON,
    case: 'The operator’s name for the dispute. Names nobody.',
    reviewBy: 'By when somebody looks whether it is still needed.',
    lift: 'End it; the normal end applies at once.',
  }),
  erasures: request('ErasureRequest', erasures, 'An erasure.', {
    ...COMMON,
    ...TOLD,
    suppress: 'Leave a mark, so that no import brings the person back.',
    despiteDuty: 'The controller needs no proof of this person’s consents.',
  }),
  rectifications: request('RectificationRequest', rectifications, 'What is right.', {
    ...COMMON,
    ...TOLD,
    fields: 'The answers that change, by id; an empty one is deleted.',
    newEmail: 'The right address. Where it is another one and no mere spelling, it is asked by mail to confirm first.',
  }),
};

interface Order {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly answer?: Shape;
  readonly problems?: readonly ProblemKey[];
  readonly examples: Readonly<Record<string, Example>>;
}

const LETTER = { email: 'erika@example.org', reason: 'letter of 20 November' };
const BY_LETTER = { ...LETTER, via: 'letter', receivedOn: '2026-11-20' };

const ORDERS: Readonly<Record<keyof typeof BODIES, Order>> = {
  withdrawals: {
    id: 'withdraw',
    summary: 'Carry out a withdrawal that arrived by phone, letter or e-mail',
    description: 'Ends the purposes in every record of the person, also where they still wait to be confirmed.',
    examples: {
      'dry run': { summary: 'What would end', json: { ...BY_LETTER, dryRun: true }, status: 200 },
      letter: {
        summary: 'One purpose, by letter',
        json: { ...BY_LETTER, purposes: ['analysis'] },
        status: 200,
      },
      'nobody known': {
        summary: 'Somebody of whom nothing is known',
        json: { ...BY_LETTER, email: 'nobody@example.org' },
        status: 404,
      },
    },
    problems: ['404 unknown-person'],
  },
  objections: {
    id: 'object',
    summary: 'Record an objection (Art. 21 GDPR)',
    description:
      'Also from somebody of whom nothing is known. Only the person’s own confirmation of a later sign-up takes it back.',
    examples: {
      phone: {
        summary: 'Told by phone, by somebody of whom nothing is known',
        json: { email: 'otto@example.org', reason: 'call on 19 November', via: 'phone', receivedOn: '2026-11-19' },
        status: 200,
      },
    },
  },
  restrictions: {
    id: 'restrict',
    summary: 'Restrict what there is (Art. 18 GDPR), or lift that',
    description: 'What is restricted is kept and used for nothing else: nobody is mailed by it.',
    examples: {
      restrict: { summary: 'While a claim is examined', json: BY_LETTER, status: 200 },
      lift: { summary: 'The claim was examined', json: { ...LETTER, lift: true }, status: 200 },
    },
    problems: ['404 unknown-person'],
  },
  holds: {
    id: 'hold',
    summary: 'Keep what a dispute needs past its end, or lift that',
    description: 'By the operator’s name for the dispute. Lifted, the normal end applies at once.',
    examples: {
      place: { summary: 'A lawsuit', json: { ...LETTER, case: '12 O 345/26', reviewBy: '2099-06-30' }, status: 200 },
      lift: { summary: 'It is over', json: { ...LETTER, case: '12 O 345/26', lift: true }, status: 200 },
      'lift again': { summary: 'There is none', json: { ...LETTER, case: '12 O 345/26', lift: true }, status: 409 },
    },
    problems: ['404 unknown-person', '409 no-such-hold'],
  },
  erasures: {
    id: 'erase',
    summary: 'Erase what is personal (Art. 17 GDPR)',
    description:
      'Ends what is in force; then address, name, IP and mails go with the answer. Where a hold or a duty to keep proof stands against it, the answer says which and until when, and what it covers is restricted instead.',
    answer: erasureOrder,
    examples: {
      'dry run': { summary: 'What would go', json: { ...BY_LETTER, dryRun: true }, status: 200 },
      unconfirmed: {
        summary: 'Somebody who never confirmed',
        json: { email: 'mia@example.org', reason: 'letter of 20 November', suppress: true },
        status: 200,
      },
    },
    problems: ['404 unknown-person'],
  },
  rectifications: {
    id: 'rectify',
    summary: 'Put name, fields or address right (Art. 16 GDPR)',
    description:
      'The old answers stay as proof and are used no more. Another address is asked by mail to confirm; once it has, it takes over, and old links go on working.',
    answer: rectificationOrder,
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
    problems: ['404 unknown-person', '409 not-movable'],
  },
};

function operation(action: keyof typeof BODIES): Operation {
  const { answer = order, description, ...rest } = ORDERS[action];
  const body: RequestBody = { description: 'What to do, and why.', content: { 'application/json': BODIES[action] } };
  return {
    ...rest,
    method: 'POST',
    path: `/v1/sites/{site}/subjects/${action}`,
    tag: 'Compliance',
    description: `${description} Harmless to repeat.`,
    body,
    answers: [{ status: 200, description: 'What it came to.', content: { 'application/json': answer } }],
  };
}

export const operations: readonly Operation[] = (Object.keys(BODIES) as (keyof typeof BODIES)[]).map(operation);
