import { readOptions } from '../../../shared/web/form/options';

const SRC = 'https://consent.example.com/v1/form.js';

test('the addresses are those of the host that the script came from', () => {
  expect(readOptions(SRC, { site: 'demo' }, []).api.href).toBe('https://consent.example.com/v1/sites/demo/');
  expect(readOptions(`${SRC}?v=2`, { site: 'a/../b' }, []).api.href).toBe(
    'https://consent.example.com/v1/sites/a%2F..%2Fb/',
  );
});

test.each([
  [{ language: 'de' }, ['en', 'en-GB'], 'de'],
  [{ language: 'DE-at' }, ['en', 'en-GB'], 'de'],
  [{ language: 'fr' }, ['de', 'en-GB'], 'de'],
  [{}, ['de-CH', 'en-GB'], 'de'],
  [{}, ['', 'de-CH'], 'de'],
  [{}, ['constructor', 'sv'], 'en'],
  [{}, [], 'en'],
])('asked for %p on a page for %p it speaks %s', (data, languages, language) => {
  expect(readOptions(SRC, data, languages).language).toBe(language);
});

test('all that there is consent for, and no field, unless named', () => {
  expect(readOptions(SRC, {}, [])).toMatchObject({ purposes: undefined, fields: [], asset: undefined });
  expect(readOptions(SRC, { purposes: '', fields: ' firstName,\n lastName ' }, [])).toMatchObject({
    purposes: [],
    fields: ['firstName', 'lastName'],
  });
});
