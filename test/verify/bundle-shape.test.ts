import { bundleShape, day, time } from '../../shared/verify/bundle-shape';

const AT = '2026-11-02T08:15:30.120Z';
const HASH = 'A'.repeat(43);
const RANDOM = 'A'.repeat(22);
const WORDING = { id: 'news', noticeHash: HASH };
const PURPOSE = { ...WORDING, legalBasis: 'consent' };
const ENTRY = {
  ...{ v: 1, site: 'demo', subject: RANDOM, seq: 0, recordId: RANDOM, type: 'ConsentRequested', at: AT },
  ...{ actor: { kind: 'subject' }, language: 'de', purposes: [PURPOSE], asset: WORDING, facts: { a: [1] } },
  ...{ parts: { address: HASH }, nonce: RANDOM, prev: HASH, hash: HASH },
};
const HEAD = {
  ...{ format: 'consent-evidence-bundle/v1', site: 'demo', subject: RANDOM, at: AT },
  request: { operator: 'desk', reason: 'why', disclose: ['address'] },
  controller: { name: 'Example GmbH' },
};
const LOG = { origin: 'log', keys: ['k'], witnesses: ['w'], checkpoint: 'c' };
const FULL = {
  ...HEAD,
  address: { address: 'a@example.org', salts: { [RANDOM]: RANDOM } },
  records: [
    {
      ...{ recordId: RANDOM, language: 'de', requestedAt: AT, confirmedAt: AT },
      ...{ purposes: [{ ...PURPOSE, status: 'ConsentGiven', since: AT }], asset: WORDING },
    },
  ],
  entries: [
    {
      entry: ENTRY,
      parts: { address: { state: 'disclosed', data: {}, salt: RANDOM } },
      proof: { index: 0, path: ['x'] },
    },
  ],
  deleted: [3],
  notices: { [HASH]: { site: 'demo', purpose: 'news', version: '1', language: 'de', text: 'Ja.' } },
  log: { ...LOG, anchors: [{ checkpoint: 'c', consistency: ['x'], timestamp: 'AAAA' }] },
};
const EMPTY = {
  ...HEAD,
  ...{ address: null, records: [], entries: [], deleted: [], notices: {} },
  log: { origin: 'log', keys: [], witnesses: [], checkpoint: null, anchors: [] },
};

/** The same with another value at a place, or without what is there. */
function changed(value: unknown, place: string, to: unknown): unknown {
  const [, key = '', ...rest] = place.split('/');
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  if (rest.length > 0) copy[key] = changed(copy[key], `/${rest.join('/')}`, to);
  else if (to === undefined) delete copy[key];
  else copy[key] = to;
  return copy;
}
const said = (value: unknown): string => {
  const wrong = bundleShape(value);
  return wrong ? `${wrong.place} ${wrong.expected}` : 'fits';
};
const fileWith = (place: string, to: unknown, file: object = FULL): string => said(changed(file, place, to));
const E0 = '/entries/0/entry';

test('a file with all that one may have fits, and one in which nothing is', () => {
  expect([said(FULL), said(EMPTY)]).toEqual(['fits', 'fits']);
});

test.each([
  ['/address', null],
  ['/address/salts', {}],
  ['/records/0/confirmedAt', null],
  ['/records/0/asset', null],
  ['/entries/0/proof', null],
  ['/log/checkpoint', null],
  ['/log/anchors/0/timestamp', null],
  ['/log/anchors/0/timestamp', 'AA=='],
  ['/entries/0/parts/address', { state: 'withheld' }],
  ['/entries/0/parts/address', { state: 'missing' }],
  ['/entries/0/parts/address', { state: 'gone', since: AT }],
  [`/notices/${HASH}/purpose`, undefined],
  [`/notices/${HASH}/asset`, 'paper'],
  [`${E0}/recordId`, undefined],
  [`${E0}/language`, undefined],
  [`${E0}/asset`, undefined],
  [`${E0}/actor`, { kind: 'system' }],
  [`${E0}/actor`, { kind: 'operator', id: 'desk', client: 'console' }],
  [`${E0}/actor`, { kind: 'backend', id: 'shop' }],
  [`${E0}/actor`, { kind: 'unheard-of' }],
  [`${E0}/actor`, { kind: 'unheard-of', id: 'x', client: 'y' }],
  [`${E0}/facts`, {}],
  ['/log/keys', Array.from({ length: 100 }, () => 'k')],
])('%s may be %j', (place, value) => {
  expect(fileWith(place, value)).toBe('fits');
});

const PLACES: readonly (readonly [place: string, value: unknown, expected: string])[] = [
  ['/format', 'consent-evidence-bundle/v2', 'known'],
  ['/subject', `${RANDOM}A`, 'random'],
  ['/at', 'today', 'time'],
  ['/request/disclose/0', 'Address', 'name'],
  ['/request/disclose/0', 'a-b', 'name'],
  ['/request/more', 1, 'nothing'],
  ['/controller', [], 'object'],
  ['/address/salts/short', RANDOM, 'random'],
  [`/address/salts/${RANDOM}`, 'short', 'random'],
  ['/records/0/recordId', 'short', 'random'],
  ['/records/0/requestedAt', null, 'time'],
  ['/records/0/purposes/0/status', 'ConsentVanished', 'known'],
  ['/records/0/purposes/0/since', '2026', 'time'],
  ['/records/0/purposes/0/noticeHash', 'x', 'hash'],
  ['/records/0/purposes/0/legalBasis', 1, 'text'],
  ['/records/0/asset/legalBasis', 'consent', 'nothing'],
  ['/entries/0/parts/Address', {}, 'name'],
  ['/entries/0/proof/index', -1, 'number'],
  ['/entries/0/proof/path/0', 1, 'text'],
  ['/entries/0/more', 1, 'nothing'],
  ['/deleted/0', 0.5, 'number'],
  ['/notices/x', {}, 'hash'],
  [`/notices/${HASH}/more`, 1, 'nothing'],
  ['/log/keys', Array.from({ length: 101 }, () => 'k'), 'fewer'],
  ['/log/witnesses', Array.from({ length: 101 }, () => 'w'), 'fewer'],
  ['/log/checkpoint', 1, 'text'],
  ['/log/anchors/0/timestamp', 'AA===', 'base64'],
  ['/log/anchors/0/timestamp', '', 'base64'],
  ['/log/anchors/0/timestamp', ' AAAA', 'base64'],
  ['/log/anchors/0/timestamp', 'AA-_', 'base64'],
  ['/log/anchors/0/consistency/0', null, 'text'],
  [`${E0}/seq`, '0', 'number'],
  [`${E0}/prev`, HASH.slice(1), 'hash'],
  [`${E0}/hash`, `${HASH.slice(0, -1)}B`, 'hash'],
  [`${E0}/hash`, `A${HASH}`, 'hash'],
  [`${E0}/nonce`, `${RANDOM.slice(0, -1)}B`, 'random'],
  [`${E0}/parts/address`, RANDOM, 'hash'],
  [`${E0}/parts/address-2`, HASH, 'name'],
  [`${E0}/more`, 1, 'nothing'],
  [`${E0}/actor`, null, 'object'],
  [`${E0}/actor/id`, 'x', 'nothing'],
  [`${E0}/purposes/0/more`, 'x', 'nothing'],
  [`${E0}/asset/noticeHash`, 'x', 'hash'],
];
test.each(PLACES)('%s is not %j', (place, value, expected) => {
  expect(fileWith(place, value)).toBe(`${place} ${expected}`);
});

test.each([
  ...['format', 'site', 'subject', 'at', 'request', 'controller', 'address', 'records', 'entries', 'deleted'],
  ...['notices', 'log', 'request/operator', 'request/reason', 'request/disclose', 'address/address', 'address/salts'],
  ...['log/origin', 'log/keys', 'log/witnesses', 'log/checkpoint', 'log/anchors', 'log/anchors/0/consistency'],
  ...['log/anchors/0/checkpoint', 'log/anchors/0/timestamp', `notices/${HASH}/site`, `notices/${HASH}/text`],
  ...['version', 'language'].map((name) => `notices/${HASH}/${name}`),
  ...['recordId', 'language', 'requestedAt', 'confirmedAt', 'purposes', 'asset'].map((name) => `records/0/${name}`),
  ...['id', 'noticeHash', 'legalBasis', 'status', 'since'].map((name) => `records/0/purposes/0/${name}`),
  ...['entry/v', 'entry/site', 'entry/subject', 'entry/seq', 'entry/type', 'entry/at', 'entry/prev', 'entry/hash'].map(
    (name) => `entries/0/${name}`,
  ),
  ...['actor', 'purposes', 'facts', 'parts', 'nonce', 'actor/kind'].map((name) => `entries/0/entry/${name}`),
  ...['parts', 'proof', 'proof/index', 'proof/path', 'parts/address/state'].map((name) => `entries/0/${name}`),
  ...['parts/address/data', 'parts/address/salt'].map((name) => `entries/0/${name}`),
])('a file has %s', (name) => {
  const expected = name.endsWith('/state') ? `/${name.replace('state', 'data')} nothing` : `/${name} something`;
  expect(fileWith(`/${name}`, undefined)).toBe(expected);
});

test('a part says of its state what goes with it, and no more', () => {
  const part = (value: unknown): string => fileWith('/entries/0/parts/address', value).split(' ')[1] ?? '';
  expect(part({ state: 'lost' })).toBe('known');
  expect(part({ state: 'withheld', salt: RANDOM })).toBe('nothing');
  expect(part({ state: 'gone' })).toBe('something');
  expect(part({ state: 'gone', since: 'then' })).toBe('time');
  expect(part({ state: 'disclosed', data: {}, salt: RANDOM, since: AT })).toBe('nothing');
  for (const none of [null, 'gone', []]) expect(part(none)).toBe('object');
});

test('who acts has a name where they are one of many, and none where they are not', () => {
  const actor = (value: unknown): string => fileWith(`${E0}/actor`, value);
  for (const kind of ['backend', 'operator']) expect(actor({ kind })).toBe(`${E0}/actor/id something`);
  for (const kind of ['subject', 'system']) expect(actor({ kind, id: 'x' })).toBe(`${E0}/actor/id nothing`);
  expect(actor({ kind: 'operator', id: 'x', more: 1 })).toBe(`${E0}/actor/more nothing`);
  expect(actor({ kind: 'unheard-of', more: 1 })).toBe(`${E0}/actor/more nothing`);
  expect(actor({ id: 'x' })).toBe(`${E0}/actor/kind something`);
});

test('a step of a later version has what chains it, and any JSON besides that is not too deep', () => {
  const { v: _v, ...chained } = { ...ENTRY, actor: 1, purposes: 2, parts: 'x', more: [[{}]] };
  const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
  expect(fileWith(E0, { ...chained, v: 2 })).toBe('fits');
  expect(fileWith(E0, { ...chained, v: 1, type: 'ConsentForeseen' })).toBe('fits');
  expect(fileWith(E0, { ...chained, v: 1 })).not.toBe('fits');
  expect(fileWith(E0, { ...chained, v: -1 })).toBe(`${E0}/v number`);
  for (const type of ['', 'lower', 'A-b', 'A1', `A${'b'.repeat(64)}`, ' A'])
    expect(fileWith(E0, { ...chained, v: 2, type })).toBe(`${E0}/type name`);
  expect(fileWith(E0, { ...chained, v: 2, type: `A${'b'.repeat(63)}` })).toBe('fits');
  expect(fileWith(E0, { ...chained, v: 2, more: deep(8) })).toBe('fits');
  expect(fileWith(E0, { ...chained, v: 2, more: deep(9) })).toBe(`${E0}/more${'/0'.repeat(8)} shallow`);
  expect(fileWith(`${E0}/facts`, { a: deep(7) })).toBe('fits');
  expect(fileWith(`${E0}/facts`, { a: deep(8) })).toBe(`${E0}/facts/a${'/0'.repeat(7)} shallow`);
  for (const none of [null, 1, 'x', []]) expect(fileWith(E0, none)).toBe(`${E0} object`);
});

test('where no step is there is nothing else, either', () => {
  for (const list of ['/records', '/deleted', '/log/keys', '/log/witnesses', '/log/anchors'])
    expect(fileWith(list, ['x'], EMPTY)).toBe(`${list} fewer`);
  expect(fileWith(`/notices/${HASH}`, {}, EMPTY)).toBe(`/notices/${HASH} nothing`);
  expect(fileWith('/log/checkpoint', 'x', EMPTY)).toBe('/log/checkpoint known');
  expect(fileWith('/address', { address: 'a@example.org', salts: {} }, EMPTY)).toBe('fits');
  expect(fileWith('/address', FULL.address, EMPTY)).toBe(`/address/salts/${RANDOM} nothing`);
  for (const name of ['records', 'deleted', 'notices', 'log', 'address', 'at', 'log/keys', 'log/checkpoint'])
    expect(fileWith(`/${name}`, undefined, EMPTY)).toBe(`/${name} something`);
});

test('what is no object is no file', () => {
  for (const none of [null, undefined, [], 1, 'x']) expect(said(none)).toBe(' object');
});

test('times and days are such as calendars and clocks have, written in one way', () => {
  const dates = ['2026-01-01', '2026-10-31', '2026-12-09', '2026-09-20', '0000-11-10', '9999-06-30'];
  for (const date of dates) expect(day(date)).toBeUndefined();
  const none = ['2026-00-10', '2026-13-10', '2026-1-10', '2026-10-00', '2026-10-32', '2026-10-40', '226-10-10'];
  for (const date of [...none, ' 2026-10-10', '2026-10-10 ', '2026/10/10', '2026-20-10', 'x026-10-10', '2026-10-1'])
    expect(day(date)).toMatchObject({ expected: 'time' });
  const clocks = ['00:00:00.000', '09:59:59.999', '19:30:05.010', '23:07:40.500'];
  for (const clock of clocks) expect(time(`2026-11-02T${clock}Z`)).toBeUndefined();
  const wrong = [
    '24:00:00.000',
    '1:00:00.000',
    '30:00:00.000',
    '10:60:00.000',
    '10:00:60.000',
    '10:00:00',
    '10:00:00.00',
  ];
  for (const clock of [...wrong, '10:00:00,000', '10:00:00.0000', '10:00:00x000', 'x0:00:00.000', '10:x0:00.000'])
    expect(time(`2026-11-02T${clock}Z`)).toMatchObject({ expected: 'time' });
  for (const text of [`x${AT}`, `${AT}x`, AT.replace('T', ' '), AT.replace('Z', '+00:00'), AT.replace('-02', '-32')])
    expect(time(text)).toMatchObject({ expected: 'time' });
});
