import type { Facts } from '../consent/entry';
import type { PartClass } from '../ledger/part';
import { partData, type PartOf } from '../ledger/read-part';
import type { BundleEntry } from './bundle';

/**
 * A part, or why it is not here: left out of this file, kept no longer, lost, never saved, or never part of that step. One that this
 * version cannot read is left out of what it puts into words.
 */
export type Look<C extends PartClass> = PartOf<C> | 'withheld' | 'gone' | 'missing' | 'unsaved' | 'none';

/** What an entry's part of that class says. */
export function lookAt<C extends PartClass>({ parts, entry }: BundleEntry, name: C): Look<C> {
  const part = parts[name];
  if (!part) return wasMissing(entry.facts, name) ? 'unsaved' : 'none';
  return part.state === 'disclosed' ? (partData(name, part.data) ?? 'withheld') : part.state;
}

function wasMissing({ missing = [] }: Facts, name: PartClass): boolean {
  return missing.includes(name);
}
