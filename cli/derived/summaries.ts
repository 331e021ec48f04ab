import { stillCounting } from '../../shared/consent/repeated';
import { isGone } from '../../shared/ledger/dynamo';
import { mayHaveSummary, readWhole, summaryIn, type Seen, type StoredEntry } from '../../shared/ledger/summary';
import type { SubjectId } from '../../shared/ids';
import { isSettled, type Lack, type Looking, type Person } from './person';

/** A summary that does not say what the entries say: then those who decide by it decide otherwise than by all of them. */
export async function lacksOfSummary(person: Person, { ledger, now }: Looking): Promise<Lack[]> {
  const { all, site, subject } = person;
  if (!mayHaveSummary(all.length) || !isSettled(person, 'retention', now)) return [];
  if (saysTheSame(await readWhole(ledger, subject), subject, now)) return [];
  const text = `The summary of subject ${subject} of ${site.id} says something else than their entries.`;
  return [{ consumer: 'retention', code: 'summaryWrong', site: site.id, subject, text }];
}

/** Also where there is none, or none that anybody goes by. */
function saysTheSame({ stored, beside }: Seen, subject: SubjectId, now: Date): boolean {
  const summary = beside && summaryIn(beside, subject, now);
  if (!summary) return true;
  const isThere = ({ item }: StoredEntry): boolean => !isGone(item, now);
  const covered = new Map(stored.filter(({ entry }) => entry.seq <= summary.upTo).map((one) => [one.item.sk, one]));
  const copies = new Map(summary.copies.map((copy) => [copy.item.sk, copy]));
  const isTrue = (copy: StoredEntry): boolean => {
    const { item } = covered.get(copy.item.sk) ?? {};
    const { entry, expiresAt, partEnds } = copy.item;
    return item?.entry === entry && item.expiresAt === expiresAt && item.partEnds === partEnds;
  };
  // What was there when it was written, as far as anybody can tell.
  const all = [...new Map([...copies, ...covered]).values()].sort((one, other) => one.entry.seq - other.entry.seq);
  const missed = stillCounting(all.map(({ entry }) => entry)).filter((entry) => {
    const there = all.find((one) => one.entry === entry);
    return there && isThere(there) && !copies.has(there.item.sk);
  });
  return summary.copies.filter(isThere).every(isTrue) && missed.length === 0;
}
