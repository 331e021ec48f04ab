import fc from '../seeded';
import { formatTilePath, hashesAt, parseTilePath, widthOf } from '../../shared/log/tile';

test.each([
  ['0/000', { level: 0, index: 0, width: 256 }],
  ['0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
  ['1/003.p/17', { level: 1, index: 3, width: 17 }],
  ['entries/x001/000.p/255', { level: 'entries', index: 1000, width: 255 }],
] as const)('%s is a path of the specification', (path, tile) => {
  expect(parseTilePath(path)).toEqual(tile);
  expect(formatTilePath(tile)).toBe(path);
});

test.each([
  '',
  '0',
  '0/0',
  '0/0000',
  '00/000',
  '64/000',
  '-1/000',
  '0/001/000',
  '0/x000/001',
  '0/x001/x000',
  '0/000.p/0',
  '0/000.p/256',
  '0/000.p/012',
  '0/000.p/',
  'entry/000',
  '0/000/',
  ' 0/000',
])('"%s" is none', (path) => {
  expect(parseTilePath(path)).toBeUndefined();
});

test('every tile has one path', () => {
  const index = fc.oneof(fc.nat(2000), fc.nat());
  const tile = fc.record({ level: fc.nat(63), index, width: fc.integer({ min: 1, max: 256 }) });
  fc.assert(fc.property(tile, (wanted) => expect(parseTilePath(formatTilePath(wanted))).toEqual(wanted)));
});

/** The example of https://c2sp.org/tlog-tiles. */
test('a tree of 70,000 leaves has the tiles that the specification counts', () => {
  const size = 70_000;
  expect([0, 1, 2].map((level) => hashesAt(level, size))).toEqual([70_000, 273, 1]);
  expect(widthOf({ level: 0, index: 272 }, size)).toBe(256);
  expect(widthOf({ level: 0, index: 273 }, size)).toBe(112);
  expect(widthOf({ level: 1, index: 0 }, size)).toBe(256);
  expect(widthOf({ level: 1, index: 1 }, size)).toBe(17);
  expect(widthOf({ level: 2, index: 0 }, size)).toBe(1);
  expect(widthOf({ level: 2, index: 1 }, size)).toBe(0);
});
