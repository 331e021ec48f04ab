import fc from '../seeded';
import { sha256 } from '../../shared/hash';
import { seedSigner } from '../../shared/log/seed-signer';
import { LARGEST_BATCH, sequence } from '../../shared/log/sequencer';
import type { LogStore } from '../../shared/log/store';
import { splitHashes } from '../../shared/log/tile';
import { checkLog } from './check-log';
import { faultyLog } from './faulty-log';
import { MemoryLog } from './memory-log';

const ORIGIN = 'consent.example.com/log';
const signers = [seedSigner(ORIGIN, Buffer.alloc(32, 1))];
const take = (entries: readonly string[], store: LogStore) => sequence(entries, { store, origin: ORIGIN, signers });
const someEntries = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => Buffer.from(sha256(`entry ${from + n}`)).toString('base64url'));

/** A few entries, of which the stream may bring any in any order and as often as it likes. */
const entry = fc.integer({ min: 0, max: 600 }).map((n) => someEntries(1, n)[0] as string);
const batches = fc.array(fc.array(entry, { maxLength: 300 }), { maxLength: 6 });

test('each entry is in the log once, in the order in which it first came', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (all) => {
      const log = new MemoryLog();
      for (const batch of all) await take(batch, log);
      const inOrder = await checkLog(log, all.flat());
      expect(inOrder).toEqual([...new Set(all.flat())]);
    }),
    { numRuns: 60 },
  );
});

test('answers how many entries were new', async () => {
  const log = new MemoryLog();
  expect(await take(someEntries(5), log)).toBe(5);
  expect(await take(someEntries(8), log)).toBe(3);
  expect(await take(someEntries(8), log)).toBe(0);
});

describe.each(['not saved', 'saved'] as const)('after any call failed, %s', (outcome) => {
  // From 250 entries on, 270 more begin a tile, fill one, and add to the level above.
  const [before, batch] = [someEntries(250), someEntries(270, 200)];

  async function failing(nth: number): Promise<{ log: MemoryLog; fired: boolean }> {
    const log = new MemoryLog();
    await take(before, log);
    const faulty = faultyLog(log, nth, outcome);
    await take(batch, faulty.store).catch(() => undefined);
    return { log, fired: faulty.fired() };
  }

  test('the batch comes again, and the log is whole', async () => {
    let nth = 0;
    for (; ; nth++) {
      const { log, fired } = await failing(nth);
      if (!fired) break;
      await take(batch, log);
      await checkLog(log, [...before, ...batch]);
    }
    expect(nth).toBeGreaterThan(10);
  });

  test('another batch comes first, and fails in turn', async () => {
    const other = someEntries(300, 1000);
    for (let nth = 0; ; nth++) {
      const { log, fired } = await failing(nth);
      if (!fired) break;
      await take(other, faultyLog(log, nth, outcome).store).catch(() => undefined);
      await take(other, log);
      await take(batch, log);
      await checkLog(log, [...before, ...batch, ...other]);
    }
  });
});

test('what anybody can see never changes its past, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(batches, fc.infiniteStream(fc.tuple(fc.nat(12), fc.boolean())), async (all, faults) => {
      const log = new MemoryLog();
      let seen: string[] = [];
      for (const batch of all) {
        const [nth, saved] = faults.next().value as [number, boolean];
        await take(batch, faultyLog(log, nth, saved ? 'saved' : 'not saved').store).catch(() => undefined);
        const size = log.checkpoint?.size ?? 0;
        const now = await entriesUpTo(log, size);
        expect(now.slice(0, seen.length)).toEqual(seen);
        seen = now;
      }
    }),
    { numRuns: 60 },
  );
});

test('several at once leave one log', async () => {
  const log = new MemoryLog();
  const store = slowly(log);
  const workers = [0, 1, 2, 3].map(async (worker) => {
    for (let n = 0; n < 5; n++) await take(someEntries(90, 60 * n + 17 * worker), store);
  });
  await Promise.all(workers);
  await checkLog(
    log,
    [0, 1, 2, 3].flatMap((worker) => [0, 1, 2, 3, 4].flatMap((n) => someEntries(90, 60 * n + 17 * worker))),
  );
});

test('one that sleeps through others, and then goes on, breaks nothing', async () => {
  for (let asleep = 0; asleep < 12; asleep++) {
    const log = new MemoryLog();
    await take(someEntries(250), log);
    const { store, wake } = sleeping(log, asleep);
    const late = take(someEntries(20, 240), store);
    await take(someEntries(400, 255), log);
    await take(someEntries(40, 700), log);
    wake();
    await late;
    await checkLog(log, [...someEntries(655), ...someEntries(40, 700)]);
  }
});

test('nothing is published that nobody signed, and once somebody does, it is', async () => {
  const log = new MemoryLog();
  const mute = { ...signers[0]!, sign: () => Promise.reject(new Error('KMS is down')) };
  const attempt = sequence(someEntries(3), { store: log, origin: ORIGIN, signers: [mute] });
  await expect(attempt).rejects.toThrow('KMS is down');
  expect(log.checkpoint).toBeUndefined();
  await take(someEntries(3), log);
  await checkLog(log, someEntries(3));
});

test('while keys change, both sign, and both are published', async () => {
  const log = new MemoryLog();
  const next = seedSigner(ORIGIN, Buffer.alloc(32, 2));
  await take(someEntries(1), log);
  await sequence(someEntries(2), { store: log, origin: ORIGIN, signers: [...signers, next] });
  expect(log.checkpoint?.note.match(/^— /gm)).toHaveLength(2);
  await sequence(someEntries(3), { store: log, origin: ORIGIN, signers: [next] });
  expect(log.keys).toHaveLength(2);
  await checkLog(log, someEntries(3));
});

test('a batch that could not be one item of the head is refused', async () => {
  await expect(take(someEntries(LARGEST_BATCH + 1), new MemoryLog())).rejects.toThrow('at most 10000');
});

test('an empty batch leaves an empty log as it is', async () => {
  const log = new MemoryLog();
  expect(await take([], log)).toBe(0);
  expect([log.checkpoint, log.keys]).toEqual([undefined, []]);
});

async function entriesUpTo(log: MemoryLog, size: number): Promise<string[]> {
  const tiles = Array.from({ length: Math.ceil(size / 256) }, (_, index) => log.readTile({ level: 0, index }));
  return (await Promise.all(tiles))
    .flatMap(({ hashes }) => splitHashes(hashes))
    .slice(0, size)
    .map((hash) => Buffer.from(hash).toString('base64url'));
}

/** Each call takes a random while, so that others come between. */
function slowly(log: LogStore): LogStore {
  return proxied(log, async (call) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
    return call();
  });
}

/** The nth call and all after it wait until they are woken. */
function sleeping(log: LogStore, nth: number): { store: LogStore; wake: () => void } {
  let wake = (): void => undefined;
  const woken = new Promise<void>((resolve) => (wake = resolve));
  let calls = 0;
  const store = proxied(log, async (call) => {
    if (calls++ >= nth) await woken;
    return call();
  });
  return { store, wake: () => wake() };
}

function proxied(log: LogStore, around: (call: () => Promise<unknown>) => Promise<unknown>): LogStore {
  return new Proxy(log, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => around(() => method.apply(target, args));
    },
  });
}
