import type { SubjectId } from '../ids';
import { identitiesOf } from '../consent/identity';
import type { Entry } from '../consent/entry';
import { identityParts, type Parts } from '../ledger/part';
import { readParts } from '../ledger/vault';
import { whoIs } from '../ledger/who-is';
import type { Deps } from './deps';

/** What a person goes by, at another address. The page of the form stays where it was filled in. */
export async function movedIdentity(
  deps: Pick<Deps, 'vault'>,
  subject: SubjectId,
  entries: readonly Entry[],
  email: string,
  now: Date,
): Promise<Parts> {
  const { fields } = whoIs(identitiesOf(entries), await readParts(deps.vault, subject, now)) ?? {};
  return identityParts({ email }, fields);
}
