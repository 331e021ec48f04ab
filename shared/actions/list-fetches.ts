import { readLatestFetches } from '../ledger/fetches';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { namesOfOperators } from './names-of-operators';

/** Who was given which list of people, the latest first, by what they are called where that is kept. */
export async function listFetches(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  site: Pick<Site, 'id'>,
  wanted: Parameters<typeof readLatestFetches>[2],
) {
  const { fetches, next } = await readLatestFetches(deps.ledger, site.id, wanted);
  const names = await namesOfOperators(
    deps,
    fetches.map(({ operator }) => operator),
    wanted.now,
  );
  const said = fetches.map(({ at, operator, client, what: list, purpose, count: people }) => ({
    ...{ at, operator, list, people },
    ...(client !== undefined && { client }),
    ...(names.has(operator) && { name: names.get(operator)! }),
    ...(purpose !== undefined && { purpose }),
  }));
  return { fetches: said, next };
}
