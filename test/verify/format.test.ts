import {
  addressOf,
  digestsOf,
  isKnown,
  isOnKnownBasis,
  membersOf,
  noticesOf,
  type AnyEntry,
  type Purpose,
} from '../../shared/verify/format';

const entry = (members: object): AnyEntry => ({ v: 1, type: 'ConsentRequested', ...members }) as unknown as AnyEntry;
const later = (members: object): AnyEntry => entry({ v: 2, ...members });

test('a step is known by its type and by how it is written', () => {
  expect(isKnown(entry({}))).toBe(true);
  expect(isKnown(entry({ type: 'PersonInformed' }))).toBe(true);
  for (const members of [{ v: 2 }, { v: '1' }, { type: 'ConsentForeseen' }, { type: '' }, { type: 'toString' }])
    expect(isKnown(entry(members))).toBe(false);
});

test('purposes rest on what this version can judge, each of them', () => {
  const on = (...bases: string[]): boolean =>
    isOnKnownBasis({ purposes: bases.map((legalBasis): Purpose => ({ id: 'a', noticeHash: 'h', legalBasis })) });
  expect([on(), on('consent', 'contract', 'legitimate-interest')]).toEqual([true, true]);
  expect([on('consent', 'vital-interest'), on('public-task'), on('')]).toEqual([false, false, false]);
});

test('only an object has members', () => {
  expect(membersOf({ a: 1 })).toEqual({ a: 1 });
  for (const value of [undefined, null, 'a', 1, true, ['a']]) expect(membersOf(value)).toEqual({});
});

test('of a step of a later version the digests are read that are such', () => {
  expect(digestsOf(entry({ parts: { address: 'd' } }))).toEqual({ address: 'd' });
  expect(digestsOf(later({ parts: { address: 'd', mail: 1, network: null, more: ['x'] } }))).toEqual({ address: 'd' });
  for (const parts of [undefined, null, 'd', ['d']]) expect(digestsOf(later({ parts }))).toEqual({});
});

test('wordings are those of purposes and of an order, as far as they are named', () => {
  const [news, paper] = [{ id: 'news', noticeHash: 'h1' }, { noticeHash: 'h2' }];
  expect(noticesOf(entry({ purposes: [news], asset: paper }))).toEqual(['h1', 'h2']);
  expect(noticesOf(entry({ purposes: [] }))).toEqual([]);
  expect(noticesOf(later({ purposes: [news, null, 'h3', { noticeHash: 4 }], asset: 'h5' }))).toEqual(['h1']);
  expect(noticesOf(later({ purposes: { noticeHash: 'h1' }, asset: paper }))).toEqual(['h2']);
});

test('a step commits to an address where its facts have one, for the record that it names', () => {
  expect(addressOf(entry({ recordId: 'r1', facts: { address: 'd' } }))).toEqual({ recordId: 'r1', digest: 'd' });
  expect(addressOf(entry({ recordId: 'r1', facts: {} }))).toBeUndefined();
  expect(addressOf(later({ recordId: 1, facts: { address: null } }))).toEqual({ recordId: '', digest: null });
  for (const facts of [undefined, 'address', ['address'], null]) expect(addressOf(later({ facts }))).toBeUndefined();
});
