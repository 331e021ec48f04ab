import { sha256 } from '../../shared/hash';
import { A_SECOND_APART, untilTurn, type Pace } from '../../shared/log/pace';
import { seedSigner } from '../../shared/log/seed-signer';
import { sequence } from '../../shared/log/sequencer';
import { checkLog } from './check-log';
import { MemoryLog } from './memory-log';

const ORIGIN = 'consent.example.com/log';
const KEY = seedSigner(ORIGIN, Buffer.alloc(32, 1));
const someEntries = (count: number, from: number): string[] =>
  Array.from({ length: count }, (_, n) => Buffer.from(sha256(`entry ${from + n}`)).toString('base64url'));

/** A log that counts what is written, and when; each call takes a while of a time that passes only for whoever waits. */
class WatchedLog extends MemoryLog {
  now = 1_000_000;
  readonly commits: number[] = [];
  tilesWritten = 0;
  leavesWritten = 0;
  signed = 0;

  readonly pace: Pace = {
    intervalMs: 1000,
    now: () => this.now,
    wait: async (ms) => {
      const until = this.now + ms;
      // Whoever waits for less goes before whoever waits for more.
      while (this.now < until) {
        await new Promise(setImmediate);
        this.now = Math.min(until, this.now + 5);
      }
    },
  };

  readonly signer = {
    ...KEY,
    sign: (text: Uint8Array) => {
      this.signed += 1;
      return KEY.sign(text);
    },
  };

  take(entries: readonly string[]): Promise<number> {
    return sequence(entries, { store: this, origin: ORIGIN, signers: [this.signer] }, this.pace);
  }

  override async commitHead(...[head, oldSize]: Parameters<MemoryLog['commitHead']>): Promise<boolean> {
    await new Promise(setImmediate);
    const isDone = await super.commitHead(head, oldSize);
    if (isDone) this.commits.push(head.at);
    return isDone;
  }

  override async growTile(...given: Parameters<MemoryLog['growTile']>): Promise<void> {
    this.tilesWritten += 1;
    await new Promise(setImmediate);
    return super.growTile(...given);
  }

  override async saveLeaves(...[leaves]: Parameters<MemoryLog['saveLeaves']>): Promise<void> {
    this.leavesWritten += leaves.length;
    await new Promise(setImmediate);
    return super.saveLeaves(leaves);
  }
}

const WRITERS = [0, 1, 2, 3, 4];
const all = WRITERS.flatMap((n) => someEntries(10, 10 * n));

test('of several at once each has its second, and nobody writes or signs what another did', async () => {
  const log = new WatchedLog();
  await Promise.all(WRITERS.map((n) => log.take(someEntries(10, 10 * n))));
  await checkLog(log, all);
  const apart = log.commits.slice(1).map((at, n) => at - log.commits[n]!);
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(1000);
  expect([log.commits.length, log.tilesWritten, log.leavesWritten, log.signed]).toEqual([5, 5, 50, 5]);
});

test('what was left undone is done by the next, once its second is over', async () => {
  const log = new WatchedLog();
  const begun = log.now;
  log.growTile = () => Promise.reject(new Error('died'));
  await expect(log.take(someEntries(10, 0))).rejects.toThrow('died');
  log.growTile = WatchedLog.prototype.growTile.bind(log);
  expect(await log.take(someEntries(10, 10))).toBe(10);
  await checkLog(log, someEntries(20, 0));
  expect(log.now - begun).toBeGreaterThanOrEqual(1000);
  expect(log.signed).toBe(1);
});

test('who comes when nobody wrote for a second does not wait', async () => {
  const log = new WatchedLog();
  await log.take(someEntries(10, 0));
  log.now += 1001;
  const before = log.now;
  await log.take(someEntries(10, 10));
  expect(log.now).toBe(before);
});

test('a head from a clock that is far ahead is waited for once', async () => {
  const log = new WatchedLog();
  await log.take(someEntries(10, 0));
  const before = (log.now -= 3_600_000);
  await log.take(someEntries(10, 10));
  expect(log.now - before).toBeLessThan(1300);
});

describe('until a turn', () => {
  const at = 1_000_000;
  const pace = { ...A_SECOND_APART, now: () => at };
  const draws = (committedAt: number, waits: number): number[] =>
    Array.from({ length: 300 }, () => untilTurn(committedAt, waits, pace));

  test('there is nothing to wait for a second after the commit before', () => {
    expect(A_SECOND_APART).toMatchObject({ intervalMs: 1000, now: Date.now, wait: expect.any(Function) as unknown });
    expect(new Set([...draws(at - 1000, 0), ...draws(at - 5000, 3)])).toEqual(new Set([0]));
  });

  test.each([
    [0, 200],
    [1, 100],
    [3, 25],
  ])('it is what is left of it, and a random part of a fifth; after %s waits %s ms at most', (waits, most) => {
    const drawn = draws(at - 400, waits).map((ms) => ms - 600);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(most);
    // Of 300 draws none above half of it: once in 2^300 runs.
    expect(Math.max(...drawn)).toBeGreaterThan(most / 2);
  });

  test('a clock that went back makes nobody wait for longer', () => {
    expect(Math.min(...draws(at + 60_000, 0))).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...draws(at + 60_000, 0))).toBeLessThan(1200);
  });
});
