import { dayOf } from '../calendar';
import { awaitedSince, deletionDue } from '../consent/decide/deletions';
import { isConnected } from '../consent/processors';
import { readCursor, writeCursor } from '../http/cursor';
import type { SubjectId } from '../ids';
import { eachOf } from '../ledger/batches';
import { askedDeletions, byAge, type AskedDeletion } from '../ledger/deletions';
import { readHistory } from '../ledger/ledger';
import type { Site } from '../policy/schema';
import * as z from '../zod';
import type { Deps } from './deps';

const place = z.strictObject({ askedAt: z.string(), processor: z.string(), subject: z.string() });

/** A page of those whom a processor was told to delete, and did not say that it has; the oldest first, by their histories of now. */
export async function pageOfDeletions(
  deps: Pick<Deps, 'ledger' | 'audience'>,
  site: Site,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
  now: Date,
) {
  const after = cursor === undefined ? undefined : (readCursor(place, cursor) as AskedDeletion);
  const left = (await askedDeletions(deps.audience, site.id, now)).filter((one) => !after || byAge(one, after) > 0);
  const asked = left.slice(0, limit);
  const found = await eachOf(asked, (one) => awaited(deps, site, one, now));
  const last = asked.at(-1);
  return {
    deletions: found.filter((one) => one !== undefined),
    ...(last && asked.length < left.length && { cursor: writeCursor(last) }),
  };
}

interface Awaited {
  readonly id: SubjectId;
  readonly processor: string;
  readonly askedAt: string;
  readonly due: string;
  readonly overdue: boolean;
}

/** Undefined where no word is awaited any more, for all that the list says. */
async function awaited(
  { ledger }: Pick<Deps, 'ledger'>,
  { processors }: Site,
  { processor: id, subject }: AskedDeletion,
  now: Date,
): Promise<Awaited | undefined> {
  const processor = processors.filter(isConnected).find((one) => one.id === id);
  if (!processor) return undefined;
  const { entries, all } = await readHistory(ledger, subject, now);
  const askedAt = awaitedSince(entries, processor, all);
  if (askedAt === undefined) return undefined;
  const due = deletionDue(askedAt);
  return { id: subject, processor: id, askedAt, due, overdue: due < dayOf(now) };
}
