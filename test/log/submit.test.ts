import { readAnswer } from '../../shared/log/add-checkpoint';
import { seedSigner } from '../../shared/log/seed-signer';
import { sequence } from '../../shared/log/sequencer';
import type { PublishedCheckpoint } from '../../shared/log/store';
import { submit, type Submitted } from '../../shared/log/submit';
import { parseWitnessKey, textOf } from '../../shared/log/witness';
import { leafHash, sha256 } from '../../shared/hash';
import { verifyConsistency } from '../../shared/verify/merkle';
import { MemoryLog } from './memory-log';
import { naiveRoot } from './naive-tree';
import { testWitness } from './witness-key';

const ORIGIN = 'consent.example.com/log';
const signers = [seedSigner(ORIGIN, Buffer.alloc(32, 7))];
const KEY = testWitness('witness.example/w1', 21);
const WITNESS = parseWitnessKey(KEY.key)!;
const NOW = new Date('2026-11-30T08:00:00Z');
const MINUTE_MS = 60_000;

const entries = Array.from({ length: 12 }, (_, n) => Buffer.from(sha256(`entry ${n}`)));
const rootOf = (size: number): Buffer => naiveRoot(entries.slice(0, size).map((entry) => leafHash(entry)));

/** A log with a checkpoint at each of these sizes, and these checkpoints. */
async function logOf(...sizes: readonly number[]): Promise<{ store: MemoryLog; checkpoints: PublishedCheckpoint[] }> {
  const store = new MemoryLog();
  const checkpoints: PublishedCheckpoint[] = [];
  for (const size of sizes) {
    const added = entries.slice(store.head.size, size).map((entry) => entry.toString('base64url'));
    await sequence(added, { store, origin: ORIGIN, signers });
    checkpoints.push(store.checkpoint!);
  }
  return { store, checkpoints };
}

interface Request {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

function read(body: string): Request {
  const [head = '', ...rest] = body.split('\n\n');
  const [old = '', ...proof] = head.split('\n');
  const note = rest.join('\n\n');
  const [, size, root = ''] = note.split('\n');
  return {
    oldSize: Number(old.replace('old ', '')),
    proof: proof.map((line) => Buffer.from(line, 'base64')),
    ...{ size: Number(size), root: Buffer.from(root, 'base64'), note },
  };
}

/** A witness as the specification has it: it cosigns what follows from what it cosigned before, and nothing else. */
class Witness {
  readonly asked: number[] = [];

  constructor(
    public size: number,
    public root: Uint8Array = rootOf(size),
  ) {}

  readonly post = async (body: string) => {
    const { oldSize, proof, size, root, note } = read(body);
    this.asked.push(oldSize);
    if (oldSize !== this.size) return { status: 409, body: `${this.size}\n` };
    if (oldSize > 0 && !verifyConsistency(oldSize, this.root, size, root, proof)) return { status: 422, body: '' };
    [this.size, this.root] = [size, root];
    return { status: 200, body: KEY.cosign(note, NOW) };
  };
}

const submitted = (
  from: number,
  checkpoint: PublishedCheckpoint,
  log: MemoryLog,
  post: Parameters<typeof submit>[1]['post'],
): Promise<Submitted> => submit({ witness: WITNESS, from, checkpoint, now: NOW }, { log, post });

const isCosigned = { cosignature: { line: expect.stringContaining(KEY.name) as string, at: NOW } };

test.each([0, 1, 3, 8, 11, 12])('what a witness knew as we know it leads to the checkpoint: from %s', async (from) => {
  const { store, checkpoints } = await logOf(12);
  const witness = new Witness(from);
  expect(await submitted(from, checkpoints[0]!, store, witness.post)).toEqual(isCosigned);
  expect(witness.asked).toEqual([from]);
});

test.each([
  ['less', 7, 3],
  ['more', 3, 7],
  ['all, and so much more', 3, 12],
])('a witness that knows %s than we thought is asked again from there', async (_, from, knows) => {
  const { store, checkpoints } = await logOf(12);
  const witness = new Witness(knows);
  expect(await submitted(from, checkpoints[0]!, store, witness.post)).toEqual(isCosigned);
  expect(witness.asked).toEqual([from, knows]);
});

test('what we know of it is never beyond the checkpoint', async () => {
  const { store, checkpoints } = await logOf(5, 12);
  const witness = new Witness(5);
  expect(await submitted(12, checkpoints[0]!, store, witness.post)).toEqual(isCosigned);
  expect(witness.asked).toEqual([5]);
});

describe('a witness that knows', () => {
  test('another log of that size contradicts', async () => {
    const { store, checkpoints } = await logOf(12);
    const other = new Witness(7, rootOf(6));
    expect(await submitted(7, checkpoints[0]!, store, other.post)).toEqual({ problem: 'contradicts' });
    const post = async () => ({ status: 409, body: '12' });
    expect(await submitted(12, checkpoints[0]!, store, post)).toEqual({ problem: 'contradicts' });
  });

  test('more than the checkpoint was overtaken, if that much is published, and else contradicts', async () => {
    const { store, checkpoints } = await logOf(5, 12);
    expect(await submitted(5, checkpoints[0]!, store, new Witness(12).post)).toBe('overtaken');
    expect(await submitted(12, checkpoints[1]!, store, async () => ({ status: 409, body: '13' }))).toEqual({
      problem: 'contradicts',
    });
    expect(await submitted(0, checkpoints[0]!, new MemoryLog(), async () => ({ status: 409, body: '6' }))).toEqual({
      problem: 'contradicts',
    });
  });

  test('another size each time garbles, and is not asked for ever', async () => {
    const { store, checkpoints } = await logOf(12);
    let asked = 0;
    const post = async () => ({ status: 409, body: String((asked += 1)) });
    expect(await submitted(7, checkpoints[0]!, store, post)).toEqual({ problem: 'garbles' });
    expect(asked).toBe(2);
  });
});

test.each([
  [422, 'contradicts'],
  [400, 'refuses'],
  [403, 'refuses'],
  [404, 'refuses'],
  [410, 'refuses'],
  [429, 'silent'],
  [500, 'silent'],
  [503, 'silent'],
  [200, 'garbles'],
  [204, 'garbles'],
  [302, 'garbles'],
  [399, 'garbles'],
  [409, 'garbles'],
])('an answer with %s, and nothing in it, %s', async (status, problem) => {
  const { store, checkpoints } = await logOf(3);
  let asked = 0;
  const post = async () => {
    asked += 1;
    return { status, body: '' };
  };
  expect(await submitted(0, checkpoints[0]!, store, post)).toEqual({ problem });
  expect(asked).toBe(1);
});

test('no answer is silence', async () => {
  const { store, checkpoints } = await logOf(3);
  expect(await submitted(0, checkpoints[0]!, store, async () => undefined)).toEqual({ problem: 'silent' });
});

test.each([
  [5 * MINUTE_MS, isCosigned.cosignature.line],
  [5 * MINUTE_MS + 1000, undefined],
])('a cosignature of %s ms from now is good up to five minutes', async (ahead, line) => {
  const { store, checkpoints } = await logOf(3);
  const post = async (body: string) => ({
    status: 200,
    body: KEY.cosign(read(body).note, new Date(NOW.getTime() + ahead)),
  });
  const answer = await submitted(0, checkpoints[0]!, store, post);
  expect(answer).toEqual(
    line === undefined ? { problem: 'garbles' } : { cosignature: { line, at: new Date(NOW.getTime() + ahead) } },
  );
});

test('a cosignature of something else is none', async () => {
  const { store, checkpoints } = await logOf(3, 5);
  const post = async () => ({ status: 200, body: KEY.cosign(textOf(checkpoints[0]!.note), NOW) });
  expect(await submitted(0, checkpoints[1]!, store, post)).toEqual({ problem: 'garbles' });
});

test.each([
  ['0', 0],
  ['12', 12],
  ['12\n', 12],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
])('a size of %j is %s', (body, size) => {
  expect(readAnswer(409, body)).toEqual({ kind: 'elsewhere', size });
});

test.each(['', '\n', '012', '12\n\n', ' 12', '12 ', '-1', '1.5', '1e3', '12a', 'a12', '9007199254740992', '12\r\n'])(
  'a size of %j is none',
  (body) => {
    expect(readAnswer(409, body)).toEqual({ kind: 'garbled' });
  },
);
