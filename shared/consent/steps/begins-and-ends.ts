import { stepType, type EntryType, type TypeThat } from '.';

/* What steps do to what a person agreed to: which ones begin, confirm and end it. */

interface Typed {
  readonly type: EntryType;
}

type ConfirmationType = TypeThat<'confirms'>;
export type EndingType = TypeThat<'ends-consent' | 'ends-contract'>;

/** Whether the person pressed the button by which what they asked for is given. */
export function isConfirmation<Step extends Typed>(step: Step): step is Step & { readonly type: ConfirmationType } {
  return stepType(step).role === 'confirms';
}

/**
 * Whether a step ends what it names. A withdrawal, a refusal, an objection and a lapse end what rests on consent or on legitimate
 * interest; the end of a contract ends that. An erasure ends nothing of the kind: what was in force was withdrawn before it.
 */
export function isEnding<Step extends Typed>(step: Step): step is Step & { readonly type: EndingType } {
  return isEndOfConsent(step) || stepType(step).role === 'ends-contract';
}

export function isEndOfConsent(step: Typed): boolean {
  return stepType(step).role === 'ends-consent';
}

/** The step that a record begins with, from what proves least to what proves most. */
const BEGINNINGS = ['contract', 'interest', 'consent-elsewhere', 'consent-here'] as const;

/** How much a beginning proves, from 0 on; -1 where nothing begins with the step. */
export function proofOfBeginning(step: Typed): number {
  const { role } = stepType(step);
  return typeof role === 'object' ? BEGINNINGS.indexOf(role.begins) : -1;
}

export function isBeginning(step: Typed): boolean {
  return proofOfBeginning(step) >= 0;
}
