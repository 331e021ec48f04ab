import { readdirSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '../../shared/policy/schema';
import { pluralIn } from '../../shared/words/plural';

/** What nobody says of one. */
const OF_MANY: Readonly<Record<Language, RegExp>> = {
  de: /(?<![\d.,:]|\b(?:am|dem|seit) )1 (?:weitere )?(?:Personen|Tage|Schritte|Anmeldungen|Einträgen?|Vorgänge|Löschungen|Einschränkungen|Aufbewahrungen|Prozentpunkte|Zeilen|Empfänger[n]?|Zeugen|dürfen|haben|sind|enden|werden)\b/iu,
  en: /(?<![\d.,:]|\b(?:on|since) )1 (?:more )?(?:people|days|steps|sign-ups|entries|records|deletions|restrictions|holds|points|percentage points|times|rows|recipients|witnesses|have|are|end)\b/iu,
};

/** Texts that take a name where a count would make no sense, and those that have another text for one. */
const NOT_COUNTED = new Set(['access.scope']);
const hasOwnForOne = (words: object): boolean => Object.keys(words).some((name) => /^one/.test(name));

/** Every text of a language that takes something, called with one. */
function called(value: unknown, key: string): string[] {
  if (typeof value === 'function') {
    const say = value as (...all: unknown[]) => unknown;
    const [number, shown] = [1, '1'].map((one) => attempt(() => [say(one, one, one, one)].flat().join(' ')));
    // What tells a number from a text takes numbers.
    return [number, shown].some((text) => text === undefined) || number !== shown
      ? [`${key}: ${number}`]
      : [`${key}: ${shown}`];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    hasOwnForOne(value) && typeof one === 'function' ? [] : called(one, `${key}.${name}`),
  );
}

function attempt(say: () => string): string | undefined {
  try {
    return say();
  } catch {
    return undefined;
  }
}

test.each(LANGUAGES)('no text says of one what is said of many: %s', async (language) => {
  const folder = path.join(__dirname, '..', '..', 'shared', 'words', language);
  const modules = await Promise.all(
    readdirSync(folder).map(async (file) => Object.entries((await import(path.join(folder, file))) as object)),
  );
  const texts = modules.flat().flatMap(([name, words]) => called(words, name));
  expect(texts.length).toBeGreaterThan(100);
  const wrong = texts.filter((text) => OF_MANY[language].test(text) && !NOT_COUNTED.has(text.split(':')[0] ?? ''));
  expect(wrong).toEqual([]);
});

test('a count takes the form of its language, as a number and as it is shown', () => {
  const form = pluralIn('de');
  const said = (count: number | string): string => `${count} ${form(count, 'Tag', 'Tage')}`;
  expect([0, 1, 2, '1', '1.000', '0'].map(said)).toEqual([
    '0 Tage',
    '1 Tag',
    '2 Tage',
    '1 Tag',
    '1.000 Tage',
    '0 Tage',
  ]);
});
