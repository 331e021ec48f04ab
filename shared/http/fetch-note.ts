import type { Operator } from '../consent/entry';
import { plus } from '../calendar';
import { noteFetch, type Fetch } from '../ledger/fetches';
import type { LedgerTable } from '../ledger/table';
import type { Site } from '../policy/schema';

/** Writes down who is about to be given how many people of which list; kept as long as the site keeps who read evidence. */
export async function noteFetchOf(
  ledger: LedgerTable,
  site: Site,
  { operator: { id, client } }: { readonly operator: Operator },
  fetch: Pick<Fetch, 'what' | 'purpose' | 'count'>,
  now: Date,
): Promise<void> {
  const noted = { ...fetch, at: now.toISOString(), operator: id, ...(client !== undefined && { client }) };
  await noteFetch(ledger, site.id, noted, plus(now, site.retention.accessLog));
}
