import { confirmDeletion } from '../consent/decide/deletions';
import { asBackend, type Operator } from '../consent/entry';
import { NothingToConfirm } from '../consent/errors';
import type { Deletion } from '../http/deletion-body';
import { Problem } from '../http/problem';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { takeStep } from './take-step';

/**
 * A processor says that it has deleted somebody, where it could not say so in its answer. May be repeated.
 *
 * @throws {Problem} 404 where it was told to delete nobody of that id
 */
export async function takeDeletion(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  site: Site,
  { id: subject, processor }: Deletion,
  operator: Operator,
  now: Date,
): Promise<void> {
  const confirmation = { site: site.id, processor, actor: asBackend(operator) };
  await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment, all) => confirmDeletion(entries, confirmation, moment, all),
  }).catch(explain);
}

function explain(error: unknown): never {
  if (!(error instanceof NothingToConfirm)) throw error;
  const detail = 'This processor was told to delete nobody of that id, or was told otherwise since.';
  throw new Problem(404, 'nothing-to-confirm', detail);
}
