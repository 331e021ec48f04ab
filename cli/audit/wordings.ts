import { noticesIn, type AnyEntry } from '../../shared/consent/read-entry';
import type { Keys } from '../../shared/ledger/dynamo';
import { readNotice } from '../../shared/ledger/ledger';
import type { LedgerTable } from '../../shared/ledger/table';
import type { Finding } from './finding';
import { hashOf } from './hash-of';

export interface WordingItem extends Keys {
  readonly notice?: unknown;
}

/** Whether a wording is the one that its key names. */
export function checkWording({ pk, notice }: WordingItem): Finding[] {
  const hash = pk.slice('notice#'.length);
  const text = `The wording ${hash} was changed: it does not have that hash.`;
  return isWording(notice, hash) ? [] : [{ code: 'wordingChanged', place: { wording: hash }, text }];
}

function isWording(notice: unknown, hash: string): boolean {
  try {
    return hashOf(JSON.parse(String(notice))) === hash;
  } catch {
    return false;
  }
}

/** Knows which wordings the ledger has. There are few: a site has some for each purpose and language. */
export class Wordings {
  private readonly known = new Map<string, Promise<boolean>>();

  constructor(private readonly ledger: LedgerTable) {}

  async missingFrom(entries: readonly AnyEntry[]): Promise<Finding[]> {
    const named = entries.flatMap((entry) => noticesIn(entry).map((noticeHash) => ({ entry, noticeHash })));
    const isThere = await Promise.all(named.map(({ noticeHash }) => this.has(noticeHash)));
    return named.filter((_, n) => !isThere[n]).map(({ entry, noticeHash }) => missing(entry, noticeHash));
  }

  private has(hash: string): Promise<boolean> {
    const found = this.known.get(hash) ?? readNotice(this.ledger, hash).then((notice) => notice !== undefined);
    this.known.set(hash, found);
    return found;
  }
}

function missing({ subject, seq }: AnyEntry, wording: string): Finding {
  const text = `Entry ${seq} of subject ${subject} names the wording ${wording}, which is missing.`;
  return { code: 'wordingMissing', place: { subject, seq, wording }, text };
}
