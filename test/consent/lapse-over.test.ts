import { lapseOver, overFrom } from '../../shared/consent/keep/lapse-over';
import type { OverRules } from '../../shared/consent/keep/over';
import type { Site } from '../../shared/policy/schema';
import { rules, Tale } from './tale';

const NONE = new Map<string, string[]>();
const GIVEN = '2026-01-10T10:00:00Z';

const site = (...purposes: object[]): OverRules => ({ ...rules(), purposes: purposes as unknown as Site['purposes'] });
const until = (id: string, endsOn: string): object => ({ id, endsOn });
const atMost = (id: string, registrationMaximum: string): object => ({ id, retention: { registrationMaximum } });
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);
const lapse = ({ entries }: Tale, by: OverRules, at: string, requires: ReadonlyMap<string, string[]> = NONE) => {
  const step = lapseOver(entries, by, requires, new Date(at));
  return step && [step.purposes.map(({ id }) => id), step.facts];
};

describe('what is over is written down', () => {
  const by = site(until('survey', '2026-05-31'), until('fair', '2026-06-30'), atMost('news', 'P6M'));
  const all = (): Tale => given('survey', 'fair', 'news', 'poll');
  const written = (tale: Tale, at: string, purposes: string[], facts: object): Tale =>
    tale.step('ConsentLapsed', at, { record: 'r1', purposes, facts });

  test('by a step for each reason and each last day', () => {
    const tale = all();
    const NOW = '2026-08-01T10:00:00Z';
    for (const [id, facts] of [
      ['survey', { because: 'ends-on', endedOn: '2026-05-31' }],
      ['fair', { because: 'ends-on', endedOn: '2026-06-30' }],
      ['news', { because: 'registration-maximum' }],
    ] as const) {
      expect(lapse(tale, by, NOW)).toStrictEqual([[id], facts]);
      written(tale, NOW, [id], facts);
    }
    expect(lapse(tale, by, NOW)).toBeUndefined();
  });

  test('together where both have the same last day', () => {
    const same = site(until('survey', '2026-05-31'), until('poll', '2026-05-31'));
    expect(lapse(all(), same, '2026-06-01T10:00:00Z')).toStrictEqual([
      ['survey', 'poll'],
      { because: 'ends-on', endedOn: '2026-05-31' },
    ]);
  });

  test('and what has nothing to measure any more is another reason than a longest time', () => {
    const measures = { id: 'analysis', measures: true, requires: ['news'] };
    const tale = given('news', 'analysis');
    const at = '2026-08-01T10:00:00Z';
    const maximum = { because: 'registration-maximum' } as const;
    expect(lapse(tale, site(atMost('news', 'P6M'), measures), at)).toStrictEqual([['news'], maximum]);
    expect(lapse(written(tale, at, ['news'], maximum), site(atMost('news', 'P6M'), measures), at)).toStrictEqual([
      ...[['analysis'], { because: 'nothing-to-measure' }],
    ]);
  });

  test('and what still waits for its confirmation is none of it, also where it cannot stand without', () => {
    const waiting = all().request('2026-06-01T10:00:00Z', 'r2', ['analysis']);
    const requires = new Map([['analysis', ['survey']]]);
    expect(lapse(waiting, by, '2026-06-02T10:00:00Z', requires)?.[0]).toEqual(['survey']);
    waiting.step('ConsentGiven', '2026-06-01T10:01:00Z', { record: 'r2', purposes: ['analysis'] });
    expect(lapse(waiting, by, '2026-06-02T10:00:00Z', requires)?.[0]).toEqual(['survey', 'analysis']);
  });
});

describe('somebody looks', () => {
  const look = ({ entries }: Tale, by: OverRules) => overFrom(entries, by, new Date(GIVEN))?.toISOString();

  test('when the first last day is over, and never where nothing ends by itself', () => {
    const by = site(until('fair', '2026-06-30'), until('survey', '2026-05-31'), { id: 'news' });
    expect(look(given('news', 'fair', 'survey'), by)).toBe('2026-05-31T22:00:00.000Z');
    expect(look(given('news', 'fair'), by)).toBe('2026-06-30T22:00:00.000Z');
    expect(look(given('news'), by)).toBeUndefined();
  });

  test('from the day before on where a registration comes to its longest time', () => {
    expect(look(given('news'), site(atMost('news', 'P6M')))).toBe('2026-07-08T22:00:00.000Z');
  });

  test('by the last registration that holds it, in whichever order these are', () => {
    const by = site(atMost('news', 'P6M'));
    expect(look(given('news').given('2026-02-10T10:00:00Z', 'r2', ['news']), by)).toBe('2026-08-08T22:00:00.000Z');
    const old = { record: 'x1', purposes: ['news'], facts: { givenAt: '2025-12-10T10:00:00.000Z' } };
    expect(look(given('news').step('ConsentRecorded', '2026-02-10T10:00:00Z', old), by)).toBe(
      '2026-07-08T22:00:00.000Z',
    );
  });

  test('at nothing that is over already or was never given', () => {
    const by = site(until('survey', '2026-05-31'));
    expect(look(given('survey').withdrawn('2026-02-10T10:00:00Z', 'r1', ['survey']), by)).toBeUndefined();
    expect(look(new Tale().request(GIVEN, 'r1', ['survey']), by)).toBeUndefined();
  });
});
