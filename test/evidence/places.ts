import { factsOf, type Facts } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import { isBeginning } from '../../shared/consent/steps/begins-and-ends';
import type { Bundle } from '../../shared/evidence/bundle';
import type { PartClass } from '../../shared/ledger/part';

/** Where a sentence's fact stands: places of the evidence; none where the sentence does not follow from it. */
export type Places = (bundle: Bundle) => string[];

export const at = ({ entry }: Bundle['entries'][number]): string => `${entry.seq + 1} ${entry.type}`;

export function all(places: Places, keys: readonly string[]): Record<string, Places> {
  return Object.fromEntries(keys.map((key) => [key, places]));
}

export function intersection(one: Places, other: Places): Places {
  return (bundle) => {
    const places = other(bundle).map((place) => place.split(',')[0]);
    return one(bundle).filter((place) => places.includes(place));
  };
}

/** A confirmation or record that none of these steps followed for the same purpose. */
export function notAfter({ entries }: Bundle, endings: readonly EntryType[]): string[] {
  const known = entries.map(({ entry }) => entry);
  return entries
    .filter(({ entry }) => ['ConsentGiven', 'RenewedConsentGiven', 'ConsentRecorded'].includes(entry.type))
    .filter(({ entry }) =>
      entry.purposes.some(
        ({ id }) =>
          !known.some(
            (other) =>
              other.seq > entry.seq && endings.includes(other.type) && other.purposes.some((named) => named.id === id),
          ),
      ),
    )
    .map(at);
}

export const of =
  (...types: EntryType[]): Places =>
  ({ entries }) =>
    entries.filter(({ entry }) => types.includes(entry.type)).map(at);
export const fact =
  (name: keyof Facts, value?: unknown): Places =>
  ({ entries }) =>
    entries
      .filter(({ entry }) => {
        const found = factsOf(entry)[name];
        return value === undefined ? found !== undefined : found === value;
      })
      .map((step) => `${at(step)}, ${name}`);
export const part =
  (name: PartClass, state?: string): Places =>
  ({ entries }) =>
    entries
      .filter(({ parts }) => parts[name] && (state === undefined || parts[name].state === state))
      .map((step) => `${at(step)}, part ${name}`);
export const anyPart =
  (state: string): Places =>
  ({ entries }) =>
    entries.filter(({ parts }) => Object.values(parts).some((one) => one.state === state)).map(at);
export const actor =
  (kind: string): Places =>
  ({ entries }) =>
    entries.filter(({ entry }) => entry.actor.kind === kind).map(at);
export const basis =
  (name: string): Places =>
  ({ entries }) =>
    entries.filter(({ entry }) => entry.purposes.some(({ legalBasis }) => legalBasis === name)).map(at);
export const named: Places = ({ entries }) =>
  entries.filter(({ entry }) => entry.purposes.length > 0 || entry.asset).map(at);
export const ip: Places = part('network', 'disclosed');
export const notices: Places = ({ notices }) => Object.keys(notices);
export const steps: Places = ({ entries }) => entries.map(at);
export const nothing: Places = ({ entries }) => (entries.length === 0 ? ['no entry'] : []);
/** What is known of somebody who never signed up, ordered or was brought along here. */
export const unasked: Places = (bundle) =>
  of('ConsentRequested', 'ConsentRecorded', 'LegitimateInterestRecorded', 'ContractRecorded')(bundle).length > 0
    ? []
    : steps(bundle);
export const without =
  (places: Places): Places =>
  (bundle) =>
    places(bundle).length === 0 ? ['no such entry'] : [];
export const confirmed = of('ConsentGiven', 'RenewedConsentGiven');
export const elsewhere = of('ConsentRecorded', 'LegitimateInterestRecorded', 'ContractRecorded');

/** A "no" to a purpose that nothing here ever asked for. */
export function noted(type: EntryType, word: string): Record<string, Places> {
  const places =
    (isDated: boolean): Places =>
    ({ entries }) => {
      const asked = new Set(
        entries.filter(({ entry }) => isBeginning(entry)).flatMap(({ entry }) => entry.purposes.map(({ id }) => id)),
      );
      return entries
        .filter(({ entry }) => entry.type === type && factsOf(entry).via === 'elsewhere')
        .filter(({ entry }) => (factsOf(entry).saidAt !== undefined) === isDated)
        .filter(({ entry }) => entry.purposes.some(({ id }) => !asked.has(id)))
        .map(at);
    };
  return { [`statuses.noted.${word}`]: places(true), [`statuses.noted.${word}Undated`]: places(false) };
}
