import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { leafHash, sha256 } from '../../shared/hash';
import type { LogStore } from '../../shared/log/store';
import { formatTilePath } from '../../shared/log/tile';
import { openNote, parseCheckpoint } from '../../shared/verify/note';
import { checkLog } from '../log/check-log';
import { naiveRoot } from '../log/naive-tree';
import { failCall } from './fault';
import { streamEvent } from './fixtures';
import { observe } from './observe';
import { startWorld, type Answer, type World } from './world';
import { runFunction } from './run-function';

let world: World;
let dynamo: DynamoDBClient;
let store: LogStore;
/** Whatever the tests below put into the log. */
const all: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  ({ client: dynamo } = world.deps.ledger);
  store = world.deps.log;
});
afterAll(() => world.stop());

/** Hashes of entries; only those are looked at. */
function someEntries(count: number, from: number): string[] {
  const entries = Array.from({ length: count }, (_, n) =>
    Buffer.from(sha256(`entry ${from + n}`)).toString('base64url'),
  );
  all.push(...entries);
  return entries;
}

async function bring(entries: readonly string[]): Promise<void> {
  await runFunction(
    'sequencer',
    streamEvent(
      'sequencer-insert',
      entries.map((hash) => ({ hash })),
    ),
  );
}

const get = (tile: string): Promise<Answer> => world.call('log', 'log-tile', { params: { tile } });
const bytes = ({ body }: Answer): Buffer => Buffer.from(body, 'base64');
const text = async (rawPath: string): Promise<string> => (await world.call('log', 'log-checkpoint', { rawPath })).body;

test('an empty log has no checkpoint, and says so', async () => {
  const answer = await world.call('log', 'log-checkpoint');
  expect(answer).toMatchObject({ statusCode: 404, headers: { 'Cache-Control': 'no-store' } });
  expect(answer.body).toContain('begins with the first sign-up');
  expect((await get('0/000.p/1')).statusCode).toBe(404);
});

test('a batch of 700 is taken in, and again, and with more, each entry once', async () => {
  const first = someEntries(700, 0);
  await bring(first);
  await bring(first);
  await bring([...first.slice(600), ...someEntries(10, 700)]);
  expect(await checkLog(store, all)).toEqual(all);
});

describe.each(['not saved', 'saved'] as const)('after any call to DynamoDB failed, %s', (outcome) => {
  test.each(['for good', 'for once'] as const)(
    '%s, the stream brings the batch again and the log is whole',
    async (reach) => {
      for (let nth = 0; ; nth++) {
        const batch = someEntries(
          60,
          1000 * (nth + 1) + (outcome === 'saved' ? 100 : 200) + (reach === 'for good' ? 0 : 300),
        );
        const fault = failCall(dynamo, nth, outcome, reach);
        await bring(batch).catch(() => undefined);
        fault.heal();
        await bring(batch);
        await checkLog(store, all);
        if (!fault.fired()) break;
      }
    },
  );
});

test('several sequencers at once leave one log', async () => {
  await Promise.all([0, 1, 2, 3, 4, 5].map((n) => bring(someEntries(40, 50_000 + 20 * n))));
  await checkLog(store, all);
});

test('the checkpoint is signed by the key that is published, over the root of what the tiles have', async () => {
  const keys = (await text('/log/keys')).trim().split('\n');
  expect(keys).toEqual([expect.stringMatching(/^consent\.example\.com\/log\+[0-9a-f]{8}\+/)]);
  const note = openNote(await text('/log/checkpoint'), keys);
  expect(note).toMatchObject({ signers: keys, forged: [], unknown: [] });
  const checkpoint = parseCheckpoint(note?.text ?? '');
  const size = new Set(all).size;
  expect(checkpoint).toMatchObject({ origin: 'consent.example.com/log', size });

  const leaves: Buffer[] = [];
  for (let n = 0; n * 256 < size; n++) {
    const width = Math.min(256, size - n * 256);
    const tile = await get(formatTilePath({ level: 0, index: n, width }));
    expect(tile).toMatchObject({ statusCode: 200, headers: { 'Content-Type': 'application/octet-stream' } });
    const hashes = bytes(tile);
    expect(hashes).toHaveLength(32 * width);
    leaves.push(...Array.from({ length: width }, (_, at) => hashes.subarray(32 * at, 32 * at + 32)));
  }
  expect(naiveRoot(leaves)).toEqual(checkpoint?.root);
});

test('entries are served as the leaves were made from them', async () => {
  const [tile, entries] = [bytes(await get('0/001')), bytes(await get('entries/001'))];
  expect(entries).toHaveLength(256 * 34);
  for (let n = 0; n < 256; n++) {
    expect(entries.readUInt16BE(34 * n)).toBe(32);
    const leaf = leafHash(entries.subarray(34 * n + 2, 34 * n + 34));
    expect(Buffer.from(leaf)).toEqual(tile.subarray(32 * n, 32 * n + 32));
  }
});

test('what never changes may be kept for ever, by anybody; the checkpoint for a moment', async () => {
  const forEver = 'public, max-age=31536000, immutable';
  expect((await get('0/000')).headers).toMatchObject({ 'Cache-Control': forEver, 'Access-Control-Allow-Origin': '*' });
  expect((await get('1/000.p/1')).headers).toMatchObject({ 'Cache-Control': forEver });
  const checkpoint = await world.call('log', 'log-checkpoint');
  expect(checkpoint.headers).toMatchObject({
    'Cache-Control': 'public, max-age=5',
    'Content-Type': 'text/plain; charset=utf-8',
  });
});

test.each(['0/999', '0/000.p/256', '3/000', '0/../head', 'head', '', '1/000', '0/x000/001'])(
  'there is no tile "%s"',
  async (tile) => {
    const answer = await get(tile);
    expect(answer).toMatchObject({ statusCode: 404, headers: { 'Cache-Control': 'no-store' } });
    expect(JSON.parse(answer.body)).toMatchObject({ type: 'urn:consent-ledger:not-in-the-log' });
  },
);

test('a record that is no entry is reported, and holds up nothing', async () => {
  const [entry] = someEntries(1, 90_000);
  const event = streamEvent('sequencer-insert', [{ hash: 'anna@example.org' }, { hash: entry }, {}]);
  const { log } = await observe(() => runFunction('sequencer', event));
  expect(log).toContain('is no entry');
  expect(log).not.toContain('anna');
  await checkLog(store, all);
});

test('an event of another kind is refused', async () => {
  await expect(runFunction('sequencer', {})).rejects.toThrow();
});
