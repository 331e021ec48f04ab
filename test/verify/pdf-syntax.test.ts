import { isDictionary, PdfReader, PdfSyntaxError, type PdfValue } from '../../shared/verify/pdf/syntax';

/** The value at the beginning of a text, and what is left of it. */
function read(text: string): [PdfValue, string] {
  const reader = new PdfReader(text, 0);
  return [reader.value(), text.slice(reader.at)];
}
const valueOf = (text: string): PdfValue => read(text)[0];
const refuses = (text: string): void => expect(() => read(text)).toThrow(PdfSyntaxError);
const plain = (value: PdfValue): unknown => {
  if (isDictionary(value)) return Object.fromEntries([...value].map(([name, one]) => [name, plain(one)]));
  return Array.isArray(value) ? (value as readonly PdfValue[]).map(plain) : value;
};

test.each<[string, PdfValue, string]>([
  ['12 ', 12, ' '],
  ['-12]', -12, ']'],
  ['+1.5>', 1.5, '>'],
  ['120.75 ', 120.75, ' '],
  ['1e12 ', 1e12, ' '],
  ['.25/', 0.25, '/'],
  ['4.\n', 4, '\n'],
  ['-.5e-7', -5e-8, ''],
  ['2e3(', 2000, '('],
  ['17 0 R/', { object: 17 }, '/'],
  ['17 0 R', { object: 17 }, ''],
  ['17 0', 17, ' 0'],
  ['17 1 R', 17, ' 1 R'],
  ['17 0 Rx', 17, ' 0 Rx'],
  ['true]', true, ']'],
  ['false ', false, ' '],
  ['null>>', null, '>>'],
  ['/Type/Page', { name: 'Type' }, '/Page'],
  ['/Type(', { name: 'Type' }, '('],
  ['/ x', { name: '' }, ' x'],
  ['/a#20b#2Fc ', { name: 'a#20b#2Fc' }, ' '],
  ['<>', { written: '<>' }, ''],
  ['<0aF \n>1', { written: '<0aF \n>' }, '1'],
  ['(a)b', { written: '(a)' }, 'b'],
  ['()', { written: '()' }, ''],
  ['(a(b)c)d', { written: '(a(b)c)' }, 'd'],
  ['((a)(b))', { written: '((a)(b))' }, ''],
  ['(a\\)b)c', { written: '(a\\)b)' }, 'c'],
  ['(a\\(b)c)', { written: '(a\\(b)' }, 'c)'],
  ['(\\\\)c)', { written: '(\\\\)' }, 'c)'],
  [' \0\t\n\f\r1', 1, ''],
])('%j is one value', (text, value, rest) => {
  expect(read(text)).toEqual([value, rest]);
});

test('dictionaries and lists have values in them, with white space or without', () => {
  const [value, rest] = read('<</A[1 2 0 R(x)]/B<</C/D>>\n/E [ [ ] [null] ] /F <> >>endobj');
  expect(plain(value)).toEqual({
    A: [1, { object: 2 }, { written: '(x)' }],
    B: { C: { name: 'D' } },
    E: [[], [null]],
    F: { written: '<>' },
  });
  expect(rest).toBe('endobj');
  expect(plain(valueOf('<<>>'))).toEqual({});
});

test.each([
  ['nothing', '', '  '],
  ['a number that goes on', '12x', '1.2.3', '--1', '1e', '1e+5', '.', '+'],
  ['a word that nobody knows', 'True', 'nullx', 'xnull', 'falsetrue', 'R', 'endobj'],
  ['hex with something else in it', '<0g>', '<0', '>'],
  ['a string without an end', '(a', '(a\\)', '((a)'],
  ['a list without an end', '[1 2', '[', '[1 2>>'],
  ['a dictionary without an end', '<</A 1', '<<', '<</A 1>', '<< /A 1 ]'],
  ['a dictionary with a name for no value', '<</A>>'],
  ['a dictionary with something else for a name', '<<A 1>>', '<<(A)>>', '<<1>>', '<< 1 2 >>'],
  ['a member twice', '<</A 1/A 1>>', '<</A 1/B 2/A 3>>'],
  ['what stands at no beginning', ')', ']', '}', '{', '%'],
])('%s is no value', (_what, ...texts) => {
  for (const text of texts) refuses(text);
});

test('a name has an escape only for what cannot stand in it', () => {
  for (const code of ['20', '23', '25', '28', '29', '2F', '3C', '3E', '5B', '5D', '7B', '7D'])
    expect(valueOf(`/a#${code}`)).toEqual({ name: `a#${code}` });
  for (const code of ['45', '21', '3B', '3D', '2f', '30', '7C', '40', '6', '', 'xx', '00']) {
    refuses(`/a#${code}`);
    refuses(`<</a#${code} 1>>`);
  }
});

test('values lie in each other fifty deep, and not deeper', () => {
  const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  const dictionaries = (depth: number): string => '<</A '.repeat(depth) + '1' + '>>'.repeat(depth);
  expect(valueOf(lists(51))).toHaveLength(1);
  expect(isDictionary(valueOf(dictionaries(50)))).toBe(true);
  refuses(lists(52));
  refuses(dictionaries(51));
});

test('a token is expected where the reader stands, behind white space', () => {
  const reader = new PdfReader('x \n endobj endobj', 1);
  reader.expect('endobj');
  expect(reader.at).toBe(10);
  expect(() => reader.expect('endstream')).toThrow('No endstream at 11.');
  expect(() => new PdfReader('x endobj', 0).expect('endobj')).toThrow(PdfSyntaxError);
});

test('a pattern is looked for where the reader stands, and goes past what it finds', () => {
  const [reader, digits] = [new PdfReader('ab12 34', 2), /(\d)(\d)/y];
  expect(reader.match(digits)?.slice(1)).toEqual(['1', '2']);
  expect(reader.at).toBe(4);
  expect(reader.match(digits)).toBeUndefined();
  expect(reader.at).toBe(4);
});

test('a dictionary is asked for, and nothing else will do', () => {
  expect(plain(new PdfReader(' <</A 1>>', 0).dictionary())).toEqual({ A: 1 });
  for (const text of ['[1]', '1', '/A', 'null']) {
    expect(() => new PdfReader(text, 0).dictionary()).toThrow(`No dictionary before ${text.length}.`);
  }
});
