import type { EntryType } from '../../shared/consent/steps';
import type { Bundle } from '../../shared/evidence/bundle';

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
