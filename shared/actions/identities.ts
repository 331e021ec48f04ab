import type { RecordId, SubjectId } from '../ids';
import { canonicalJson } from '../canonical';
import type { Entry } from '../consent/entry';
import { identitiesOf, identityName, type IdentityName } from '../consent/identity';
import { erasedEntries } from '../consent/standing';
import { identityParts, type Parts } from '../ledger/part';
import { readParts } from '../ledger/vault';
import { whoIs, type Identity } from '../ledger/who-is';
import type { Deps } from './deps';

/** What is right about a person; a field without text is one that they do not have. */
export interface Correction {
  readonly email?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Record -> the parts with the identity that it ought to have, for those that have another. What is not corrected is as
 * the person has it: a stranger's sign-up in their name, or an old list, is put right along with the rest.
 */
export async function correctedIdentities(
  deps: Pick<Deps, 'vault'>,
  subject: SubjectId,
  entries: readonly Entry[],
  correction: Correction,
  now: Date,
): Promise<ReadonlyMap<RecordId, Parts>> {
  const parts = await readParts(deps.vault, subject, now);
  const records = new Set(entries.flatMap(({ recordId }) => recordId ?? []));
  const person = whoIs(identitiesOf(entries), parts);
  const corrected = [...records].flatMap((recordId): [RecordId, Parts][] => {
    const newest = newestOf(entries, recordId);
    const own = newest && whoIs([newest], parts);
    if (!own) return [];
    const identity = correct(person ?? own, correction);
    // The page of the form stays where it was filled in.
    const { email, fields } = identity;
    return canonicalJson(identity) === canonicalJson(own) ? [] : [[recordId, identityParts({ email }, fields)]];
  });
  return new Map(corrected);
}

function newestOf(entries: readonly Entry[], recordId: RecordId): IdentityName | undefined {
  const erased = new Set(erasedEntries(entries));
  const own = entries.filter((entry) => entry.recordId === recordId && !erased.has(entry));
  return own.flatMap((entry) => identityName(entry) ?? []).at(-1);
}

function correct(person: Identity, { email, fields }: Correction): Identity {
  const all = Object.entries({ ...person.fields, ...fields }).filter(([, answer]) => answer !== '');
  return { email: email ?? person.email, fields: Object.fromEntries(all) };
}
