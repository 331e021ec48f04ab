import { digestsIn } from '../../shared/consent/read-entry';
import type { Digest, SubjectId } from '../../shared/ids';
import { eachOf } from '../../shared/ledger/batches';
import { isGone, type Keys } from '../../shared/ledger/dynamo';
import { readEntryItems } from '../../shared/ledger/entry-items';
import { readPart } from '../../shared/ledger/read-part';
import type { Holdings, LedgerTable } from '../../shared/ledger/table';
import type { Run } from '../resume/resumable';
import { entriesOf, subjectOf, type LedgerItem } from '../tables/subject-items';
import { walkTable, type Place } from '../tables/walk';

/** What an incident is about. */
export interface Span {
  readonly site: string;
  readonly isIn: (ip: string) => boolean;
  readonly from: string;
  /** The first moment that is no part of it any more. */
  readonly to: string;
}

/** A person of whom something came from there then, and the places of those steps. */
export interface Found {
  readonly id: SubjectId;
  readonly steps: readonly number[];
}

interface PartItem extends Keys {
  readonly data: string;
  readonly digest: Digest;
  readonly expiresAt?: number;
}

interface Search extends Holdings {
  readonly span: Span;
  readonly now: () => Date;
  /** Done with whoever is found, page by page, before the place is kept. */
  readonly onFound: (people: readonly Found[]) => Promise<void>;
}

/** Goes over the vault, where alone addresses of connections are, and looks up in the ledger when and at which site each was. */
export async function findConnections({ ledger, vault, span, now, onFound }: Search, run: Run<Place>): Promise<void> {
  await walkTable<PartItem, Place>(vault, run.begun ?? { seen: 0 }, run, async (partitions, place) => {
    const people = await eachOf(partitions, (parts) => inSpan(ledger, parts, span, now()));
    await onFound(people.flat());
    return place;
  });
}

async function inSpan(ledger: LedgerTable, parts: readonly PartItem[], span: Span, now: Date): Promise<Found[]> {
  const id = subjectOf(parts);
  const matching = new Set(parts.filter((part) => isFrom(part, span, now)).map(({ digest }) => digest));
  if (id === undefined || matching.size === 0) return [];
  const entries = entriesOf(await readEntryItems<LedgerItem>(ledger, id), now);
  const steps = entries.filter((entry) => {
    const { network } = digestsIn(entry);
    return network !== undefined && matching.has(network) && isDuring(entry, span);
  });
  return steps.length === 0 ? [] : [{ id, steps: steps.map(({ seq }) => seq) }];
}

function isFrom(part: PartItem, { isIn }: Span, now: Date): boolean {
  if (part.sk.split('#')[1] !== 'network' || isGone(part, now)) return false;
  const network = readPart('network', part);
  const ips = [network?.ip, network?.fetchedBy?.ip, network?.signedUpBy?.ip];
  return ips.some((ip) => ip !== undefined && isIn(ip));
}

const isDuring = ({ site, at }: { readonly site: string; readonly at: string }, span: Span): boolean =>
  site === span.site && span.from <= at && at < span.to;
