import { cellAt, endOfCount, isFull, pastCells, roomAt, type Cap } from '../../shared/limits/window';
import fc from '../seeded';

const HOUR = 60 * 60 * 1000;
const at = (ms: number): Date => new Date(Date.UTC(2026, 10, 28) + ms);

/** Takes what there is room for, as the table does: one after the other, and forgets what it may. */
function taken(cap: Cap, moments: readonly number[]): number[] {
  const cells = new Map<number, number>();
  return moments.filter((ms) => {
    const now = at(ms);
    for (const cell of pastCells(cap, cells, now)) cells.delete(cell);
    if (isFull(cap, cells, now)) return false;
    cells.set(cellAt(cap, now), (cells.get(cellAt(cap, now)) ?? 0) + 1);
    return true;
  });
}

const caps = fc.record({
  most: fc.integer({ min: 1, max: 8 }),
  windowMs: fc.constantFrom(HOUR, 24 * HOUR),
});
/** Gaps as long as they please, so that windows begin and end anywhere. */
const gaps = fc.array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 5 * HOUR })), {
  minLength: 1,
  maxLength: 80,
});
const momentsOf = (gapsMs: readonly number[]): number[] =>
  gapsMs.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? 0) + gap], []);

test('no window holds more than its cap, wherever it begins', () => {
  fc.assert(
    fc.property(caps, gaps, (cap, gapsMs) => {
      const mails = taken(cap, momentsOf(gapsMs));
      for (const last of mails) {
        const within = mails.filter((ms) => ms > last - cap.windowMs && ms <= last);
        expect(within.length).toBeLessThanOrEqual(cap.most);
      }
    }),
  );
});

test('what comes at most that often is never refused', () => {
  fc.assert(
    fc.property(caps, fc.integer({ min: 0, max: 24 * HOUR }), (cap, start) => {
      // Up to a sixth of a window is forgotten late.
      const gap = (cap.windowMs * 7) / 6 / cap.most + 1;
      const moments = Array.from({ length: 30 }, (_, n) => start + n * gap);
      expect(taken(cap, moments)).toEqual(moments);
    }),
  );
});

test('a full window takes something again at the latest a sixth of it after it is over', () => {
  const cap = { most: 3, windowMs: 24 * HOUR };
  const burst = [5, 6, 7].map((minute) => minute * 60_000);
  const later = [23.9, 24.0, 28.2].map((hours) => hours * HOUR);
  expect(taken(cap, [...burst, ...later])).toEqual([...burst, 28.2 * HOUR]);
});

test('a counter ends when no window touches it any more', () => {
  const cap = { most: 3, windowMs: HOUR };
  const now = at(59 * 60_000);
  const cells = new Map([[cellAt(cap, now), 3]]);
  const end = endOfCount(cap, now);
  expect(end.getTime() - now.getTime()).toBeLessThanOrEqual((HOUR * 7) / 6);
  expect(roomAt(cap, cells, new Date(end.getTime() - 1))).toBe(0);
  expect(roomAt(cap, cells, end)).toBe(3);
});
