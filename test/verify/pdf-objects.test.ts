import { isNamed, readObjects, type PdfFile } from '../../shared/verify/pdf/objects';
import { PdfSyntaxError } from '../../shared/verify/pdf/syntax';
import { smallPdf, streamOf, type PdfPieces } from './small-pdf';

const OBJECTS = ['<< /A 1 >>', '[1 2]', streamOf('some bytes'), '(x)'];

function expectRefused(text: string): void {
  expect(() => readObjects(text)).toThrow(PdfSyntaxError);
}
const contentOf = (text: string, { objects }: PdfFile, number: number): string | undefined => {
  const stream = objects.get(number)?.stream;
  return stream && text.slice(stream.start, stream.start + stream.length);
};

test('a file that was written at once has its objects, streams and trailer', () => {
  const text = smallPdf(OBJECTS);
  const read = readObjects(text);
  expect([...read.objects.keys()]).toEqual([1, 2, 3, 4]);
  expect(read.objects.get(1)).toEqual({ value: new Map([['A', 1]]) });
  expect(read.objects.get(2)).toEqual({ value: [1, 2] });
  expect(read.objects.get(4)).toEqual({ value: { written: '(x)' } });
  expect(read.trailer).toEqual(new Map([['Root', { object: 1 }]]));
  expect(contentOf(text, read, 3)).toBe('some bytes');
});

test.each<[string, PdfPieces]>([
  ['a comment behind its header', { header: '%PDF-1.4\n%\u00e2\u00e3\n' }],
  [
    'lines of two characters',
    { header: '%PDF-2.0\r\n%x\r\n'.replace('2.0', '1.0'), end: (at) => `startxref\r\n${at}\r\n%%EOF\r\n` },
  ],
  ['no newline at its end', { end: (at) => `startxref\n${at}\n%%EOF` }],
  ['rows of either kind', { row: (offset, n) => `${offset} 00000 n${n % 2 ? ' \r\n' : '\r\n'}` }],
  ['white space between objects', { before: { 1: ' \n', 3: '\r\n\t\0\f' }, beforeTable: '\n\n' }],
  ['a table with lines of two characters', { table: 'xref\r\n0 5\r\n0000000000 65535 f\r\n' }],
])('it may have %s', (_what, pieces) => {
  const text = smallPdf(OBJECTS, pieces);
  expect(contentOf(text, readObjects(text), 3)).toBe('some bytes');
});

test('its objects may lie in another order than they are numbered', () => {
  const text = '%PDF-1.7\n2 0 obj\n2\nendobj\n1 0 obj\n1\nendobj\n';
  const rows = [text.indexOf('1 0 obj'), 9].map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const file = `${text}xref\n0 3\n0000000000 65535 f \n${rows}trailer <<>>\nstartxref\n${text.length}\n%%EOF\n`;
  expect([...readObjects(file).objects]).toEqual([
    [2, { value: 2 }],
    [1, { value: 1 }],
  ]);
});

test.each<[string, PdfPieces]>([
  ['no header', { header: '' }],
  ['something before its header', { header: 'x%PDF-1.7\n' }],
  ['a header of another version', { header: '%PDF-2.7\n' }],
  ['two comments behind its header', { header: '%PDF-1.7\n%a\n%b\n' }],
  ['something between objects', { before: { 2: 'x' } }],
  ['a comment between objects', { before: { 2: '%x\n' } }],
  ['something before its table', { beforeTable: '9 0 obj\n1\nendobj\n' }],
  ['no table', { table: '' }],
  ['a table that does not begin with 0', { table: 'xref\n1 5\n0000000000 65535 f \n' }],
  ['a table with a row less', { table: 'xref\n0 4\n0000000000 65535 f \n' }],
  ['a table with a row more', { table: 'xref\n0 6\n0000000000 65535 f \n' }],
  ['a table of nothing', { table: 'xref\n0 1\n0000000000 65535 f \n' }],
  ['rows of another generation', { row: (offset) => `${offset} 00001 n \n` }],
  ['rows that are free', { row: (offset) => `${offset} 00000 f \n` }],
  ['rows that are off by one', { row: (offset) => `${String(Number(offset) + 1).padStart(10, '0')} 00000 n \n` }],
  ['no trailer', { trailer: '' }],
  ['a trailer that is no dictionary', { trailer: 'trailer\n[1]\n' }],
  ['an earlier version', { trailer: 'trailer\n<< /Prev 9 >>\n' }],
  ['a second table', { trailer: 'trailer\n<< /XRefStm 9 >>\n' }],
  ['encryption', { trailer: 'trailer\n<< /Encrypt 9 0 R >>\n' }],
  ['something behind its trailer', { trailer: 'trailer\n<<>>\nx\n' }],
  ['no place of its table', { end: () => '%%EOF\n' }],
  ['a place of its table beyond its end', { end: () => 'startxref\n99999\n%%EOF\n' }],
  ['a table elsewhere', { end: (at) => `startxref\n${at - 1}\n%%EOF\n` }],
  ['something behind its end', { end: (at) => `startxref\n${at}\n%%EOF\n\n` }],
  ['two ends', { end: (at) => `startxref\n${at}\n%%EOF\nstartxref\n${at}\n%%EOF\n` }],
])('with %s it is refused', (_what, pieces) => {
  expectRefused(smallPdf(OBJECTS, pieces));
});

test.each([
  ['an object of another number', '1\nendobj\n9 0 obj\n1'],
  ['no end', '1\nendob'],
  ['two values', '1 2'],
  ['a stream that is longer than it says', streamOf('bytes').replace('/Length 5', '/Length 4')],
  ['a stream that is shorter than it says', streamOf('bytes').replace('/Length 5', '/Length 7')],
  ['a stream of no length', streamOf('bytes').replace('/Length 5', '')],
  ['a stream whose length is elsewhere', streamOf('bytes').replace('/Length 5', '/Length 1 0 R')],
  ['a stream of a length that is none', streamOf('bytes').replace('/Length 5', '/Length 5.5')],
  ['a stream that goes back', streamOf('bytes').replace('/Length 5', '/Length -5')],
  ['a stream that is in another file', streamOf('bytes', '/F (x) ')],
  ['objects in a stream', streamOf('bytes', '/Type /ObjStm ')],
  ['a table in a stream', streamOf('bytes', '/Type /XRef ')],
  ['a stream behind a list', '[1]\nstream\nbytes\nendstream'],
  ['a stream that begins on its line', '<< /Length 5 >>\nstream bytes\nendstream'],
])('an object with %s is refused', (_what, object) => {
  expectRefused(smallPdf([...OBJECTS, object]));
});

test('a stream may end without a newline, and have none in it', () => {
  for (const stream of ['<< /Length 5 >>stream\nbytesendstream', '<</Length 5>> \r\nstream\r\nbytes\r\nendstream']) {
    const text = smallPdf([stream]);
    expect(contentOf(text, readObjects(text), 1)).toBe('bytes');
  }
  const none = smallPdf(['<< /Length 0 >>\nstream\n\nendstream']);
  expect(contentOf(none, readObjects(none), 1)).toBe('');
});

test('it may have as many objects as it likes, and has one', () => {
  const many = Array.from({ length: 120 }, (_, n) => String(n));
  expect(readObjects(smallPdf(many)).objects.get(120)).toEqual({ value: 119 });
  expectRefused(smallPdf([]));
  expectRefused(smallPdf([], { table: '' }));
});

test('an object that stands where another should is refused', () => {
  const text = smallPdf(['1', '2']);
  expectRefused(text.replace('2 0 obj', '1 0 obj'));
  expectRefused(text.replace('2 0 obj', '2 1 obj'));
});

test('a name is that name, and nothing else is', () => {
  expect(isNamed({ name: 'XRef' }, 'XRef')).toBe(true);
  for (const value of [{ name: 'X' }, { written: 'XRef' }, null, undefined, 1, true, new Map(), []])
    expect(isNamed(value, 'XRef')).toBe(false);
});
