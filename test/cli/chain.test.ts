import { asSubject } from '../ids';
import fc from '../seeded';
import { checkChain, type EntryItem } from '../../cli/audit/chain';
import { sites } from '../../examples/sites';
import { canonicalHash, canonicalJson } from '../../shared/canonical';
import type { Entry, Step } from '../../shared/consent/entry';
import { EMPTY, seal } from '../../shared/ledger/chain';

const SUBJECT = asSubject('A'.repeat(22));
const NOW = new Date('2026-11-22T12:00:00Z');
const YEAR_S = 365 * 24 * 60 * 60;

/** A reading of evidence after the other, all of them with the end that their site gives them. */
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
  const journal = { journal: `${entry.at}#${String(seq).padStart(8, '0')}`, operator: 'o' };
  const expiresAt = Date.parse(entry.at) / 1000 + YEAR_S;
  return { ...keys, type, site, seq, entry: canonicalJson(entry), ...journal, expiresAt };
}

const siteOf = (id: string) => sites.find((site) => site.id === id);

const check = (items: readonly EntryItem[]): string[] =>
  checkChain(SUBJECT, items, { siteOf, now: NOW }).findings.map(({ text }) => text);

test('a sound chain has no findings', () => {
  expect(check(chain(5))).toEqual([]);
});

test('an operator’s step that is not in the journal, or there as another one’s or at another time, is found', () => {
  const [item] = chain(1) as [EntryItem];
  const { journal: _, ...missing } = item;
  for (const wrong of [
    missing,
    { ...item, operator: 'another' },
    { ...item, journal: '2026-01-01T00:00:00.000Z#00000000' },
  ]) {
    expect(check([wrong])).toEqual([`Entry 0 of subject ${SUBJECT} is not in the journal as it was taken.`]);
  }
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

describe('an entry that is missing after a young one', () => {
  const demo = sites.find(({ id }) => id === 'demo')!;
  const dialogue = { askAfter: 'P1Y', answerWithin: 'P30D', addressAfter: 'PT30M' };
  const gapIn = (changes: Partial<(typeof demo)['retention']>) => {
    const [first, , last] = chain(3) as [EntryItem, EntryItem, EntryItem];
    const site = { ...demo, retention: { ...demo.retention, ...changes } };
    const { findings, gaps } = checkChain(SUBJECT, [first, last], { siteOf: () => site, now: NOW });
    return { gaps, removed: findings.filter(({ code }) => code === 'entryRemoved').length };
  };

  test.each([
    ['what is written down of looks', { accessLog: 'PT30M' }],
    ['who did not want to go on', { inactivity: dialogue }],
    ['what was withdrawn', { evidence: { keep: 'PT30M', from: 'withdrawal' as const } }],
  ])('may be gone where %s is kept for half an hour', (_, changes) => {
    expect(gapIn(changes)).toEqual({ gaps: 1, removed: 0 });
  });

  test('was removed where everything is kept for a day at least', () => {
    expect(gapIn({})).toEqual({ gaps: 0, removed: 1 });
  });
});

test.each([
  ['soon', 'has no end, and nothing that it is kept for.'],
  [null, 'has no end, and nothing that it is kept for.'],
  [1e300, 'ends at 1e+300, and by the rules of its site should at 2027-11-22T10:59:00.000Z.'],
])('an end of %p is none', (expiresAt, fault) => {
  const [only] = chain(1) as [EntryItem];
  expect(check([{ ...only, expiresAt }])).toEqual([`Entry 0 of subject ${SUBJECT} ${fault}`]);
});

test('what its site deletes at once leaves a gap, however young it was', () => {
  const [first, , last] = chain(3) as [EntryItem, EntryItem, EntryItem];
  const elsewhere = ({ entry, ...item }: EntryItem): EntryItem => {
    const { hash: _, ...body } = { ...(JSON.parse(String(entry)) as Entry), site: 'notice-001' };
    return { ...item, site: 'notice-001', entry: canonicalJson({ ...body, hash: canonicalHash(body) }) };
  };
  expect(check([first, last])).toHaveLength(1);
  expect(check([elsewhere(first), elsewhere(last)])).toEqual([]);
});
