import { endOfUnclaimed, endOfUnconfirmed } from '../../shared/consent/keep/birth-ends';

test('a sign-up that nobody confirmed goes a day after its confirmation came too late', () => {
  expect(endOfUnconfirmed(new Date('2026-01-31T23:59:59Z'))).toEqual(new Date('2026-02-01T23:59:59Z'));
});

test('a part that no step claims outlives two weeks of an outage and a week of repairs', () => {
  const left = endOfUnclaimed(new Date('2026-01-01T10:00:00Z'));
  expect(left).toEqual(new Date('2026-01-23T10:00:00Z'));
});
