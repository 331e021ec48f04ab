import { entriesOf, factsOf, type Entry } from '../../shared/consent/entry';
import { fold, isGiven } from '../../shared/consent/fold';
import { bytesOf } from '../../shared/inbox/kept-mail';
import { contentsOf } from '../../shared/inbox/received-mail';
import { EMPTY, isSealed } from '../../shared/ledger/chain';
import { holdsSecret } from '../../shared/links/check-values';
import { isPart, type Mail, type SealedPart } from '../../shared/ledger/part';
import { noticeHash, type Notice } from '../../shared/policy/notices';
import type { Item, World } from './world';

/**
 * Checks what has to hold of ledger and vault whatever happened before: each chain unbroken but for what was deleted, each entry as it was
 * sealed, each part as it was committed to, each wording there, nothing kept without an end or a reason, no consent
 * without its mail, and no link in the vault that somebody could use.
 */
export async function audit(world: World): Promise<void> {
  const [ledger, vault, mails] = await Promise.all([world.items('ledger'), world.items('vault'), world.inbox.list()]);
  const notices = new Map(ledger.filter(({ pk }) => pk.startsWith('notice#')).map((item) => [item.pk, item]));
  for (const [key, item] of notices)
    expect(`notice#${noticeHash(JSON.parse(item['notice'] as string) as Notice)}`).toBe(key);
  const subjects = group(ledger);
  const committed = new Set<string>();
  for (const [pk, items] of subjects) {
    if (!pk.startsWith('subject#')) continue;
    const entries = items
      .sort((a, b) => a.sk.localeCompare(b.sk))
      .map(({ entry }) => JSON.parse(entry as string) as Entry);
    checkChain(pk, entries);
    for (const entry of entries) {
      Object.values(entry.parts).forEach((digest) => committed.add(digest));
      for (const { noticeHash: hash } of [...entry.purposes, ...(entry.asset ? [entry.asset] : [])]) {
        expect(notices.has(`notice#${hash}`)).toBe(true);
      }
    }
    checkConsents(entries);
    checkMails(
      entries,
      mails.map(({ id }) => id),
    );
  }
  for (const item of vault) checkPart(item, committed);
  const ring = await world.deps.links.keyRing();
  for (const { pk, data } of vault) {
    const contents = pk.startsWith('subject#') ? await textsOf(JSON.parse(data as string)) : [];
    expect(contents.filter((text) => holdsSecret(text, ring))).toEqual([]);
  }
}

/** All texts in a part; of a mail also what they come to once its encodings are undone. */
async function textsOf(value: unknown): Promise<string[]> {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const texts = await Promise.all(Object.values(value).map(textsOf));
  return [...texts.flat(), ...('raw' in value ? await contentsOf(bytesOf(value as Mail)) : [])];
}

function group(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.pk, [...(groups.get(item.pk) ?? []), item]);
  return groups;
}

function checkChain(pk: string, entries: readonly Entry[]): void {
  let tail = EMPTY;
  for (const entry of entries) {
    expect(isSealed(entry)).toBe(true);
    expect(`subject#${entry.subject}`).toBe(pk);
    expect(entry.seq).toBeGreaterThan(tail.seq);
    // What was deleted in between cannot be compared with.
    if (entry.seq === tail.seq + 1) expect(entry.prev).toBe(tail.hash);
    tail = entry;
  }
}

/** Invariant: nothing counts as given but what was confirmed after its mail was sent. */
function checkConsents(entries: readonly Entry[]): void {
  for (const record of fold(entries, new Date())) {
    if (!record.purposes.some(isGiven)) continue;
    const confirmed = entries.findIndex((e) => e.recordId === record.recordId && /ConsentGiven$/.test(e.type));
    const mailed = entries.some((e) => e.recordId === record.recordId && factsOf(e).mail === 'confirmation');
    expect({ confirmed: confirmed >= 0, mailed }).toEqual({ confirmed: true, mailed: true });
  }
}

/** Whatever the ledger says was sent, was. */
function checkMails(entries: readonly Entry[], sent: readonly string[]): void {
  for (const { facts } of entriesOf('MailSent', entries)) expect(sent).toContain(facts.messageId);
}

function checkPart(item: Item, committed: ReadonlySet<string>): void {
  if (!item.pk.startsWith('subject#')) {
    expect(item['data']).toMatch(/^0+$/);
    return;
  }
  const { data, salt, digest } = item as unknown as SealedPart;
  expect(isPart({ class: item.sk.split('#')[1] as SealedPart['class'], data, salt, digest })).toBe(true);
  // What no entry commits to was left behind by a failed step, and has to have an end.
  if (!committed.has(digest)) expect(item['expiresAt']).toEqual(expect.any(Number));
}
