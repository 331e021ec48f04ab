import { TileTree, type LogSource } from '../../shared/verify/tiles';
import { naiveLeaf, naivePath, naiveRoot } from '../log/naive-tree';

const WIDTH = 256;
const LEAVES = Array.from({ length: 1100 }, (_, n) => naiveLeaf(Buffer.from(String(n))));

interface Served extends LogSource {
  readonly asked: string[];
}

/** A log of some leaves as https://c2sp.org/tlog-tiles has it: each tile by its path, with what is in it. */
function served(size: number): Served {
  const levels = [LEAVES.slice(0, size)];
  for (let below = levels[0] ?? []; below.length >= WIDTH; levels.push(below)) {
    const full = Math.floor(below.length / WIDTH);
    const row = below;
    below = Array.from({ length: full }, (_, n) => naiveRoot(row.slice(n * WIDTH, (n + 1) * WIDTH)));
  }
  const files = new Map<string, Buffer>();
  for (const [level, hashes] of levels.entries()) {
    for (let n = 0; n * WIDTH < hashes.length; n++) {
      const tile = hashes.slice(n * WIDTH, (n + 1) * WIDTH);
      const place = String(n).padStart(3, '0');
      files.set(`${level}/${place}${tile.length < WIDTH ? `.p/${tile.length}` : ''}`, Buffer.concat(tile));
    }
  }
  const asked: string[] = [];
  const readTile = (path: string): Promise<Uint8Array> => {
    asked.push(path);
    const tile = files.get(path);
    return tile ? Promise.resolve(tile) : Promise.reject(new Error(`There is no ${path}.`));
  };
  return { name: 'a test', readCheckpoint: () => Promise.resolve(''), readTile, asked };
}

const buffers = (hashes: readonly Uint8Array[]): Buffer[] => hashes.map((hash) => Buffer.from(hash));

test.each([1, 2, 3, 7, 255, 256, 257, 300, 512, 513, 770, 1100])(
  'in a log of %i each place has its way',
  async (size) => {
    const source = served(size);
    const tree = new TileTree(source, size);
    for (const index of new Set(
      [0, 1, 255, 256, 511, 600, 767, size - 2, size - 1].filter((n) => n >= 0 && n < size),
    )) {
      expect(buffers(await tree.pathOf(index))).toEqual(naivePath(index, LEAVES.slice(0, size)));
      expect(Buffer.from(await tree.leafAt(index))).toEqual(LEAVES[index]);
    }
    expect(new Set(source.asked).size).toBe(source.asked.length);
  },
);

test('tiles are asked for by the paths of the format, whole ones without a width', async () => {
  const pathsOf = async (index: number, size: number): Promise<string[]> => {
    const asked: string[] = [];
    const readTile = (path: string): Promise<Uint8Array> => {
      asked.push(path);
      return Promise.resolve(Buffer.alloc(WIDTH * 32));
    };
    await new TileTree({ ...served(1), readTile }, size).leafAt(index);
    return asked;
  };
  expect(await pathsOf(0, 1)).toEqual(['0/000.p/1']);
  expect(await pathsOf(255, 256)).toEqual(['0/000']);
  expect(await pathsOf(256, 300)).toEqual(['0/001.p/44']);
  expect(await pathsOf(999 * 256, 256_000)).toEqual(['0/999']);
  expect(await pathsOf(1000 * 256, 256_010)).toEqual(['0/x001/000.p/10']);
  expect(await pathsOf(1_234_067 * 256, 2 ** 40)).toEqual(['0/x001/x234/067']);
});

test('a large log is read by the tiles above its leaves', async () => {
  const source = served(1100);
  await new TileTree(source, 1100).pathOf(1099);
  expect([...new Set(source.asked)].sort()).toEqual(['0/004.p/76', '1/000.p/4']);
});

test('what is not there, or is too short, is no tile', async () => {
  const source = served(300);
  await expect(new TileTree(source, 301).leafAt(300)).rejects.toThrow('There is no');
  const torn = { ...source, readTile: async (path: string) => (await source.readTile(path)).subarray(0, -1) };
  expect(Buffer.from(await new TileTree(torn, 300).leafAt(298))).toEqual(LEAVES[298]);
  await expect(new TileTree(torn, 300).leafAt(299)).rejects.toThrow(RangeError);
});
