import { canonicalJson } from '../canonical';
import type { Entry } from '../consent/entry';
import { identityDigest } from '../consent/identity';
import type { Identity } from '../ledger/part';
import { readParts } from '../ledger/vault';
import type { Deps } from './deps';

/** What is right about a person; a field without text is one that they do not have. */
export interface Correction {
  readonly email?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Record -> the identity that it ought to go by, for those that go by another. */
export async function correctedIdentities(
  deps: Pick<Deps, 'vault'>,
  subject: string,
  entries: readonly Entry[],
  correction: Correction,
  now: Date,
): Promise<ReadonlyMap<string, Identity>> {
  const parts = await readParts(deps.vault, subject, now);
  const records = new Set(entries.flatMap(({ recordId }) => recordId ?? []));
  const corrected = [...records].flatMap((recordId): [string, Identity][] => {
    const part = parts.get(identityDigest(entries, recordId) ?? '');
    if (!part) return [];
    // The page of the form stays where it was filled in.
    const { page: _, ...known } = JSON.parse(part.data) as Identity;
    const identity = correct(known, correction);
    return canonicalJson(identity) === canonicalJson(known) ? [] : [[recordId, identity]];
  });
  return new Map(corrected);
}

function correct({ fields: known = {}, ...identity }: Identity, { email, fields }: Correction): Identity {
  const all = Object.entries({ ...known, ...fields }).filter(([, answer]) => answer !== '');
  return {
    ...identity,
    ...(email !== undefined && { email }),
    ...(all.length > 0 && { fields: Object.fromEntries(all) }),
  };
}
