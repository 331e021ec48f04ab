import * as z from '../../zod';
import { anyStep, open, reportedThere, toldElsewhere } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS, type Repeat } from './step-type';

/** A mail could not be delivered: for good, or this time. */
export const mailBounced = defineStep({
  type: 'MailBounced',
  facts: z.object({
    ...anyStep,
    /** Whether trying again is of no use. */
    bounce: open(['permanent', 'transient']),
    /** The id that the mail service gave the mail. */
    messageId: z.optional(z.string()),
    ...toldElsewhere,
    ...reportedThere,
  }),
  about: 'record-or-person',
  records: unchanged,
  standing: (standing, { at, facts }) =>
    facts.bounce === 'permanent' ? { ...standing, undeliverableSince: at } : standing,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: { ...WITH_ITS_RECORDS, alsoWith: () => 'named', repeats },
  tells: ['retention', 'projector', 'notifier'],
  change: ({ facts }) => (facts.bounce === 'transient' ? undefined : 'undeliverable'),
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});

interface Bounced {
  readonly bounce: string;
  readonly messageId?: string | undefined;
  readonly reference?: string | undefined;
}

/** One that comes back this time has no consequences but to be counted once a day; one with a name is known again by that. */
function repeats({ facts: { bounce, messageId, reference } }: { facts: Bounced }): Repeat | undefined {
  const isRepeated = bounce === 'transient' && messageId === undefined && reference === undefined;
  return isRepeated ? { like: bounce, newest: 1 } : undefined;
}
