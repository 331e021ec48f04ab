import { readChanges } from '../../shared/ledger/changes';
import type { AudienceTable } from '../../shared/ledger/table';

const PAGE = 1000;
/** Older ones are gone. */
const KEPT_MS = 37 * 24 * 60 * 60 * 1000;

/**
 * Subject -> the time of their latest step that was filed as a change, of a site. Read once for each site; holds an id and a time
 * for each person with whom something changed in these weeks.
 */
export function changesFiled(
  audience: AudienceTable,
  now: () => Date,
): (site: string) => Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>();
  return (site) => {
    const read = known.get(site) ?? readFiled(audience, site, now());
    known.set(site, read);
    return read;
  };
}

async function readFiled(audience: AudienceTable, site: string, now: Date): Promise<ReadonlyMap<string, string>> {
  const filed = new Map<string, string>();
  let after = new Date(now.getTime() - KEPT_MS).toISOString();
  for (let isMore = true; isMore;) {
    const { changes, next, more } = await readChanges(audience, site, after, PAGE, now);
    for (const { subject, at } of changes) if ((filed.get(subject) ?? '') < at) filed.set(subject, at);
    [after, isMore] = [next, more];
  }
  return filed;
}
