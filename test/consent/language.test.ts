import { chooseLanguage, choseOften, languageFor, languageOf } from '../../shared/consent/decide/language';
import type { Entry } from '../../shared/consent/entry';
import { BEGINNING, fold } from '../../shared/consent/fold';
import { seal } from '../../shared/ledger/chain';
import { demo } from '../../examples/sites/demo';
import { asRecord } from '../ids';
import { History, purpose } from './history';
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

test('a change says which language, and that the person chose it', () => {
  expect(choose([], 0, BEGIN)).toStrictEqual({
    type: 'LanguageChosen',
    site: 'demo',
    at: new Date(BEGIN).toISOString(),
    actor: { kind: 'subject' },
    language: 'en',
    purposes: [],
    facts: {},
  });
});

describe('a person is written to', () => {
  const asked = (): History => new History(new Date(BEGIN));
  const request = (history: History, record: string, language: 'de' | 'en'): void =>
    void history.write({
      type: 'ConsentRequested',
      recordId: asRecord(record),
      language,
      purposes: [purpose('news')],
      facts: { confirmBy: new Date(BEGIN + DAY_MS).toISOString() },
    });
  const confirm = (history: History, record: string): void =>
    void history.write({ type: 'ConsentGiven', recordId: asRecord(record), purposes: [purpose('news')] });
  const languages = ({ entries }: History) => {
    const state = fold(entries, BEGINNING);
    return state.map((record) => languageFor(entries, state, record));
  };

  test('in the language of the form that each record was confirmed by, and else of the last that was', () => {
    const history = asked();
    request(history, 'r1', 'de');
    expect(languages(history)).toEqual(['de']);
    request(history, 'r2', 'en');
    expect([languages(history), languageOf(history.entries, demo)]).toEqual([['de', 'en'], 'en']);
    confirm(history, 'r1');
    expect([languages(history), languageOf(history.entries, demo)]).toEqual([['de', 'de'], 'de']);
    confirm(history, 'r2');
    expect([languages(history), languageOf(history.entries, demo)]).toEqual([['de', 'en'], 'en']);
  });

  test('in the one that they chose, whatever the forms were in', () => {
    const history = asked();
    request(history, 'r1', 'de');
    history.write({ type: 'LanguageChosen', recordId: undefined as never, language: 'en' });
    expect([languages(history), languageOf(history.entries, demo)]).toEqual([['en'], 'en']);
  });

  test('in that of the form, where it is the only one', () => {
    const history = asked();
    request(history, 'r1', 'en');
    expect(languageOf(history.entries, demo)).toBe('en');
  });

  test('in that of the site, where they dealt with none of its forms', () => {
    expect(languageOf([], demo)).toBe('de');
    expect(languageOf([], { ...demo, languages: ['en', 'de'] })).toBe('en');
  });
});
