import { entriesOf, factsOf, type Entry } from '../../shared/consent/entry';
import { fold, isGiven } from '../../shared/consent/fold';
import { bytesOf } from '../../shared/inbox/kept-mail';
import { contentsOf } from '../../shared/inbox/received-mail';
import { EMPTY, isSealed } from '../../shared/ledger/chain';
import { holdsSecret } from '../../shared/links/check-values';
import { isPart, type Mail, type SealedPart } from '../../shared/ledger/part';
import { noticeHash, type Notice } from '../../shared/policy/notices';
import type { Item, World } from './world';

/** What was found good already, by item, and which mails are known to have been sent. */
interface Seen {
  readonly items: Map<string, string>;
  readonly sent: Set<string>;
}
const seenIn = new WeakMap<World, Seen>();

/**
 * Checks what has to hold of ledger and vault whatever happened before: each chain unbroken but for what was deleted,
 * each entry as it was sealed, each part as it was committed to, each wording there, nothing kept without an end or a
 * reason, no consent without its mail, and no link in the vault that somebody could use. A person of whom nothing
 * changed since the last audit is not looked at again.
 */
export async function audit(world: World): Promise<void> {
  const seen = seenIn.get(world) ?? { items: new Map<string, string>(), sent: new Set<string>() };
  seenIn.set(world, seen);
  const [ledger, vault] = await Promise.all([world.items('ledger'), world.items('vault')]);
  const notices = ledger.filter(({ pk }) => pk.startsWith('notice#'));
  const before = new Map(seen.items);
  const changed = changedPeople([...ledger, ...vault], seen);
  for (const item of notices.filter(isNew(before))) {
    expect(`notice#${noticeHash(JSON.parse(item['notice'] as string) as Notice)}`).toBe(item.pk);
  }
  await checkLedger(
    world,
    seen,
    group(ledger.filter(({ pk }) => changed.has(pk))),
    new Set(notices.map(({ pk }) => pk)),
  );
  const committed = new Set(
    ledger.flatMap(({ entry }) => (entry ? digestsOf(JSON.parse(entry as string) as Entry) : [])),
  );
  for (const item of vault) if (changed.has(item.pk)) checkPart(item, committed);
  const ring = await world.deps.links.keyRing();
  for (const item of vault.filter(({ pk }) => pk.startsWith('subject#')).filter(isNew(before))) {
    const contents = await textsOf(JSON.parse(item['data'] as string));
    expect(contents.filter((text) => holdsSecret(text, ring))).toEqual([]);
  }
}

const placeOf = ({ pk, sk }: Pick<Item, 'pk' | 'sk'>): string => `${pk} ${sk}`;
const isNew =
  (before: ReadonlyMap<string, string>) =>
  (item: Item): boolean =>
    before.get(placeOf(item)) !== JSON.stringify(item);

/** The partitions in which an item came, went or changed since the last audit; what is there now counts as seen. */
function changedPeople(items: readonly Item[], { items: seen }: Seen): ReadonlySet<string> {
  const now = new Map(items.map((item) => [placeOf(item), item]));
  const gone = [...seen.keys()].filter((place) => !now.has(place));
  const changed = new Set([
    ...gone.map((place) => place.split(' ')[0] ?? ''),
    ...items.filter(isNew(seen)).map(({ pk }) => pk),
  ]);
  for (const place of gone) seen.delete(place);
  for (const [place, item] of now) seen.set(place, JSON.stringify(item));
  return changed;
}

async function checkLedger(
  world: World,
  { sent }: Seen,
  people: ReadonlyMap<string, Item[]>,
  notices: ReadonlySet<string>,
): Promise<void> {
  for (const [pk, items] of people) {
    if (!pk.startsWith('subject#')) continue;
    const entries = items
      .sort((a, b) => a.sk.localeCompare(b.sk))
      .flatMap(({ entry }) => (entry === undefined ? [] : [JSON.parse(entry as string) as Entry]));
    checkChain(pk, entries);
    const wordings = entries.flatMap(({ purposes, asset }) => [...purposes, ...(asset ? [asset] : [])]);
    expect(wordings.filter(({ noticeHash: hash }) => !notices.has(`notice#${hash}`))).toEqual([]);
    checkConsents(entries);
    const told = entriesOf('MailSent', entries).map(({ facts }) => facts.messageId ?? 'none');
    if (!told.every((id) => sent.has(id))) for (const { id } of await world.inbox.list()) sent.add(id);
    // Whatever the ledger says was sent, was.
    expect(told.filter((id) => !sent.has(id))).toEqual([]);
  }
}

const digestsOf = ({ parts }: Entry): string[] => Object.values(parts);

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

function checkPart(item: Item, committed: ReadonlySet<string>): void {
  // What operators are called is no part of anybody's step.
  if (item.pk.startsWith('operator#')) return;
  if (!item.pk.startsWith('subject#')) {
    expect(item['data']).toMatch(/^0+$/);
    return;
  }
  const { data, salt, digest } = item as unknown as SealedPart;
  // Replaced, as no entry came to name it.
  if (data === '0' && !committed.has(digest)) return;
  expect(isPart({ class: item.sk.split('#')[1] as SealedPart['class'], data, salt, digest })).toBe(true);
  // What no entry commits to was left behind by a failed step, and has to have an end.
  if (!committed.has(digest)) expect(item['expiresAt']).toEqual(expect.any(Number));
}
