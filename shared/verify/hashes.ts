import { sha256Text } from '../hash';
import { canonicalJson } from './canonical-json';
import type { AnyEntry, DisclosedPart } from './format';

/** Entry or part -> its hash, where that was made already. */
export type Hashes = ReadonlyMap<object, string>;

/**
 * Over the canonical JSON without `hash`. It is cut out of the text, as that costs less than a copy of the entry; `prev`
 * always follows it.
 */
export function entryHash(entry: AnyEntry, text = canonicalJson(entry)): string {
  return sha256Text(text.replace(`"hash":"${entry.hash}",`, ''));
}

/** The names of classes and salts are such that they stand in JSON as they are. */
export function digestOf(name: string, { data, salt }: DisclosedPart, text = canonicalJson(data)): string {
  return sha256Text(`{"class":"${name}","data":${JSON.stringify(text)},"salt":"${salt}"}`);
}
