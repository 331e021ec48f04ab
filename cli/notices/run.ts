import type { SubjectId } from '../../shared/ids';
import { fold, isInForce } from '../../shared/consent/fold';
import { readNotices } from '../../shared/ledger/ledger';
import type { LedgerTable } from '../../shared/ledger/table';
import { peopleOf } from '../tables/people';

/** The people who consented by one wording. */
export interface WordingCount {
  readonly version: string;
  readonly language: string;
  readonly hash: string;
  readonly people: number;
  /** For how many of them it is in force. */
  readonly inForce: number;
  /** Their ids. */
  readonly subjects: readonly SubjectId[];
}

/** By which wording the people of a site consented to a purpose, whether or not it is still in force. */
export async function countWordings(
  ledger: LedgerTable,
  site: string,
  purpose: string,
  now: Date,
): Promise<WordingCount[]> {
  const all = new Map<string, Set<SubjectId>>();
  const inForce = new Map<string, Set<SubjectId>>();
  for await (const { subject, entries } of peopleOf(ledger, site, now)) {
    const confirmed = fold(entries, now).filter(({ confirmedAt }) => confirmedAt !== undefined);
    for (const given of confirmed.flatMap(({ purposes }) => purposes).filter(({ id }) => id === purpose)) {
      add(all, given.noticeHash, subject);
      if (isInForce(given)) add(inForce, given.noticeHash, subject);
    }
  }
  const notices = await readNotices(ledger, [...all.keys()]);
  const counts = [...all].map(([hash, subjects]) => ({
    version: notices.get(hash)?.version ?? '?',
    language: notices.get(hash)?.language ?? '?',
    hash,
    people: subjects.size,
    inForce: inForce.get(hash)?.size ?? 0,
    subjects: [...subjects].sort(),
  }));
  return counts.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function add(sets: Map<string, Set<SubjectId>>, hash: string, subject: SubjectId): void {
  sets.set(hash, (sets.get(hash) ?? new Set()).add(subject));
}

const key = ({ version, language, hash }: WordingCount): string => `${version} ${language} ${hash}`;
