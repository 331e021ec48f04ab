import { stillCounting } from '../../shared/consent/repeated';
import { isGone } from '../../shared/ledger/dynamo';
import { planEnds } from '../../shared/ledger/end-plan';
import {
  mayHaveSummary,
  readWhole,
  summaryIn,
  type Seen,
  type StoredEntry,
  type Summary,
} from '../../shared/ledger/summary';
import type { Site } from '../../shared/policy/schema';
import { isSettled, type Lack, type Looking, type Person } from './person';

/** A summary that does not say what the entries say: then those who decide by it decide otherwise than by all of them. */
export async function lacksOfSummary(person: Person, { ledger, now }: Looking): Promise<Lack[]> {
  const { stored, site, subject } = person;
  if (!mayHaveSummary(stored) || !isSettled(person, 'retention', now)) return [];
  const seen = await readWhole(ledger, subject);
  const summary = seen.beside && summaryIn(seen.beside, subject, now);
  // Nobody goes by one that cannot be read.
  if (!summary || (saysTheSame(summary, seen, now) && isOnItsGrounds(summary, seen, site, now))) return [];
  const text = `The summary of subject ${subject} of ${site.id} says something else than their entries.`;
  return [{ consumer: 'retention', code: 'summaryWrong', site: site.id, subject, text }];
}

/**
 * Whether `retention` would see by it that ends have to be looked at again. What went at its end took its grounds along, so where
 * that happened nobody can tell any more; neither can they where a later version has a say.
 */
function isOnItsGrounds({ grounds, reached, copies, upTo }: Summary, { stored }: Seen, site: Site, now: Date): boolean {
  const { common } = planEnds(
    stored.map(({ item }) => item),
    [],
    site,
    now,
  );
  const isWhole = stored.every(({ item, entry }, n) => entry.seq === n && !isGone(item, now));
  if (!common || grounds === undefined || !isWhole) return true;
  const copied = new Set(copies.map(({ entry }) => entry.seq));
  const left = stored.filter(({ entry: { seq } }) => seq <= upTo && !copied.has(seq));
  return (
    grounds === common.hashFor(reached) &&
    left.every(({ entry: { seq } }) => reached.includes(common.reached.get(seq) ?? 'all'))
  );
}

function saysTheSame(summary: Summary, { stored }: Seen, now: Date): boolean {
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
