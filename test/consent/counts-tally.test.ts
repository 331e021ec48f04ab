import fc from '../seeded';
import { KINDS, type Contribution } from '../../shared/consent/counts/contribution';
import { added, NOTHING, tallyOf } from '../../shared/consent/counts/tally';

const one = (more: Partial<Contribution>): Contribution => ({
  ...{ day: '2026-11-02', purposes: [], came: [], went: [] },
  ...more,
});
const confirmed = (signedUpOn: string, seconds: number): Contribution =>
  one({ kind: 'confirmations', confirmed: { signedUpOn, seconds } });

test('a step counts once in all, and once for each purpose, its form and its language', () => {
  const step = one({ kind: 'signUps', purposes: ['news', 'events'], form: 'footer', language: 'de' });
  expect(tallyOf([step]).cells).toEqual({
    ...{ all: { signUps: 1 }, 'purpose:news': { signUps: 1 }, 'purpose:events': { signUps: 1 } },
    ...{ 'form:footer': { signUps: 1 }, 'language:de': { signUps: 1 } },
  });
});

test('what names no form counts for none of them, and what names no language for no language', () => {
  expect(Object.keys(tallyOf([one({ kind: 'bounces' })]).cells)).toEqual(['all', 'form:']);
});

test('a number that is none is not kept', () => {
  expect(tallyOf([one({ kind: 'signUps' }), one({ kind: 'bounces' }), one({ kind: 'signUps' })]).cells['all']).toEqual({
    ...{ signUps: 2, bounces: 1 },
  });
});

test('who confirmed is kept by the day of the sign-up and by how long it took', () => {
  const tally = tallyOf([
    ...[confirmed('2026-11-01', 60), confirmed('2026-11-01', 60)],
    ...[confirmed('2026-11-01', 90), confirmed('2026-11-02', 60)],
  ]);
  expect(tally.cells['all']).toEqual({
    ...{ confirmations: 4, confirmed: { '2026-11-01': { 60: 2, 90: 1 }, '2026-11-02': { 60: 1 } } },
  });
});

test('what came and went is summed up, and what is of no kind is in no cell', () => {
  const steps = [one({ came: ['*', 'news'] }), one({ came: ['news'] }), one({ went: ['*', 'news', 'events'] })];
  expect(tallyOf(steps)).toEqual({ cells: {}, inForce: { '*': 0, news: 1, events: -1 } });
});

test('a day can be added up in any parts', () => {
  const contribution = fc
    .record({
      kind: fc.constantFrom(...KINDS),
      purposes: fc.subarray(['news', 'events']),
      form: fc.constantFrom('footer', 'shop'),
      went: fc.subarray(['*', 'news']),
      ...{ signedUpOn: fc.constantFrom('2026-11-01', '2026-11-02'), seconds: fc.constantFrom(60, 90) },
    })
    .map(({ signedUpOn, seconds, ...said }) =>
      one({ ...said, ...(said.kind === 'confirmations' && { confirmed: { signedUpOn, seconds } }) }),
    );
  const some = fc.array(contribution, { maxLength: 12 });
  fc.assert(
    fc.property(some, some, (here, there) => {
      expect(added(tallyOf(here), tallyOf(there))).toEqual(tallyOf([...here, ...there]));
      expect(added(tallyOf(here), NOTHING)).toEqual(tallyOf(here));
    }),
  );
});
