import * as z from '../../zod';
import { day, hash, id, random, text, time } from './common';
import { answer, said } from './named';
import { step } from './orders';

/** What `reviews/decisions` decides. */
export const REVIEWED = ['unused', 'hold', 'restriction'] as const;

const named = () => ({
  id: said(random, 'The person, by the id that evidence names.'),
  what: said(z.enum(REVIEWED), 'Unused consents, a hold, or a restriction.'),
  case: z.optional(said(random, 'The id of the hold.')),
});

const head = said(
  hash,
  'The hash of the person’s last entry: send it as `expects`, and nothing is done if anything moved.',
);

/** Something of a person that an operator has to decide about. */
export const waiting = () =>
  answer(
    'Waiting',
    z.strictObject({
      ...named(),
      what: said(
        z.enum([...REVIEWED, 'weighing']),
        'Unused consents, a hold, a restriction, or an objection that is weighed: `subjects/weighings` decides that.',
      ),
      head,
      since: said(time, 'Since when nothing was heard of the person, or it is held, restricted or weighed.'),
      isDue: said(z.boolean(), 'Whether it is to be decided now; false where its day of review has yet to come.'),
      purposes: z.optional(said(z.array(id), 'The consents that are unused, or what is weighed.')),
      deleteBy: z.optional(said(day, 'Unused consents go on this day, unless somebody decides before.')),
      label: z.optional(said(z.nullable(text), 'What the operator calls the dispute, while that is kept.')),
      reviewBy: z.optional(
        said(
          day,
          'By when somebody looks whether the hold or the restriction is still needed, or the person has an answer.',
        ),
      ),
      connections: z.optional(
        said(
          z.array(z.int()),
          'The places of the steps whose connection data alone a hold keeps; missing: everything.',
        ),
      ),
    }),
    'Something of a person that an operator has to decide about.',
  );

/** What a decision came to, or would come to. */
export const decided = () =>
  answer(
    'ReviewDecision',
    z.strictObject({
      ...named(),
      outcome: said(
        z.enum(['kept', 'let-go', 'decided-before', 'changed-meanwhile']),
        'What became of it. Of what changed in this very moment nothing was done: look at the list again.',
      ),
      head,
      done: said(z.array(step), 'The step that was taken, or would be.'),
    }),
    'What a decision about one item came to, or would come to.',
  );
