import fc from '../seeded';
import { visible, visibleJson } from '../../shared/verify/visible';

/** What a terminal obeys, or a reader does not see. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

const anything = fc.string({ unit: 'binary' });
const harmful = fc.constantFrom(
  '\u001b[2J',
  '\n',
  '\r',
  '\u0007',
  '\u009b',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\u{e0041}',
  '\ue000',
  // Kept free by Unicode, and a sign of Braille without dots: neither is to be seen.
  '\u2065',
  '\ufff0',
  '\u{e0080}',
  '\u2800',
);
const text = fc.array(fc.oneof(anything, harmful)).map((parts) => parts.join(''));

test('whatever a text is, it comes out as one line of which all can be seen', () => {
  fc.assert(fc.property(text, (any) => expect(visible(any)).not.toMatch(HARMFUL)));
});

test('what can be seen stays as it is', () => {
  for (const same of ['Müller-Lüdenscheidt', 'info@bücher.example', '日本語', 'https://a.example/?b=c', 'שלום', '😀']) {
    expect(visible(same)).toBe(same);
  }
  expect(visible('a\u001b[31mb\nc\u202ed\ud800')).toBe('a[U+001B][31mb[U+000A]c[U+202E]d[U+D800]');
});

test('as JSON it means the same, and all of it can be seen', () => {
  fc.assert(
    fc.property(fc.array(text), (any) => {
      const json = visibleJson(any);
      expect(json.replaceAll('\n', '')).not.toMatch(HARMFUL);
      expect(JSON.parse(json)).toEqual(any);
    }),
  );
});

test('JSON is in several lines, or in one where that is asked for', () => {
  expect(visibleJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(visibleJson({ a: [1] }, 'one')).toBe('{"a":[1]}');
});
