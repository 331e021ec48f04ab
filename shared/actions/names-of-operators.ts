import { readOperatorName } from '../ledger/operator-names';
import type { Deps } from './deps';

/** What operators are called, as far as that is kept, by id. Each is read once. */
export async function namesOfOperators(
  { vault }: Pick<Deps, 'vault'>,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const names = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, (await readOperatorName(vault, id, now))?.name] as const),
  );
  return new Map(names.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])));
}
