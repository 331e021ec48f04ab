import type { Facts } from '../consent/entry';
import type { Identity, Mail, Network, PartClass, Reading, Reason } from '../ledger/part';
import type { BundleEntry } from './bundle';

interface PartTypes {
  readonly identity: Identity;
  readonly network: Network;
  readonly mail: Mail;
  readonly reading: Reading;
  readonly reason: Reason;
}

/** A part, or why it is not here: left out of this file, kept no longer, never saved, or never part of that step. */
export type Look<C extends PartClass> = PartTypes[C] | 'withheld' | 'gone' | 'unsaved' | 'none';

/** What an entry's part of that class says. The data was checked when it was taken, and the entry commits to it. */
export function lookAt<C extends PartClass>({ parts, entry }: BundleEntry, name: C): Look<C> {
  const part = parts[name];
  if (!part) return wasMissing(entry.facts, name) ? 'unsaved' : 'none';
  return part.state === 'disclosed' ? (part.data as PartTypes[C]) : part.state;
}

function wasMissing({ missing = [] }: Facts, name: PartClass): boolean {
  return missing.includes(name);
}
