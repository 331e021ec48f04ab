import { identitiesOf } from '../consent/identity';
import type { AnyEntry } from '../consent/read-entry';
import { readEmailAddress, type EmailAddress } from '../email-address';
import { Problem } from '../http/problem';
import type { Whose } from '../http/subject-body';
import type { SubjectId } from '../ids';
import { readPerson } from '../ledger/person';
import { subjectId } from '../ledger/subject-id';
import { withoutErased } from '../ledger/vault';
import { whoIs } from '../ledger/who-is';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';

/**
 * The person, and the address that a document about them names: of an id that of the person, as long as it is kept.
 *
 * @throws {Problem} 404 where there is none, or none at this site
 */
export async function personNamed(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>,
  site: Site,
  whose: Whose,
  now: Date,
): Promise<{ readonly subject: SubjectId; readonly address: EmailAddress }> {
  const address = 'id' in whose ? await addressOf(deps, whose.id, now) : whose;
  const subject = address && (await subjectId(deps.subjectKey, site.id, address.canonical));
  if (address && subject !== undefined && (!('id' in whose) || whose.id === subject)) return { subject, address };
  const detail = 'Nobody of this id is known at this site, or their address is kept no longer. Ask by the address.';
  throw new Problem(404, 'unknown-person', detail);
}

/**
 * Somebody who is named by an id has to be there: ids are of one site, and nobody makes one up.
 *
 * @throws {Problem} 404
 */
export function needAtSite(whose: Whose, all: readonly AnyEntry[], site: Site): void {
  if (!('id' in whose) || all.some((entry) => entry.site === site.id)) return;
  const detail = 'Nobody of this id is known at this site; name the person by the address.';
  throw new Problem(404, 'unknown-person', detail);
}

async function addressOf(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  id: SubjectId,
  now: Date,
): Promise<EmailAddress | undefined> {
  const { history, parts } = await readPerson(deps, id, now);
  const identity = whoIs(identitiesOf(history.entries), withoutErased(parts, history.all));
  const address = identity && readEmailAddress(identity.email);
  return typeof address === 'object' ? address : undefined;
}
