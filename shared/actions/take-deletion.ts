import { confirmDeletion } from '../consent/decide/deletions';
import type { Actor } from '../consent/entry';
import { NothingToConfirm } from '../consent/errors';
import type { Deletion } from '../http/deletion-body';
import { Problem } from '../http/problem';
import { unlistDeletion } from '../ledger/deletions';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { endOfReason } from './order-steps';
import { takeStep } from './take-step';

/** Who says it. */
interface Word {
  readonly actor: Actor;
  readonly now: Date;
  /** How an operator knows. */
  readonly reason?: string;
}

/**
 * A processor says that it has deleted somebody, where it could not say so in its answer; or an operator, to whom it said so. May
 * be repeated.
 *
 * 1. Add the entry.
 * 2. Take them off the list of those who are awaited. A crash before leaves them on it; whoever reads it looks at the history, too.
 *
 * @throws {Problem} 404 where it was told to delete nobody of that id
 */
export async function takeDeletion(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience'>,
  site: Site,
  { id: subject, processor }: Deletion,
  { actor, now, reason }: Word,
): Promise<void> {
  const confirmation = { site: site.id, processor, actor };
  await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment, all) => confirmDeletion(entries, confirmation, moment, all),
    ...(reason !== undefined && { parts: { reason: { reason } }, partsEnd: endOfReason(site, now) }),
  }).catch(explain);
  await unlistDeletion(deps.audience, { site: site.id, processor: processor.id, subject }, now);
}

function explain(error: unknown): never {
  if (!(error instanceof NothingToConfirm)) throw error;
  const detail = 'This processor was told to delete nobody of that id, or was told otherwise since.';
  throw new Problem(404, 'nothing-to-confirm', detail);
}
