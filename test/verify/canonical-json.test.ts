import fc from '../seeded';
import { canonicalJson } from '../../shared/verify/canonical-json';

test('members are in the order of the units of UTF-16, as in the example of RFC 8785', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'];
  const written = canonicalJson(Object.fromEntries(names.map((name) => [name, name])));
  expect(written).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:${JSON.stringify(name)}`).join(',')}}`);
});

test('numbers as names are in the order of their digits, wherever JavaScript keeps them', () => {
  expect(canonicalJson({ 9: 1, 10: 2, '': 3 })).toBe('{"":3,"10":2,"9":1}');
});

test('members are put in order at every depth, and items of lists stay where they are', () => {
  expect(canonicalJson({ b: [3, { d: 1, c: null }, 1], a: { z: true, y: [] } })).toBe(
    '{"a":{"y":[],"z":true},"b":[3,{"c":null,"d":1},1]}',
  );
  expect(canonicalJson([2, [{ b: 1, a: 2 }], 'x', 1])).toBe('[2,[{"a":2,"b":1}],"x",1]');
  expect(canonicalJson({ a: [{ b: 1, a: 2 }] })).toBe('{"a":[{"a":2,"b":1}]}');
  expect(canonicalJson({ a: { c: 1, b: 2 }, d: 3 })).toBe('{"a":{"b":2,"c":1},"d":3}');
});

test.each([
  ['null', null],
  ['true', true],
  ['""', ''],
  ['1e+21', 1e21],
  ['0', -0],
  ['"\\u0000\\n\\"\\\\ü"', '\0\n"\\ü'],
  ['{}', {}],
  ['[]', []],
  ['{"":null}', { '': null }],
])('%s is written so', (text, value) => {
  expect(canonicalJson(value)).toBe(text);
  expect(canonicalJson({ b: value, a: value })).toBe(`{"a":${text},"b":${text}}`);
});

test('in whatever order members came, the text is one and the same, and says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const turned = backwards(value);
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(turned))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, backwards(member)]),
  );
}
