import { diagnose, LARGEST_BYTES, parse } from '../../shared/verify/strict-json';

const codeOf = (file: string | Uint8Array): string => {
  const parsed = parse(file);
  return 'finding' in parsed ? parsed.finding.code : 'read';
};

test('a file of 64 MB is read, and not one of a byte more', () => {
  expect(LARGEST_BYTES).toBe(64 * 1024 * 1024);
  expect(codeOf(' '.repeat(LARGEST_BYTES))).toBe('notJson');
  expect(codeOf(' '.repeat(LARGEST_BYTES + 1))).toBe('tooLarge');
});

test('what was read is given with its text, of bytes as of a text', () => {
  const text = ' {"a": "ü"}\n';
  for (const file of [text, Buffer.from(text)]) expect(parse(file)).toEqual({ value: { a: 'ü' }, text });
});

test('bytes that are no UTF-8 are no text, however much of it is', () => {
  for (const bytes of [[0xff], [0x22, 0xc3, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]])
    expect(parse(Uint8Array.from(bytes))).toEqual({ finding: { code: 'notUtf8' } });
});

test.each([
  ['{"a":1', 'truncated'],
  [' \n{"a":1,', 'truncated'],
  ['{"a":', 'truncated'],
  ['{"a" 1}', 'notJson'],
  ['{"a" 1} \n', 'notJson'],
  ['[1, 2', 'notJson'],
  ['a}', 'notJson'],
  ['', 'notJson'],
  ['x{', 'notJson'],
])('%j is no JSON, and torn only if it begins like a file and ends in it', (text, code) => {
  expect(codeOf(text)).toBe(code);
});

test('a mark of the order of bytes is one at the beginning alone', () => {
  expect(codeOf('\ufeff{}')).toBe('byteOrderMark');
  expect(codeOf(Buffer.from('\ufeff{}'))).toBe('byteOrderMark');
  expect(codeOf('"\ufeff"')).toBe('read');
});

/** What means just one thing, however it is spread out. */
const PLAIN = [
  '{}',
  '[]',
  ' [ ] ',
  'null',
  '0',
  '"a"',
  '-1.5',
  '1e+21',
  '[true, false, null, "\\"", "\\\\", "a:b", "{", 12, -3, 0.5]',
  '{"a":{"a":{"a":[]}},"b":[{"a":1},{"a":2}],"":0}',
  '{"a":"b","b":"a"}',
  '{ "a" : 1 ,\r\n\t"b"\t:\r\n[ 1 , 2 ] }',
  '{"a":["a","a"],"b":"a"}',
  '{"\\u0061":1,"A":2}',
  '["\\ud83d\\ude00"]',
];
test.each(PLAIN)('%s means one thing', (text) => {
  expect(JSON.parse(text)).toBeDefined();
  expect(diagnose(text, false)).toBeUndefined();
  expect(diagnose(text, true)).toBeUndefined();
});

test.each([
  ['{"a":1,"a":2}', '/a'],
  ['{"a":1,"b":{},"a":2}', '/a'],
  ['{"a" :1, "a"\t: 1}', '/a'],
  ['{"a"\r\n:1,"a" :1}', '/a'],
  ['{"a":1,"\\u0061":1}', '/a'],
  ['{"":1,"":1}', '/'],
  ['{"a/b~c":{"d":1,"d":1}}', '/a~1b~0c/d'],
  ['{"~/~/":1,"~/~/":1}', '/~0~1~0~1'],
  ['[[],{"a":[1,2,{"b":0,"c":1,"b":2}]}]', '/1/a/2/b'],
  ['[{"a":[1,2]},{"x":"a,b","y":[3],"x":0}]', '/1/x'],
  ['{"a":[[1,2],3],"b":{"c":1},"b":2}', '/b'],
  ['{"__proto__":1,"__proto__":2}', '/__proto__'],
  ['{"a\\"b":1,"a\\"b":1}', '/a"b'],
  ['{"a\\\\":1,"a\\\\":1}', '/a\\'],
])('in %s a member stands twice', (text, place) => {
  expect(diagnose(text, false)).toEqual({ code: 'keyTwice', place });
});

test.each([
  ['1.0', '', '1.0'],
  ['-0', '', '-0'],
  ['[0,[1,10E-1]]', '/1/1', '10E-1'],
  ['{"a":[{}, 1e2 ]}', '/a/1', '1e2'],
  ['[9,8,7,9007199254740993]', '/3', '9007199254740993'],
  ['{"b":{"c":-1.50},"a":1}', '/b/c', '-1.50'],
  ['[1E+400]', '/0', '1E+400'],
  ['{"a":"1.0","b":0.10}', '/b', '0.10'],
])('in %s a number is written as none is', (text, place, written) => {
  expect(diagnose(text, false)).toEqual({ code: 'number', place, written });
});

test.each([
  ['"\\ud800"', ''],
  ['["a","\\udc00\\ud800"]', '/1'],
  ['{"a":{"b":"x\\ud83d"}}', '/a/b'],
  ['{"a":1,"b\\udead":1}', '/a'],
])('in %s there is half a character, also where it is as it would be written', (text, place) => {
  for (const isAsWritten of [true, false]) expect(diagnose(text, isAsWritten)).toMatchObject({ code: 'loneSurrogate' });
  expect(diagnose(text, false)).toEqual({ code: 'loneSurrogate', place });
});

test('the first of several is told', () => {
  expect(diagnose('{"a":1.0,"a":2.0}', false)).toEqual({ code: 'number', place: '/a', written: '1.0' });
  expect(diagnose('{"a":1,"a":2.0}', false)).toEqual({ code: 'keyTwice', place: '/a' });
});
