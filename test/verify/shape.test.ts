import {
  atLeast,
  atMost,
  json,
  list,
  map,
  object,
  oneOf,
  orNull,
  text,
  wholeNumber,
  type Shape,
} from '../../shared/verify/shape';

/** What is said of a value: `place expected`, or that it fits. */
const said = (shape: Shape, value: unknown): string => {
  const wrong = shape(value);
  return wrong ? `${wrong.place} ${wrong.expected}` : 'fits';
};
const parsed = (value: string): unknown => JSON.parse(value);
const a = text('name', /^a+$/);

test('a text is one, and of its pattern if it has one', () => {
  for (const value of ['', 'x']) expect(said(text('text'), value)).toBe('fits');
  for (const value of [undefined, null, 1, [], ['a'], {}]) expect(said(text('hash'), value)).toBe(' hash');
  expect(said(a, 'aa')).toBe('fits');
  for (const value of ['b', 'ab', '', ['a']]) expect(said(a, value)).toBe(' name');
});

test('one of some values is just that, and none that looks like it', () => {
  for (const value of [1, 'a', null]) expect(said(oneOf(1, 'a', null), value)).toBe('fits');
  for (const value of ['1', 2, undefined, 'A']) expect(said(oneOf(1, 'a', null), value)).toBe(' known');
});

test('a whole number is 0, 1, 2 and so on, as far as numbers are exact', () => {
  for (const value of [0, 1, 2 ** 53 - 1]) expect(said(wholeNumber, value)).toBe('fits');
  for (const value of [-1, 0.5, 2 ** 53, NaN, Infinity, '1', null, [1]])
    expect(said(wholeNumber, value)).toBe(' number');
});

test('what may be null is null, or else what it has to be', () => {
  expect(said(orNull(a), null)).toBe('fits');
  expect(said(orNull(a), 'a')).toBe('fits');
  expect(said(orNull(a), undefined)).toBe(' name');
});

test('a list is of one kind, and the first that is not is named', () => {
  expect(said(list(a), [])).toBe('fits');
  expect(said(list(a), ['a', 'aa'])).toBe('fits');
  expect(said(list(a), ['a', 'b', 'c'])).toBe('/1 name');
  expect(said(list(list(a)), [[], ['a', 'b']])).toBe('/1/1 name');
  for (const value of [{}, null, 'a', { length: 0 }]) expect(said(list(a), value)).toBe(' list');
});

test('a list of at most two has no third', () => {
  expect(said(atMost(2, list(a)), ['a', 'a'])).toBe('fits');
  expect(said(atMost(2, list(a)), ['a', 'a', 'a'])).toBe(' fewer');
  expect(said(atMost(2, list(a)), ['a', 'b'])).toBe('/1 name');
  expect(said(atMost(2, list(a)), 'aaa')).toBe(' list');
});

test('a map has names of one kind and members of one kind', () => {
  expect(said(map(a, wholeNumber), {})).toBe('fits');
  expect(said(map(a, wholeNumber), { a: 1, aa: 2 })).toBe('fits');
  expect(said(map(a, wholeNumber), { a: 1, b: 2 })).toBe('/b name');
  expect(said(map(a, wholeNumber), { a: 1, aa: -2 })).toBe('/aa number');
  for (const value of [[], null, 'a', 1, undefined]) expect(said(map(a, a), value)).toBe(' object');
});

test('an object has its members and no others, but for those that may be missing', () => {
  const shape = object({ a, 'b?': wholeNumber });
  expect(said(shape, { a: 'a' })).toBe('fits');
  expect(said(shape, { b: 1, a: 'a' })).toBe('fits');
  expect(said(shape, {})).toBe('/a something');
  expect(said(shape, { b: 1 })).toBe('/a something');
  expect(said(shape, { a: 1 })).toBe('/a name');
  expect(said(shape, { a: 'a', b: null })).toBe('/b number');
  expect(said(shape, { a: 'a', c: 1 })).toBe('/c nothing');
  expect(said(shape, { a: 'a', 'b?': 1 })).toBe('/b? nothing');
  expect(said(shape, parsed('{"a":"a","__proto__":{}}'))).toBe('/__proto__ nothing');
  expect(said(object({ toString: a }), {})).toBe('/toString something');
  for (const value of [[], null, 'a', 1, undefined]) expect(said(shape, value)).toBe(' object');
});

test('an object with more besides has its own members, and of the others it is only asked how deep they are', () => {
  const shape = atLeast({ a }, 2);
  expect(said(shape, { a: 'a' })).toBe('fits');
  expect(said(shape, { a: 'a', b: [[]], c: { d: { e: 1 } }, f: null })).toBe('fits');
  expect(said(shape, { a: 'a', b: { c: [{}] } })).toBe('/b/c/0 shallow');
  expect(said(shape, { b: 1 })).toBe('/a something');
  expect(said(shape, { a: 'b' })).toBe('/a name');
  expect(said(atLeast({ toString: a }, 2), {})).toBe('/toString something');
  for (const value of [[], null, 'a', 1, undefined]) expect(said(shape, value)).toBe(' object');
});

test('any JSON is an object, and not deeper than it may be', () => {
  expect(said(json(2), {})).toBe('fits');
  expect(said(json(2), { a: [1, 'x', null, true], b: { c: 1 } })).toBe('fits');
  expect(said(json(2), { a: [1, []] })).toBe('/a/1 shallow');
  expect(said(json(2), { a: { b: {} } })).toBe('/a/b shallow');
  for (const value of [[], null, 'a', 1, undefined]) expect(said(json(2), value)).toBe(' object');
});

test('places are JSON pointers', () => {
  expect(said(map(text('text'), a), { '~/~/': 1 })).toBe('/~0~1~0~1 name');
  expect(said(object({}), { '/~': 1 })).toBe('/~1~0 nothing');
});
