import * as z from '../../zod';
import { anyStep, open, told } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';
import { endsWeighing, settles, withoutSettled } from './weighed';

/**
 * Art. 21(1) GDPR: the person objects for reasons of their own situation. While that is weighed nothing is mailed for these purposes
 * (Art. 18(1)(d)). What they say yes to afterwards is no part of it.
 */
export const objectionRaised = defineStep({
  type: 'ObjectionRaised',
  facts: z.object({ ...anyStep, ...told }),
  about: 'person',
  records: unchanged,
  standing: (standing, { purposes, at }) => ({
    ...standing,
    weighed: new Map([...standing.weighed, ...purposes.map(({ id }) => [id, at] as const)]),
  }),
  role: 'neither',
  obstacle: undefined,
  restrains: true,
  signOfLife: none,
  // Each purpose has an end of its own; where it is upheld, that is the objection that follows once the person was told.
  kept: { ...LOGGED, closedBy: ({ purposes }) => purposes.map(({ id }) => endsWeighing(id)) },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'restricted',
  dpv: { terms: ['RightExerciseActivity'], right: () => 'A21' },
  isAnchored: false,
  isLook: false,
});

/** What came of it; the grounds are the part `reason`, and the person is told. */
export const objectionDecided = defineStep({
  type: 'ObjectionDecided',
  facts: z.object({ ...anyStep, ...told, decision: open(['upheld', 'refused']) }),
  about: 'person',
  records: unchanged,
  // What is upheld stays without mail: an objection follows once the person was told, as their address may go with that.
  standing: (standing, { purposes, facts }) =>
    facts.decision === 'refused' ? { ...standing, weighed: withoutSettled(standing, purposes) } : standing,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  // Until that objection is there, or the person said yes anew, the decision and its grounds have to be.
  kept: {
    ...LOGGED,
    closedBy: ({ facts, purposes }) =>
      facts.decision === 'upheld'
        ? purposes.map(
            ({ id }) =>
              (later) =>
                settles(later, id),
          )
        : [],
  },
  tells: ['mailer', 'retention', 'projector', 'notifier'],
  change: ({ facts }) => (facts.decision === 'refused' ? 'unrestricted' : undefined),
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});
