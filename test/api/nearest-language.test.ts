import fc from '../seeded';
import { nearestLanguage } from '../../shared/nearest-language';

const OFFERED = ['de', 'en'] as const;

test.each([
  ['de', 'de'],
  ['DE', 'de'],
  ['de-DE', 'de'],
  ['de_AT', 'de'],
  ['de-CH-1996', 'de'],
  ['de_DE.UTF-8', 'de'],
  [' en-gb ', 'en'],
  ['EN', 'en'],
  ['fr', undefined],
  ['fr-DE', undefined],
  ['deu', undefined],
  ['d', undefined],
  ['', undefined],
  ['*', undefined],
  ['-', undefined],
])('"%s" is %s', (tag, language) => {
  expect(nearestLanguage(OFFERED, tag)).toBe(language);
});

test('the exact language is taken before a nearer one, and any form of it before none', () => {
  expect(nearestLanguage(['de', 'de-AT', 'en'], 'de_at')).toBe('de-AT');
  expect(nearestLanguage(['de-AT', 'de'], 'de-CH-1996')).toBe('de');
  expect(nearestLanguage(['en', 'de-AT'], 'de-CH')).toBe('de-AT');
});

test('whatever else a tag says, its language is what it begins with', () => {
  const rest = fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,8}$/), { maxLength: 4 });
  const separator = fc.constantFrom('-', '_');
  fc.assert(
    fc.property(fc.constantFrom(...OFFERED), rest, separator, (language, others, between) => {
      expect(nearestLanguage(OFFERED, [language.toUpperCase(), ...others].join(between))).toBe(language);
    }),
  );
});
