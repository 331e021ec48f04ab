import { headOf } from '../../consent/standing';
import type { EntryHash, SubjectId } from '../../ids';
import type { Holdings } from '../../ledger/table';
import { readNotices } from '../../ledger/ledger';
import { readPerson, wentAt } from '../../ledger/person';
import { noticeHashes } from '../bundle';
import type { Held } from './held';

/** What is kept, and the head of the history that says so; null where there is none. */
export async function readHeld(
  tables: Holdings,
  subject: SubjectId,
  now: Date,
): Promise<Held & { readonly head: EntryHash | null }> {
  const { history, parts } = await readPerson(tables, subject, now);
  const { entries } = history;
  const notices = await readNotices(tables.ledger, noticeHashes(entries));
  return { entries, parts, wentAt: wentAt(history), notices, head: headOf(history.all) ?? null };
}
