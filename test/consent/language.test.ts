import { chooseLanguage, choseOften } from '../../shared/consent/decide/language';
import type { Entry } from '../../shared/consent/entry';
import { seal } from '../../shared/ledger/chain';
import { Tale } from './tale';

const DAY_MS = 24 * 60 * 60 * 1000;
const BEGIN = Date.parse('2026-11-28T08:00:00Z');

/** The language is changed a minute later each time, from German to English and back. */
function chosen(times: number): readonly Entry[] {
  let entries: readonly Entry[] = new Tale().given('2026-11-01T10:00:00Z', 'r1', ['news']).entries;
  for (let n = 0; n < times; n++) {
    const last = entries.at(-1)!;
    const step = choose(entries, n, BEGIN + n * 60_000);
    entries = step ? [...entries, seal(step, { subject: last.subject, parts: {} }, last)] : entries;
  }
  return entries;
}

const choose = (entries: readonly Entry[], n: number, at: number) =>
  chooseLanguage(entries, { site: 'demo', form: 'de', wanted: n % 2 === 0 ? 'en' : 'de' }, new Date(at));

test.each([0, 1, 2, 3])('after %i changes of the language a further one is taken', (times) => {
  expect(choose(chosen(times), times, BEGIN + 3_600_000)).toMatchObject({ type: 'LanguageChosen' });
});

test('a fifth one within a day is not, whatever is pressed; it is once the first of them is a day old', () => {
  const entries = chosen(50);
  expect(entries.filter(({ type }) => type === 'LanguageChosen')).toHaveLength(4);
  for (const at of [BEGIN + 3_600_000, BEGIN + DAY_MS - 1]) {
    expect([choose(entries, 0, at), choseOften(entries, new Date(at))]).toEqual([undefined, true]);
  }
  expect(choose(entries, 0, BEGIN + DAY_MS)).toMatchObject({ type: 'LanguageChosen', language: 'en' });
  // The second one is a day old a minute later.
  expect(choseOften(entries, new Date(BEGIN + DAY_MS))).toBe(false);
});

test('to choose the language that is spoken already is no change, and uses up nothing', () => {
  const entries = chosen(1);
  expect(choose(entries, 0, BEGIN + 3_600_000)).toBeUndefined();
  expect(choseOften(entries, new Date(BEGIN + 3_600_000))).toBe(false);
});

test('nothing else that somebody does by a link counts as a change', () => {
  const tale = new Tale().given('2026-11-28T08:00:00Z', 'r1', ['news']);
  for (let n = 1; n < 20; n++) tale.step('ActivityReported', `2026-11-28T08:${String(n).padStart(2, '0')}:00Z`);
  expect(choseOften(tale.entries, new Date(BEGIN + 3_600_000))).toBe(false);
});
