import { verifierKey } from '../../shared/log/note';
import type { Bundle } from '../../shared/evidence/bundle';
import { headlineOf } from '../../shared/verify/report';
import { verifyBundle, type Trusted } from '../../shared/verify/verify-bundle';
import { ORIGIN, sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { seedSigner } from '../../shared/log/seed-signer';
import { claimOf, fileOf } from './forge';
import { resigned, STRANGER_KEY } from './stranger';

const KEY = verifierKey(SIGNER);
const OTHER_LOG_KEY = verifierKey(seedSigner('other.example/log', Buffer.alloc(32, 5)));
const HOST = 'consent.example.com';
const SINCE = '2026-11-03T10:00:00.000Z';
const host = (...keys: readonly string[]): Trusted => ({ host: { name: HOST, keys } });
const remembered = (...keys: readonly string[]): Trusted => ({
  remembered: keys.map((key) => ({ key, since: SINCE })),
});

let bundle: Bundle;
beforeAll(async () => (bundle = await sampleBundle({ others: 5 })));

type Said = { readonly code: string } & Readonly<Record<string, string>>;

test.each<[string, Trusted, 'good' | 'open' | 'bad', Said]>([
  ['nobody', {}, 'open', { code: 'keyUnknown', key: KEY }],
  ['the reader', { keys: [STRANGER_KEY, KEY] }, 'good', { code: 'keyGiven', key: KEY }],
  ['a reader who knows another key', { keys: [STRANGER_KEY] }, 'bad', { code: 'keyNotGiven', key: KEY }],
  [
    'the reader, against what is remembered',
    { keys: [KEY], ...remembered(STRANGER_KEY) },
    'good',
    { code: 'keyGiven', key: KEY },
  ],
  ['the log’s host', host(STRANGER_KEY, KEY), 'good', { code: 'keyOfHost', key: KEY, host: HOST }],
  [
    'a host whose log of that name has other keys',
    host(STRANGER_KEY),
    'bad',
    { code: 'keyNotOfHost', key: KEY, host: HOST },
  ],
  [
    'a host whose log of that name has other keys than the one remembered',
    { ...host(STRANGER_KEY), ...remembered(KEY) },
    'bad',
    { code: 'keyNotOfHost', key: KEY, host: HOST },
  ],
  [
    'the log’s host, with a key that nobody can read',
    host('unreadable', KEY),
    'good',
    { code: 'keyOfHost', key: KEY, host: HOST },
  ],
  ['the host of another log', host(OTHER_LOG_KEY), 'open', { code: 'keyUnknown', key: KEY }],
  ['a host without a log', host(), 'open', { code: 'keyUnknown', key: KEY }],
  ['memory', remembered(OTHER_LOG_KEY, STRANGER_KEY, KEY), 'good', { code: 'keyRemembered', key: KEY, since: SINCE }],
  [
    'memory of another key',
    remembered(STRANGER_KEY),
    'open',
    { code: 'keyChanged', key: KEY, known: STRANGER_KEY, since: SINCE },
  ],
  ['memory of another log', remembered(OTHER_LOG_KEY), 'open', { code: 'keyUnknown', key: KEY }],
])('vouched for by %s', (_who, trusted, verdict, said) => {
  const file = fileOf(bundle);
  const { findings, notes } = claimOf('origin', file, trusted);
  expect([...findings, ...notes]).toEqual([said]);
  expect(verifyBundle(file, trusted).verdict).toBe(verdict);
});

test('a checkpoint that the reader kept says whose log it is, if the file has the same', async () => {
  const [checkpoint, other] = [bundle.log.checkpoint!, (await sampleBundle({ others: 700 })).log.checkpoint!];
  expect(claimOf('origin', fileOf(bundle), { checkpoint }).notes).toEqual([{ code: 'keyOfKept', key: KEY }]);
  expect(claimOf('origin', fileOf(bundle), { checkpoint: other }).state).toBe('open');
});

test('one that strangers alone signed says nothing, also where the file has the same', async () => {
  const checkpoint = (await resigned(bundle)).log.checkpoint!;
  expect(claimOf('kept', fileOf(bundle), { checkpoint }).findings).toMatchObject([{ code: 'signatureUnknown' }]);
  expect(claimOf('origin', fileOf(bundle), { checkpoint }).state).toBe('open');
});

test('what is only open for want of a key is said to be just that', async () => {
  expect(headlineOf(verifyBundle(fileOf(bundle)).claims)).toBe('unknown');
  expect(headlineOf(verifyBundle(fileOf(bundle), { keys: [KEY] }).claims)).toBe('good');
  expect(headlineOf(verifyBundle(fileOf(await sampleBundle({ others: 5, pending: 1 }))).claims)).toBe('open');
  expect(ORIGIN).toBe(KEY.split('+')[0]);
});
