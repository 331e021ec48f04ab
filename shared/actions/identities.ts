import type { Digest, RecordId, SubjectId } from '../ids';
import { canonicalJson } from '../canonical';
import type { Entry } from '../consent/entry';
import { identitiesOf } from '../consent/identity';
import { erasedEntries } from '../consent/standing';
import type { Identity } from '../ledger/part';
import { readPart } from '../ledger/read-part';
import { readParts } from '../ledger/vault';
import { whoIs } from '../ledger/who-is';
import type { Deps } from './deps';

/** What is right about a person; a field without text is one that they do not have. */
export interface Correction {
  readonly email?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Record -> the identity that it ought to have, for those that have another. What is not corrected is as the person has it: a
 * stranger's sign-up in their name, or an old list, is put right along with the rest.
 */
export async function correctedIdentities(
  deps: Pick<Deps, 'vault'>,
  subject: SubjectId,
  entries: readonly Entry[],
  correction: Correction,
  now: Date,
): Promise<ReadonlyMap<RecordId, Identity>> {
  const parts = await readParts(deps.vault, subject, now);
  const records = new Set(entries.flatMap(({ recordId }) => recordId ?? []));
  const person = whoIs(identitiesOf(entries), parts);
  const corrected = [...records].flatMap((recordId): [RecordId, Identity][] => {
    const newest = newestOf(entries, recordId);
    const known = newest === undefined ? undefined : readPart('identity', parts.get(newest));
    if (!known) return [];
    // The page of the form stays where it was filled in.
    const { page: _, ...own } = known;
    const identity = correct(own, person ?? own, correction);
    return canonicalJson(identity) === canonicalJson(own) ? [] : [[recordId, identity]];
  });
  return new Map(corrected);
}

function newestOf(entries: readonly Entry[], recordId: RecordId): Digest | undefined {
  const erased = new Set(erasedEntries(entries));
  const own = entries.filter((entry) => entry.recordId === recordId && !erased.has(entry));
  return own.findLast(({ parts }) => parts['identity'] !== undefined)?.parts['identity'];
}

function correct({ fields: _, ...own }: Identity, person: Identity, { email, fields }: Correction): Identity {
  const all = Object.entries({ ...person.fields, ...fields }).filter(([, answer]) => answer !== '');
  return {
    ...own,
    email: email ?? person.email,
    ...(all.length > 0 && { fields: Object.fromEntries(all) }),
  };
}
