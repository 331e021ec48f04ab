import { identityOf } from '../consent/identity';
import type { Entry } from '../consent/entry';
import type { Identity } from '../ledger/part';
import { readParts } from '../ledger/vault';
import type { Deps } from './deps';

/** What a person goes by, at another address. The page of the form stays where it was filled in. */
export async function movedIdentity(
  deps: Pick<Deps, 'vault'>,
  subject: string,
  entries: readonly Entry[],
  email: string,
  now: Date,
): Promise<Identity> {
  const part = (await readParts(deps.vault, subject, now)).get(identityOf(entries) ?? '');
  const { fields } = part ? (JSON.parse(part.data) as Identity) : {};
  return { email, ...(fields && { fields }) };
}
