import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { IN_PROOF } from '../describe/orders';
import { cursor, day, flag, reason } from '../fields';
import { operation, typed } from '../operation';
import { id, text } from '../shapes/common';
import { answer, said } from '../shapes/named';
import { decided, REVIEWED } from '../shapes/reviews';

/** So many people at once as a call has time for. */
export const MOST_REVIEWED = 50;

const someId = (of: string) =>
  z.string().check(z.regex(/^[\w-]{22}$/, `This is the id of ${of}: 22 letters and digits.`));

const LIST = `This is a list of 1 to ${MOST_REVIEWED} items.`;

export const decideReviews = operation({
  method: 'POST',
  path: '/v1/sites/{site}/reviews/decisions',
  function: 'cases',
  scope: 'evidence:write',
  throttle: 'lists',
  body: z.strictObject({
    decision: z.enum(['keep', 'let-go']),
    reason: reason('yearly review: bought in spring'),
    items: z.optional(
      z
        .array(
          z.strictObject({
            id: someId('a person').brand<'subject'>(),
            what: z.enum(REVIEWED),
            case: z.optional(someId('a hold')),
            expects: z.optional(z.string().check(z.regex(/^[\w-]{43}$/, 'This is the `head` of an item.'))),
          }),
          LIST,
        )
        .check(z.minLength(1, LIST), z.maxLength(MOST_REVIEWED, LIST)),
    ),
    group: z.optional(z.strictObject({ unusedBefore: z.optional(day()), case: z.optional(someId('a hold')) })),
    cursor: cursor(),
    reviewBy: z.optional(day()),
    informedOn: z.optional(day()),
    dryRun: flag(),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: json(
    'What it came to.',
    answer(
      'ReviewDecisions',
      z.strictObject({
        site: id,
        dryRun: said(z.boolean(), 'Whether nothing was written.'),
        decisions: z.array(decided()),
        cursor: z.optional(
          said(text, 'Of a group: send it back for those that are left; missing where all were seen to.'),
        ),
      }),
      'What decisions about items of the list came to.',
    ),
  ),
});

const REASON = 'yearly review: no longer needed';

export const docs = () =>
  documented(decideReviews, {
    tag: 'Compliance',
    summary: 'Decide what is to be reviewed',
    description:
      'Keep it, with a reason: unused consents until the next round, a hold or a restriction until another day. Or let it go: ' +
      'consents end as time ends them, a hold is lifted, a restriction is lifted once the person was told. ' +
      'By items, or by a group, some people at a time. A dry run says what would be done, and each `head` in it binds: sent back ' +
      'as `expects` of its item, nothing at all is done if anything moved since, and the answer says what would be done now. ' +
      'Harmless to repeat.',
    body: {
      description: 'What is decided about which items, and why.',
      name: 'ReviewOrder',
      about: 'Decisions about items of the list.',
      members: {
        decision: 'Keep it, or let it go.',
        reason: `Why, without any address: shown to whoever asks what is known of them. ${IN_PROOF}`,
        items: 'The items, as the list names them; a hold by its `case`, too.',
        group:
          'Or all that are on the list now: consents that nothing was heard of since before a day, or the hold of that id with ' +
          'whomever it is, as an incident has it.',
        cursor: 'Of a group: where to go on.',
        reviewBy: 'A hold or a restriction that is kept: by when somebody looks again.',
        informedOn: 'A restriction that is let go: the day on which you told the person that it ends.',
        dryRun: 'Only say what would be done.',
      },
    },
    answers: answers(),
    problems: ['400 cursor', '409 nothing-to-review', '409 changed-meanwhile'],
    examples: {
      'dry run': {
        summary: 'All of whom nothing was heard since before a day, without writing',
        json: { decision: 'let-go', reason: REASON, group: { unusedBefore: '2025-01-01' }, dryRun: true },
        status: 200,
      },
      keep: {
        summary: 'A restriction that is still needed',
        json: {
          decision: 'keep',
          reason: 'the claim is still being examined',
          items: [{ id: 'AAAAAAAAAAAAAAAAAAAAAA', what: 'restriction' }],
          reviewBy: '2099-06-30',
        },
        status: 200,
      },
      'not on the list': {
        summary: 'Of whom there is nothing to decide',
        json: { decision: 'let-go', reason: REASON, items: [{ id: 'AAAAAAAAAAAAAAAAAAAAAA', what: 'unused' }] },
        status: 409,
      },
      changed: {
        summary: 'Who did something since the preview',
        json: {
          decision: 'keep',
          reason: 'the claim is still being examined',
          items: [{ id: 'AAAAAAAAAAAAAAAAAAAAAA', what: 'restriction', expects: 'A'.repeat(43) }],
          reviewBy: '2099-12-31',
        },
        status: 409,
      },
      'no day': {
        summary: 'Without a day on which somebody looks again',
        json: {
          decision: 'keep',
          reason: REASON,
          items: [{ id: 'AAAAAAAAAAAAAAAAAAAAAA', what: 'restriction' }],
        },
        status: 422,
      },
    },
  });
