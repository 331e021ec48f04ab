import type { Entry } from '../../shared/consent/entry';
import { required } from '../../shared/environment';
import { eachOf } from '../../shared/ledger/batches';
import { readAll, type Keys } from '../../shared/ledger/dynamo';
import { readEntry, type EntryItem } from './chain';
import { endsOf, type Rules } from './ends';
import { checkNothing, checkPart, type PartItem } from './parts';
import { partitionsOf } from '../tables/partitions';
import { itemCount } from '../tables/table-size';
import { arriveAt, rulesOf, type Walk } from './walk';

const LEDGER = required('LEDGER_TABLE');
const TABLE = required('VAULT_TABLE');

/** Checks every part: by itself, and against the entries of its subject. */
export async function walkVault(walk: Walk, after?: Keys): Promise<void> {
  const { journal, progress, pageSize } = walk;
  progress.begin('Vault', await itemCount(TABLE), journal.counts.parts);
  for await (const { partitions, last } of partitionsOf<PartItem>(TABLE, after, pageSize)) {
    const rules = rulesOf(walk);
    journal.report((await eachOf(partitions, (parts) => checkParts(parts, rules))).flat());
    const count = partitions.flat().length;
    journal.count('parts', count);
    progress.advance(count);
    await arriveAt({ phase: 'vault', after: last }, walk);
  }
}

async function checkParts(parts: readonly PartItem[], rules: Rules) {
  const { pk } = parts[0] as Keys;
  if (!pk.startsWith('subject#')) return parts.flatMap((part) => checkNothing(part, rules));
  const items = await readAll<EntryItem>(LEDGER, pk);
  const readable = items.filter((item) => readEntry(item));
  const entries = readable.flatMap((item) => readEntry(item) ?? []);
  const ends = endsOf(entries, readable, parts, rules);
  const byDigest = new Map(entries.flatMap((entry) => digestsOf(entry).map((digest) => [digest, entry])));
  return parts.flatMap((part) => checkPart(part, byDigest.get(String(part.digest)), ends));
}

const digestsOf = ({ parts }: Entry): string[] => Object.values(parts);
