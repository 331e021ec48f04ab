import * as z from '../../zod';
import { anyStep, moment, open, pressed } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/** What somebody can ask for in the preference centre that a link alone does not decide. */
export const OWN_RIGHTS = ['erasure', 'rectification', 'move'] as const;
export type OwnRight = (typeof OWN_RIGHTS)[number];

/**
 * Somebody who holds a link of the person's asked for something that only the person decides. It says nothing of what the person
 * wants, as newsletters are passed on: a mail asks them.
 */
export const rightRequested = defineStep({
  type: 'RightRequested',
  facts: z.object({
    ...anyStep,
    ...pressed,
    right: open(OWN_RIGHTS),
    /** A random id: what the person does by the mail that asks them names it. */
    request: z.string(),
    /** The moment from which the confirmation comes too late, ISO 8601. */
    confirmBy: moment,
  }),
  about: 'person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: LOGGED,
  tells: ['confirmations', 'retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});
