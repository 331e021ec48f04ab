import type { EntryType, Step } from './steps';
import type { ChainFields } from './steps/entry-fields';

export type { Actor, EntryAsset, EntryPurpose, MailKind, Operator } from './steps/entry-fields';
export { asBackend, nameOf } from './steps/entry-fields';
export { SOURCES, type Source, type Way } from './steps/facts';
export type { Step, StepFor } from './steps';

type Sealed<Any> = Any extends Step ? Any & ChainFields : never;
/** An entry of the ledger: one step in the life of a consent. Holds nothing personal and never changes. */
export type Entry = Sealed<Step>;
export type EntryFor<Type extends EntryType> = Extract<Entry, { readonly type: Type }>;

/** Those of one type. */
export function entriesOf<Type extends EntryType>(type: Type, entries: readonly Entry[]): EntryFor<Type>[] {
  return entries.filter((entry): entry is EntryFor<Type> => entry.type === type);
}

type KeyOf<Any> = Any extends unknown ? keyof Any : never;
type ValueOf<Any, Key> = Any extends unknown ? (Key extends keyof Any ? Any[Key] : never) : never;
/** What a step of any type can say of itself, for those who look at all of them in the same way. */
export type Facts = { readonly [Key in KeyOf<Step['facts']>]?: ValueOf<Step['facts'], Key> };

/** The same facts, whatever the type. */
export function factsOf({ facts }: Pick<Step, 'facts'>): Facts {
  return facts;
}

/** A step that says more of itself. */
export function withFacts<Any extends Step>(step: Any, facts: Facts): Any {
  return { ...step, facts: { ...step.facts, ...facts } };
}
