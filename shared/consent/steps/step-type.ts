import type { RecordId } from '../../ids';
import type * as z from '../../zod';
import type { Obstacle } from '../errors';
import type { Standing, SubjectState } from '../state';
import type { ChainFields, StepFields } from './entry-fields';

/** Who is told of steps; see `consumers.ts`. */
export type ConsumerName = 'confirmations' | 'mailer' | 'retention' | 'mover' | 'projector' | 'notifier';

/** What happened to a person, in a word, for whoever polls `changes`. */
export type What =
  | 'given'
  | 'withdrawn'
  | 'ended'
  | 'rectified'
  | 'restricted'
  | 'unrestricted'
  | 'undeliverable'
  | 'language'
  | 'erased';

/** Whether a step names a record always, where it is about one, or never. */
export type About = 'record' | 'record-or-person' | 'person';

/** What a step does to what a person agreed to. */
export type Role =
  /** A record begins with it. The more it proves, the higher the number. */
  | { readonly begins: 'contract' | 'interest' | 'consent-elsewhere' | 'consent-here' }
  /** The person presses the button: what a record asked for is given. */
  | 'confirms'
  /** The purposes that it names end, whether they rest on consent or on legitimate interest. */
  | 'ends-consent'
  /** The contracts that it names end. */
  | 'ends-contract'
  | 'neither';

/** The terms of the W3C Data Privacy Vocabulary, and of PROV, for a step. */
export type DpvTerm =
  | 'ConsentRequested'
  | 'ConsentGiven'
  | 'RenewedConsentGiven'
  | 'ConsentWithdrawn'
  | 'ConsentExpired'
  | 'ConsentRefused'
  | 'ExpressedConsent'
  | 'LegitimateInterestNotObjected'
  | 'LegitimateInterestObjected'
  | 'ContractActive'
  | 'ContractTerminationStatus'
  | 'RightExerciseActivity'
  | 'Activity';

/** A step, as far as it can be the one that closes another. */
export interface Later {
  readonly type: string;
  readonly facts: object;
  readonly purposes: readonly { readonly id: string }[];
}

/** How long an entry is kept, in words that `keep/` makes dates of. */
export interface Keeping<Step> {
  /** Whether it is kept for having been taken, as long as the access log, and not only for its records. */
  readonly isLogged: (step: Step) => boolean;
  /**
   * Which later steps close it: it is open until one of each kind has come, and from the last of these on that time counts. None
   * where it is over when it happens.
   */
  readonly closedBy: (step: Step) => readonly ((later: Later) => boolean)[];
  /** Whether it has to be honoured for good. It is a keyed hash, and of no use to anybody but who knows the address. */
  readonly isForGood: (step: Step) => boolean;
  /**
   * The records it is kept with, besides its own and those that it changed: none; those that have a purpose it names,
   * or all where it names none; all.
   */
  readonly alsoWith: (step: Step) => 'none' | 'named' | 'all';
  /** Of which steps the newest alone counts, so that the summary of a long history has no others; undefined where each does. */
  readonly repeats: (step: Step) => Repeat | undefined;
}

/** That a step says again what others said, in as far as any rule goes by it. */
export interface Repeat {
  /** In what they are alike, besides type, record, purposes and the classes of their parts. */
  readonly like: string;
  /** How many of the newest are looked at. */
  readonly newest: number;
  /** When that was which it reports, ISO 8601 in UTC: the latest counts, whenever it was reported. */
  readonly moment?: string;
  /** Up to which place of the chain it goes: the highest counts, and the first from each step on. */
  readonly place?: number;
}

/** A step of one type, as far as its type says. */
export type StepOfType<Type extends string, Facts, Reach extends About> = StepFields & {
  readonly type: Type;
  readonly facts: Readonly<Facts>;
} & (Reach extends 'record'
    ? { readonly recordId: RecordId }
    : Reach extends 'person'
      ? { readonly recordId?: never }
      : { readonly recordId?: RecordId });

/** All there is to say about a type of steps. Nothing is optional: a type that leaves a question open does not compile. */
export interface StepType<Type extends string, Facts extends object, Reach extends About, Does extends Role = Role> {
  readonly type: Type;
  /** Nothing personal: facts are kept as long as the entry. */
  readonly facts: z.ZodMiniType<Facts>;
  readonly about: Reach;
  /** What it makes of the records before it. */
  readonly records: (records: SubjectState, step: StepOfType<Type, Facts, Reach>) => SubjectState;
  /** What it makes of how the person stands, whatever their records say. */
  readonly standing: (standing: Standing, step: StepOfType<Type, Facts, Reach> & Pick<ChainFields, 'seq'>) => Standing;
  readonly role: Does;
  /** What stands in the way of consents from elsewhere that are older than it. */
  readonly obstacle: Obstacle | undefined;
  /** Whether it says "no" to some use of the data, or to their deletion: that holds as far as it can be read. */
  readonly restrains: boolean;
  /**
   * When the person showed that they want to go on, ISO 8601; undefined where it shows no such thing, as what anybody could have
   * typed, or reported again and again without a date.
   */
  readonly signOfLife: (step: StepOfType<Type, Facts, Reach>) => string | undefined;
  readonly kept: Keeping<StepOfType<Type, Facts, Reach>>;
  /** The consumers that hear of it; none is an answer, too. */
  readonly tells: readonly ConsumerName[];
  /** What it changes for whoever mails the person; undefined for nothing. */
  readonly change: (step: StepOfType<Type, Facts, Reach>) => What | undefined;
  readonly dpv: {
    readonly terms: readonly [DpvTerm, ...DpvTerm[]];
    /** The article of the GDPR under which a person asked for it. */
    readonly right: (step: StepOfType<Type, Facts, Reach>) => `A${number}` | undefined;
  };
  /** Whether it was the person's own word on consent, whose time matters in a dispute: evidence anchors it. */
  readonly isAnchored: boolean;
  /** Whether it only says that somebody looked, and so nothing of the person. */
  readonly isLook: boolean;
}

export function defineStep<
  const Type extends string,
  Facts extends object,
  const Reach extends About,
  const Does extends Role,
>(type: StepType<Type, Facts, Reach, Does>): StepType<Type, Facts, Reach, Does> {
  return type;
}

export const unchanged = <T>(before: T): T => before;
export const none = (): undefined => undefined;
const no = (): boolean => false;

/** Kept for as long as the records that it belongs to or changed. */
export const WITH_ITS_RECORDS: Keeping<unknown> = {
  isLogged: no,
  closedBy: () => [],
  isForGood: no,
  alsoWith: () => 'none',
  repeats: none,
};
/** Kept for having been taken. */
export const LOGGED: Keeping<unknown> = { ...WITH_ITS_RECORDS, isLogged: () => true };
