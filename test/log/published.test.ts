import { publishedNote, publishedTile } from '../../shared/log/published';
import { commit, sequence } from '../../shared/log/sequencer';
import { seedSigner } from '../../shared/log/seed-signer';
import { leafHash, sha256 } from '../../shared/hash';
import { MemoryLog } from './memory-log';
import { naiveRoot } from './naive-tree';
import { testWitness } from './witness-key';

const hashes = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => Buffer.from(sha256(`${from + n}`)).toString('base64url'));
const tile = (width: number) => ({ level: 0, index: 0, width });

test('of a tile there is what is signed, and not what was only taken in', async () => {
  const log = new MemoryLog();
  await sequence(hashes(0, 3), { store: log, origin: 'log', signers: [seedSigner('log', Buffer.alloc(32, 7))] });
  await commit(hashes(3, 2), log);
  expect((await publishedTile(log, tile(3)))?.length).toBe(96);
  expect(await publishedTile(log, tile(5))).toBeUndefined();
});

test('a tile that was read before the checkpoint grew is not served short', async () => {
  const log = new MemoryLog();
  const sequencer = { store: log, origin: 'log', signers: [seedSigner('log', Buffer.alloc(32, 7))] };
  await sequence(hashes(0, 3), sequencer);
  const early = await log.readTile({ level: 0, index: 0 });
  await sequence(hashes(3, 2), sequencer);
  log.readTile = () => Promise.resolve(early);
  expect(await publishedTile(log, tile(5))).toBeUndefined();
});

const SEQUENCER = { origin: 'log', signers: [seedSigner('log', Buffer.alloc(32, 7))] };

test('an empty log publishes nothing', async () => {
  const log = new MemoryLog();
  expect(await publishedNote(log)).toBeUndefined();
  expect(await publishedTile(log, tile(1))).toBeUndefined();
});

test('the note has the cosignatures of those who cosigned that very checkpoint', async () => {
  const log = new MemoryLog();
  await sequence(hashes(0, 2), { store: log, ...SEQUENCER });
  const note = log.checkpoint!.note;
  expect(await publishedNote(log)).toBe(note);
  const witness = testWitness('witness.example/w1', 3);
  const cosignature = witness.cosign(note, new Date(0));
  await log.saveWitness({ key: witness.key, cosigned: { size: 2, note, cosignature, at: '' } });
  expect(await publishedNote(log)).toBe(note + cosignature);
  await sequence(hashes(2, 1), { store: log, ...SEQUENCER });
  expect(await publishedNote(log)).toBe(log.checkpoint!.note);
});

test('what a tile holds: entries with their length, the hashes of leaves, roots of 256 of them', async () => {
  const log = new MemoryLog();
  const entries = hashes(0, 300);
  await sequence(entries, { store: log, ...SEQUENCER });
  const bytes = entries.map((entry) => Buffer.from(entry, 'base64url'));
  const leaves = bytes.map((entry) => Buffer.from(leafHash(entry)));
  const buffer = async (level: number | 'entries', index: number, width: number) => {
    const published = await publishedTile(log, { level, index, width });
    return published && Buffer.from(published);
  };
  const length = Buffer.of(0, 32);
  expect(await buffer('entries', 0, 2)).toEqual(Buffer.concat([length, bytes[0]!, length, bytes[1]!]));
  expect(await buffer(0, 0, 256)).toEqual(Buffer.concat(leaves.slice(0, 256)));
  expect(await buffer(0, 1, 44)).toEqual(Buffer.concat(leaves.slice(256)));
  expect(await buffer('entries', 1, 44)).toEqual(Buffer.concat(bytes.slice(256).flatMap((entry) => [length, entry])));
  expect(await buffer(1, 0, 1)).toEqual(naiveRoot(leaves.slice(0, 256)));
  for (const [level, index, width] of [
    [0, 1, 45],
    ['entries', 1, 45],
    [1, 0, 2],
    [1, 1, 1],
    [2, 0, 1],
  ] as const) {
    expect([level, index, await buffer(level, index, width)]).toEqual([level, index, undefined]);
  }
});

test('of the second tile, too, there is only what is signed', async () => {
  const log = new MemoryLog();
  await sequence(hashes(0, 258), { store: log, ...SEQUENCER });
  await commit(hashes(258, 2), log);
  expect((await publishedTile(log, { level: 0, index: 1, width: 2 }))?.length).toBe(64);
  expect(await publishedTile(log, { level: 0, index: 1, width: 4 })).toBeUndefined();
  expect(await publishedTile(log, { level: 'entries', index: 1, width: 4 })).toBeUndefined();
});

test('a root of leaves that are not signed yet is not published either', async () => {
  const log = new MemoryLog();
  await sequence(hashes(0, 300), { store: log, ...SEQUENCER });
  await commit(hashes(300, 212), log);
  expect((await log.readTile({ level: 1, index: 0 })).hashes.length).toBe(64);
  expect((await publishedTile(log, { level: 1, index: 0, width: 1 }))?.length).toBe(32);
  expect(await publishedTile(log, { level: 1, index: 0, width: 2 })).toBeUndefined();
});
