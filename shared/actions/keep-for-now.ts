import type { Entry } from '../consent/entry';
import { endOfUnclaimed } from '../consent/keep/birth-ends';
import { digestsIn } from '../consent/read-entry';
import { erasedEntries, heldConnections, standingOf } from '../consent/standing';
import type { Digest, SubjectId } from '../ids';
import { putOffAllEnds } from '../ledger/put-off';
import type { Deps } from './deps';

/*
 * Some steps keep what would end otherwise. `retention` lifts its ends, and may be down: so whoever takes such a step puts off
 * what would go meanwhile, before it is written (decision 81).
 */

interface Kept {
  readonly subject: SubjectId;
  /** As they are before the step. */
  readonly entries: readonly Entry[];
  readonly now: Date;
}

/** For a step that keeps everything of a person. What an erasure ended goes all the same. */
export async function keepEverything(deps: Pick<Deps, 'ledger' | 'vault'>, kept: Kept): Promise<void> {
  const erased = new Set(erasedEntries(kept.entries).flatMap((entry) => Object.values(digestsIn(entry))));
  await keep(deps, kept, (digest) => !erased.has(digest));
}

/** For a step that keeps all entries of a person, and the connection data of some. */
export async function keepConnections(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  kept: Kept,
  steps: readonly number[],
): Promise<void> {
  const needed = new Set([...steps, ...heldConnections(standingOf(kept.entries))]);
  const parts = new Set(kept.entries.flatMap(({ seq, parts: { network } }) => (needed.has(seq) ? [network] : [])));
  await keep(deps, kept, (digest) => parts.has(digest));
}

async function keep(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  { subject, now }: Kept,
  isPartNeeded: (digest: Digest) => boolean,
): Promise<void> {
  await putOffAllEnds(deps, subject, { isPartNeeded, now, to: endOfUnclaimed(now) });
}
