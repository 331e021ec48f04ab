import { chooseLanguage } from '../../shared/consent/decide/language';
import { request, withdraw } from '../../shared/consent/decide/decisions';
import { NothingToWithdraw } from '../../shared/consent/errors';
import type { Step } from '../../shared/consent/entry';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { reportActivity } from '../../shared/consent/keep/inactivity';
import { asDigest, asRecord } from '../ids';
import fc from '../seeded';
import { History, purpose } from './history';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LIMITS = { mailsPerDay: 3, pauseMs: 10 * MINUTE };
const BEGIN = new Date('2026-11-28T08:00:00Z');
const PURPOSES = ['newsletter', 'events', 'analysis'];

type Press =
  | { readonly on: 'language'; readonly wanted: 'de' | 'en' }
  | { readonly on: 'keep' }
  | { readonly on: 'off' | 'ask'; readonly purposes: readonly string[] };

const someOf = fc.subarray(PURPOSES, { minLength: 1 });
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ on: fc.constant('language' as const), wanted: fc.constantFrom('de' as const, 'en' as const) }),
  fc.record({ on: fc.constant('keep' as const) }),
  fc.record({ on: fc.constantFrom('off' as const, 'ask' as const), purposes: someOf }),
);

/** What a link of somebody's mail leads to, and needs no mail for. */
function stepOf(history: History, pressed: Press, n: number): Step | undefined {
  const { entries, now } = history;
  const state = fold(entries, now);
  switch (pressed.on) {
    case 'language':
      return chooseLanguage(entries, { site: 'demo', form: 'de', wanted: pressed.wanted }, now);
    case 'keep':
      return reportActivity(entries, { actor: { kind: 'subject' }, what: 'used' }, now);
    case 'off':
      try {
        return withdraw(state, { purposes: pressed.purposes, requires: new Map(), via: 'page' }, now);
      } catch (error) {
        if (error instanceof NothingToWithdraw) return undefined;
        throw error;
      }
    case 'ask': {
      const said = {
        site: 'demo',
        recordId: asRecord(`r${n}`),
        actor: { kind: 'subject' } as const,
        language: 'de' as const,
      };
      const wanted = {
        ...said,
        purposes: pressed.purposes.map(purpose),
        address: asDigest('digest'),
        privacyNotice: '1',
      };
      return request(state, { ...wanted, confirmBy: new Date(now.getTime() + 7 * DAY) }, LIMITS, now);
    }
  }
}

function pressed(presses: readonly Press[], spanMs: number): History {
  const history = new History(BEGIN);
  history.confirm('r', ...PURPOSES);
  for (const [n, one] of presses.entries()) {
    history.now = new Date(BEGIN.getTime() + 1000 + (n * spanMs) / presses.length);
    const step = stepOf(history, one, n);
    if (step) history.write(step);
  }
  return history;
}

/** Each request of a day may be ended purpose by purpose, and so may what was there before. */
const MOST_A_DAY = 4 + 1 + 3 + (3 + 1) * PURPOSES.length;

test('two thousand presses from one link within a day leave a history of a few entries', () => {
  const presses = fc.array(press, { minLength: 2000, maxLength: 2000, size: 'max' });
  fc.assert(
    fc.property(presses, (all) =>
      expect(pressed(all, DAY - MINUTE).entries.length).toBeLessThanOrEqual(2 + MOST_A_DAY),
    ),
    { numRuns: 5 },
  );
});

test('two thousand changes of the language are four a day, and after a day there are four more', () => {
  const toggles = Array.from({ length: 2000 }, (_, n): Press => ({
    on: 'language',
    wanted: n % 2 === 0 ? 'en' : 'de',
  }));
  const choices = (spanMs: number): number =>
    pressed(toggles, spanMs).entries.filter(({ type }) => type === 'LanguageChosen').length;
  expect(choices(DAY - MINUTE)).toBe(4);
  expect(choices(3 * DAY - MINUTE)).toBe(12);
});

test('whatever was pressed before, leaving ends everything', () => {
  fc.assert(
    fc.property(fc.array(press, { maxLength: 60 }), (all) => {
      const history = pressed(all, DAY - MINUTE);
      const step = stepOf(history, { on: 'off', purposes: [] }, 99);
      if (step) history.write(step);
      expect(purposesInForce(fold(history.entries, history.now)).size).toBe(0);
    }),
  );
});
