import { fold } from '../../shared/consent/fold';
import { overIn, type OverRules } from '../../shared/consent/keep/over';
import type { Site } from '../../shared/policy/schema';
import { rules, Tale } from './tale';

const GIVEN = '2026-01-10T10:00:00Z';
const NOW = new Date('2026-02-01T10:00:00Z');
const LAST_DAY = '2026-06-30';
const OVER = new Date('2026-06-30T22:00:00Z');

const site = (...purposes: object[]): OverRules => ({ ...rules(), purposes: purposes as unknown as Site['purposes'] });
const kept = (registrationMaximum: string) => ({ retention: { registrationMaximum } });

/** When and why the last purpose of the last record is over. */
function over({ entries }: Tale, by: OverRules) {
  const state = fold(entries, NOW);
  const record = state.at(-1)!;
  return overIn(state, by)(record, record.purposes.at(-1)!);
}
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);

test('what has a last day and a longest time is over with the first of them', () => {
  const both = (maximum: string) => over(given('news'), site({ id: 'news', endsOn: LAST_DAY, ...kept(maximum) }));
  expect(both('P1Y')).toEqual({ at: OVER, because: 'ends-on', endsOn: LAST_DAY });
  expect(both('P1M')).toEqual({ at: new Date('2026-02-10T10:00:00Z'), because: 'registration-maximum' });
});

test('what has a last day at the end of its longest time comes to that', () => {
  const registered = new Tale().given('2025-06-30T22:00:00Z', 'r1', ['news']);
  expect(over(registered, site({ id: 'news', endsOn: LAST_DAY, ...kept('P1Y') }))?.because).toBe(
    'registration-maximum',
  );
});

test('what has neither is never over', () => {
  expect(over(given('news'), site({ id: 'news' }))).toBeUndefined();
});

describe('what only measures is over', () => {
  const measuring = (own: object, ...others: object[]): OverRules =>
    site({ id: 'analysis', measures: true, requires: ['news', 'events'], ...own }, ...others);
  const ends = (id: string, endsOn: string): object => ({ id, endsOn });

  test('with the last purpose whose mails it is about', () => {
    const by = measuring({}, ends('news', '2026-03-31'), ends('events', LAST_DAY));
    expect(over(given('news', 'events', 'analysis'), by)).toEqual({ at: OVER, because: 'nothing-to-measure' });
    expect(over(given('news', 'events', 'analysis'), measuring({}, ends('news', LAST_DAY)))).toBeUndefined();
  });

  test('by its own day or longest time, where that comes first', () => {
    const tale = given('news', 'analysis');
    const by = (own: object) => measuring(own, ends('news', LAST_DAY));
    expect(over(tale, by({ endsOn: '2026-03-31' }))?.because).toBe('ends-on');
    expect(over(tale, by(kept('P1M')))?.because).toBe('registration-maximum');
    expect(over(tale, by({ endsOn: '2026-12-31' }))).toEqual({ at: OVER, because: 'nothing-to-measure' });
    expect(over(tale, by({ endsOn: LAST_DAY }))?.because).toBe('ends-on');
  });

  test('when what it measures was withdrawn, or began, if that was later', () => {
    const left = given('news').withdrawn('2026-01-20T10:00:00Z', 'r1', ['news']);
    expect(over(left.given('2026-01-25T10:00:00Z', 'r2', ['analysis']), measuring({}))?.at).toEqual(
      new Date('2026-01-25T10:01:00Z'),
    );
    const both = given('news', 'analysis').withdrawn('2026-01-20T10:00:00Z', 'r1', ['news']);
    expect(over(both, measuring({}))?.at).toEqual(new Date('2026-01-20T10:00:00Z'));
  });

  test('from the beginning on where it is about no other purpose, and what measures nothing is not', () => {
    const alone = site({ id: 'analysis', measures: true });
    expect(over(given('analysis'), alone)).toEqual({
      at: new Date('2026-01-10T10:01:00Z'),
      because: 'nothing-to-measure',
    });
    expect(over(given('analysis'), site({ id: 'analysis', requires: ['news'] }))).toBeUndefined();
  });
});
