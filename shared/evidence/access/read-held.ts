import type { SubjectId } from '../../ids';
import type { Holdings } from '../../ledger/table';
import { readNotices } from '../../ledger/ledger';
import { readPerson, wentAt } from '../../ledger/person';
import { noticeHashes } from '../bundle';
import type { Held } from './held';

export async function readHeld(tables: Holdings, subject: SubjectId, now: Date): Promise<Held> {
  const { history, parts } = await readPerson(tables, subject, now);
  const { entries } = history;
  return { entries, parts, wentAt: wentAt(history), notices: await readNotices(tables.ledger, noticeHashes(entries)) };
}
