import * as z from '../../zod';
import { anyStep, open, told, written } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/** The person wrote to us, and what they want is not certain enough to be carried out. */
export const mailReceived = defineStep({
  type: 'MailReceived',
  facts: z.object({
    ...anyStep,
    ...written,
    /** What it was taken for. */
    reading: open(['unclear', 'unproven', 'unreadable', 'automatic']),
    /** A random id, where somebody has to read it. */
    case: z.optional(z.string()),
  }),
  about: 'person',
  records: unchanged,
  standing: (standing, { at, facts }) =>
    facts.case === undefined ? standing : { ...standing, cases: [...standing.cases, { id: facts.case, since: at }] },
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: {
    ...LOGGED,
    closedBy: ({ facts }) =>
      facts.case === undefined
        ? []
        : [(later) => later.type === 'CaseClosed' && 'case' in later.facts && later.facts.case === facts.case],
    // Programs do not tire, and one a day is noted.
    repeats: ({ facts }) =>
      facts.reading === 'automatic' && facts.case === undefined ? { like: facts.reading, newest: 1 } : undefined,
  },
  tells: ['retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});

/** What can come of what a person wrote or said. */
export const OUTCOMES = [
  ...(['withdrawal', 'objection', 'weighing', 'answered', 'nothing'] as const),
  ...(['access', 'portability', 'erasure', 'rectification', 'restriction'] as const),
  ...(['refused', 'unidentified', 'not-known'] as const),
] as const;

/** Somebody saw to it. */
export const caseClosed = defineStep({
  type: 'CaseClosed',
  facts: z.object({
    ...anyStep,
    ...told,
    case: z.string(),
    /** What came of it. */
    outcome: open(OUTCOMES),
  }),
  about: 'person',
  records: unchanged,
  standing: (standing, { facts }) => ({
    ...standing,
    cases: standing.cases.filter(({ id }) => id !== facts.case),
  }),
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: LOGGED,
  tells: ['retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});
