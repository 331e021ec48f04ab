import type { SubjectId } from '../../ids';
import type { Holdings } from '../../ledger/table';
import { readHistory, readNotices } from '../../ledger/ledger';
import { readParts, withoutErased } from '../../ledger/vault';
import { noticeHashes } from '../bundle';
import type { Held } from './held';

export async function readHeld({ ledger, vault }: Holdings, subject: SubjectId, now: Date): Promise<Held> {
  const [{ entries, all }, parts] = await Promise.all([
    readHistory(ledger, subject, now),
    readParts(vault, subject, now),
  ]);
  return {
    entries,
    parts: withoutErased(parts, all),
    notices: await readNotices(ledger, noticeHashes(entries)),
  };
}
