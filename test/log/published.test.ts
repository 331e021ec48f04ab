import { publishedTile } from '../../shared/log/published';
import { commit, sequence } from '../../shared/log/sequencer';
import { seedSigner } from '../../shared/log/seed-signer';
import { sha256 } from '../../shared/hash';
import { MemoryLog } from './memory-log';

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
