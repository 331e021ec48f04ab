import type { AnyEntry } from '../../shared/consent/read-entry';
import type { Keys } from '../../shared/ledger/dynamo';
import { endsOf, faultOfEnd, textOfEnd, type Ends, type Rules } from './ends';
import type { Finding } from './finding';
import { hashOf } from './hash-of';

export interface PartItem extends Keys {
  readonly data?: unknown;
  readonly salt?: unknown;
  readonly digest?: unknown;
  readonly expiresAt?: unknown;
}

/** Checks a part by itself and by the entry that commits to it, if there is one. */
export function checkPart(item: PartItem, entry: AnyEntry | undefined, ends: Ends): Finding[] {
  const name = nameOf(item);
  const text = `${name} was changed: it does not have the digest that it is committed to by.`;
  const isReplaced = entry === undefined && isNothing(item);
  const changed: Finding[] = isReplaced || isPart(item) ? [] : [{ code: 'partChanged', place: placeOf(item), text }];
  return [...changed, ...checkEnd(item, entry, ends)];
}

/** What no entry came to name was replaced by zeros. */
const isNothing = ({ data }: PartItem): boolean => /^0+$/.test(String(data));

/** A sign-up that is not written leaves zeros, which are past their end from the start. */
export function checkNothing(item: PartItem, rules: Rules): Finding[] {
  const text = `${nameOf(item)} belongs to no subject, and is not all zeros.`;
  const changed: Finding[] = isNothing(item) ? [] : [{ code: 'partChanged', place: placeOf(item), text }];
  return [...changed, ...checkEnd(item, undefined, endsOf([], [], [], rules))];
}

/** What an operator is called has an end of its own, and no entry commits to it. */
export function checkName(item: PartItem): Finding[] {
  if (typeof item.expiresAt === 'number') return [];
  return [{ code: 'noEnd', place: placeOf(item), text: `${nameOf(item)} has no end.` }];
}

function checkEnd(item: PartItem, entry: AnyEntry | undefined, ends: Ends): Finding[] {
  const fault = faultOfEnd(item, entry, ends);
  return fault ? [{ code: fault, place: placeOf(item), text: textOfEnd(fault, nameOf(item), item, ends) }] : [];
}

function isPart({ sk, data, salt, digest }: PartItem): boolean {
  const [, name, named] = sk.split('#');
  return digest === named && hashOf({ class: name, data, salt }) === digest;
}

const placeOf = ({ pk, sk }: Keys): Finding['place'] => ({ pk, sk });
const nameOf = ({ pk, sk }: Keys): string => `The part ${sk} of ${pk.replace('#', ' ')}`;
