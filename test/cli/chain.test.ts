import fc from 'fast-check';
import { checkChain, type EntryItem } from '../../cli/audit/chain';
import { canonicalJson } from '../../shared/canonical';
import type { Entry, Step } from '../../shared/consent/entry';
import { EMPTY, seal } from '../../shared/ledger/chain';

const SUBJECT = 'A'.repeat(22);
const NOW = new Date('2026-11-22T12:00:00Z');

/** A reading of evidence after the other, all of them with an end. */
function chain(length: number): EntryItem[] {
  let tail: Entry | typeof EMPTY = EMPTY;
  return Array.from({ length }, (_, n): EntryItem => {
    const at = new Date(NOW.getTime() - (length - n) * 60_000 - 3_600_000).toISOString();
    const actor = { kind: 'operator', id: 'o' } as const;
    const step: Step = { site: 'demo', type: 'EvidenceDisclosed', at, actor, purposes: [], facts: {} };
    const entry: Entry = seal(step, { subject: SUBJECT, parts: {} }, tail);
    tail = entry;
    return itemOf(entry, n);
  });
}

function itemOf(entry: Entry, seq: number): EntryItem {
  const { type, site } = entry;
  const keys = { pk: `subject#${SUBJECT}`, sk: `entry#${String(seq).padStart(8, '0')}` };
  return { ...keys, type, site, seq, entry: canonicalJson(entry), expiresAt: NOW.getTime() / 1000 + 60 };
}

const check = (items: readonly EntryItem[]): string[] =>
  checkChain(SUBJECT, items, NOW).findings.map(({ text }) => text);

test('a sound chain has no findings', () => {
  expect(check(chain(5))).toEqual([]);
});

test('whatever takes the place of anything in an item is found', () => {
  const items = chain(4);
  const members = ['type', 'site', 'seq', 'entry'] as const;
  const anything = fc.oneof(fc.jsonValue(), fc.string(), fc.json());
  fc.assert(
    fc.property(fc.nat(3), fc.constantFrom(...members), anything, (n, member, value) => {
      fc.pre(value !== items[n]?.[member]);
      const damaged = items.map((item, at) => (at === n ? { ...item, [member]: value } : item));
      expect(check(damaged).join('\n')).toContain(`Entry ${n} of subject ${SUBJECT}`);
    }),
  );
});

test('whatever takes the place of anything in an entry is found', () => {
  const items = chain(4);
  const members = Object.keys(JSON.parse(String(items[0]?.entry)) as object);
  fc.assert(
    fc.property(fc.nat(3), fc.constantFrom(...members), fc.jsonValue(), (n, member, value) => {
      const before = JSON.parse(String(items[n]?.entry)) as Record<string, unknown>;
      const entry = JSON.stringify({ ...before, [member]: value });
      fc.pre(entry !== JSON.stringify(before));
      const damaged = items.map((item, at) => (at === n ? { ...item, entry } : item));
      expect(check(damaged).join('\n')).toContain(`Entry ${n} of subject ${SUBJECT}`);
    }),
  );
});

test('places far apart are one finding', () => {
  const [first, second, last] = chain(3) as [EntryItem, EntryItem, EntryItem];
  const far = { ...last, sk: 'entry#99999999' };
  expect(check([first, second, far])).toEqual([
    `Entry 99999999 of subject ${SUBJECT} was written for another place.`,
    `Entries 2 to 99999998 of subject ${SUBJECT} are missing, and too young to have been deleted at the end.`,
  ]);
});

test.each(['soon', Number.NaN, 1e300, null])('an end of %p breaks nothing', (expiresAt) => {
  const [only] = chain(1) as [EntryItem];
  expect(check([{ ...only, expiresAt }]).length).toBe(typeof expiresAt === 'number' ? 0 : 1);
});
