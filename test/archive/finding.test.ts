import fc from '../seeded';
import * as archive from '../../shared/archive/archive';
import { temporaryFolder } from '../local/folder';
import { startArchiveWorld, type ArchiveWorld } from './world';

const folder = temporaryFolder();
let world: ArchiveWorld;

beforeAll(async () => {
  world = await startArchiveWorld(folder);
});
afterAll(() => world.stop());

/** What is in the archive: sizes of very different lengths, every third one without a timestamp. */
const SIZES = [...Array.from({ length: 30 }, (_, n) => 1 + 3 * n), 99, 100, 101, 4096, 1e6, 1e6 + 1, 2 ** 40];
const timestampOf = (n: number): Uint8Array | undefined => (n % 3 === 1 ? undefined : Uint8Array.of(n % 256, 0, 255));

beforeAll(async () => {
  for (const size of [...SIZES].reverse()) {
    await archive.saveNote(world.bucket, size, `log\n${size}\n`);
    const timestamp = timestampOf(size);
    if (timestamp) await archive.saveTimestamp(world.bucket, size, timestamp);
  }
});

function expected(size: number): archive.ArchivedCheckpoint {
  const timestamp = timestampOf(size);
  return { size, note: `log\n${size}\n`, ...(timestamp && { timestamp }) };
}
/** Buffers and arrays of bytes are the same to us. */
const plain = (found: archive.ArchivedCheckpoint | undefined): unknown =>
  found && { ...found, ...(found.timestamp && { timestamp: Uint8Array.from(found.timestamp) }) };

const near = fc.constantFrom(...SIZES).chain((size) => fc.integer({ min: Math.max(0, size - 2), max: size + 2 }));

test('the first checkpoint that covers a size is the smallest that is no smaller', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(near, fc.nat({ max: 2 ** 31 - 1 })), async (size) => {
      const first = SIZES.find((one) => one >= size);
      expect(plain(await archive.firstCovering(world.bucket, size))).toEqual(first && expected(first));
      expect(await archive.findCheckpoint(world.bucket, size)).toEqual(
        first === size ? { size, isTimestamped: timestampOf(size) !== undefined } : undefined,
      );
    }),
  );
  expect(await archive.firstCovering(world.bucket, 2 ** 40 + 1)).toBeUndefined();
});

test('an audit gets all from a size on, in order, each with its timestamp', async () => {
  const found: unknown[] = [];
  for await (const checkpoint of archive.checkpointsFrom(world.bucket, 50)) found.push(plain(checkpoint));
  expect(found).toEqual(SIZES.filter((size) => size >= 50).map(expected));
});
