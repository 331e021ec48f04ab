import { share } from '../draws';
import fc from '../seeded';

test('where all draws are asked for, all are made', () => {
  const [one, five, thousand] = [share(1, 1), share(5, 1), share(1000, 1)];
  expect([one, five, thousand]).toEqual([1, 5, 1000]);
});

test('of a tenth ten are left, or as many as there were', () => {
  expect([1, 10, 11, 100, 101, 1000].map((runs) => share(runs, 10))).toEqual([1, 10, 10, 10, 11, 100]);
});

test('a property draws as often as it says', () => {
  let draws = 0;
  fc.assert(
    fc.property(fc.nat(), () => void draws++),
    { numRuns: 40 },
  );
  expect(draws).toBe(share(40, Number(process.env['FC_ONE_OF'] ?? 1)));
});
