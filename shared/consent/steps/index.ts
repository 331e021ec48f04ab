import { activityReported } from './activity-reported';
import { consentGiven, renewedConsentGiven } from './consent-given';
import { consentLapsed } from './consent-lapsed';
import { consentRecorded, legitimateInterestRecorded } from './consent-recorded';
import { consentRefused } from './consent-refused';
import { consentRequested } from './consent-requested';
import { consentWithdrawn } from './consent-withdrawn';
import { contractEnded, contractRecorded } from './contract';
import { dataErased } from './data-erased';
import { holdLifted, holdPlaced } from './hold';
import { identityRectified } from './identity-rectified';
import { keptOnReview } from './kept-on-review';
import { languageChosen } from './language-chosen';
import { accessGiven, evidenceDisclosed } from './look';
import { mailBounced } from './mail-bounced';
import { mailSent } from './mail-sent';
import { caseClosed, mailReceived } from './mail-received';
import { objectionDecided, objectionRaised } from './objection-weighed';
import { objectionRecorded } from './objection-recorded';
import { deletionConfirmed, processorInformed } from './processor-told';
import { personInformed } from './person-informed';
import { requestNoted, requestReceived } from './request-received';
import { rightRequested } from './right-requested';
import { processingRestricted, restrictionLifted } from './restriction';
import type { About, ConsumerName, Role, StepOfType, StepType } from './step-type';

/** The types of steps that the ledger records; the names are those of the W3C Data Privacy Vocabulary where it has one. */
const STEP_TYPES = [
  ...([consentRequested, mailSent, consentGiven, renewedConsentGiven, consentWithdrawn, evidenceDisclosed] as const),
  ...([consentRecorded, legitimateInterestRecorded, objectionRecorded, consentLapsed, activityReported] as const),
  ...([identityRectified, processingRestricted, restrictionLifted, holdPlaced, holdLifted, dataErased] as const),
  ...([accessGiven, contractRecorded, contractEnded, mailBounced, mailReceived, caseClosed, languageChosen] as const),
  ...([processorInformed, deletionConfirmed, consentRefused, rightRequested] as const),
  ...([objectionRaised, objectionDecided, keptOnReview] as const),
  ...([requestReceived, requestNoted, personInformed] as const),
] as const;

type AnyStepType = (typeof STEP_TYPES)[number];
export type EntryType = AnyStepType['type'];

type StepOf<Type> =
  Type extends StepType<infer Name, infer Facts, infer Reach, infer _> ? StepOfType<Name, Facts, Reach> : never;
/** What a decision makes: a step of one of the types, with the facts of that type. */
export type Step = StepOf<AnyStepType>;
export type StepFor<Type extends EntryType> = Extract<Step, { readonly type: Type }>;

/** The types with a role of that kind. */
export type TypeThat<Does extends Role> = Extract<AnyStepType, { readonly role: Does }>['type'];

export const ENTRY_TYPES: readonly EntryType[] = STEP_TYPES.map(({ type }) => type);

interface Typed {
  readonly type: EntryType;
}

/** A type as those use it who have a step of any. */
type General = Omit<StepType<EntryType, object, 'record-or-person'>, 'about'> & { readonly about: About };

// Each type takes steps of its own type alone, and here is where the two are brought together.
const BY_TYPE: ReadonlyMap<string, General> = new Map(
  STEP_TYPES.map((type) => [type.type, type as unknown as General]),
);

/** What there is to say about the type of a step. */
export const stepType = ({ type }: Typed): General => BY_TYPE.get(type) as General;

/** Undefined for a type that this version does not know. */
export const findStepType = (type: string): General | undefined => BY_TYPE.get(type);

/** The types that a consumer hears of. */
export function typesFor(consumer: ConsumerName): EntryType[] {
  const hears = ({ tells }: Pick<General, 'tells'>): boolean => tells.includes(consumer);
  return STEP_TYPES.filter(hears).map(({ type }) => type);
}
