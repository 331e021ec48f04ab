import { digestsIn, type AnyEntry } from '../../shared/consent/read-entry';
import { eachOf } from '../../shared/ledger/batches';
import { readAll, type Keys } from '../../shared/ledger/dynamo';
import type { LedgerTable } from '../../shared/ledger/table';
import { readEntry, type EntryItem } from './chain';
import { endsOf, type Rules } from './ends';
import { checkName, checkNothing, checkPart, type PartItem } from './parts';
import { walkTable, type Place } from '../tables/walk';
import { rulesOf, type Audit } from './journal';

/** Checks every part: by itself, and against the entries of its subject. */
export async function walkVault(audit: Audit, begun: Place): Promise<void> {
  const { journal } = audit;
  const reached = (place: Place): Promise<void> => journal.reached({ phase: 'vault', ...place });
  await walkTable<PartItem, Place>(audit.vault, begun, { ...journal.run, reached }, async (partitions, place) => {
    const rules = rulesOf(audit);
    journal.report((await eachOf(partitions, (parts) => checkParts(audit.ledger, parts, rules))).flat());
    journal.count('parts', partitions.flat().length);
    return place;
  });
}

async function checkParts(ledger: LedgerTable, parts: readonly PartItem[], rules: Rules) {
  const { pk } = parts[0] as Keys;
  if (pk.startsWith('operator#')) return parts.flatMap(checkName);
  if (!pk.startsWith('subject#')) return parts.flatMap((part) => checkNothing(part, rules));
  const items = await readAll<EntryItem>(ledger, pk);
  const read = items.flatMap((item) => {
    const entry = readEntry(item);
    return entry ? [{ item, entry }] : [];
  });
  const [readable, entries] = [read.map(({ item }) => item), read.map(({ entry }) => entry)];
  const ends = endsOf(entries, readable, parts, rules);
  const byDigest = new Map(entries.flatMap((entry) => digestsOf(entry).map((digest) => [digest, entry])));
  return parts.flatMap((part) => checkPart(part, byDigest.get(String(part.digest)), ends));
}

const digestsOf = (entry: AnyEntry): string[] => Object.values(digestsIn(entry));
