import { readHistory, readNotices } from '../../ledger/ledger';
import { readParts, withoutErased } from '../../ledger/vault';
import { noticeHashes } from '../bundle';
import type { Held } from './held';

export async function readHeld(subject: string, now: Date): Promise<Held> {
  const [{ entries }, parts] = await Promise.all([readHistory(subject, now), readParts(subject, now)]);
  return { entries, parts: withoutErased(parts, entries), notices: await readNotices(noticeHashes(entries)) };
}
