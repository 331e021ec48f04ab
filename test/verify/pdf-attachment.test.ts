import { deflateSync } from 'node:zlib';
import { isPdf, readAttachment } from '../../shared/verify/pdf/attachment';
import { smallPdf, streamOf, type PdfPieces } from './small-pdf';

const CONTENT = '{"a":"b"}';
const SPECIFICATION = '<< /F (evidence.json) /UF (evidence.json) /EF << /F 3 0 R /UF 3 0 R >> >>';
const EMBEDDED = streamOf(CONTENT, '/Type /EmbeddedFile ');
const CATALOGUE = '<< /Names [(evidence.json) 2 0 R] >>';
const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'latin1'));

interface Changes extends PdfPieces {
  readonly catalogue?: string;
  readonly specification?: string;
  readonly embedded?: string;
  readonly more?: readonly string[];
}
const textWith = ({ catalogue, specification, embedded, more = [], ...pieces }: Changes = {}): string =>
  smallPdf([catalogue ?? CATALOGUE, specification ?? SPECIFICATION, embedded ?? EMBEDDED, ...more], pieces);

/** What is attached, or why it cannot be told. */
async function found(text: string): Promise<string> {
  const read = await readAttachment(bytes(text));
  return 'problem' in read ? read.problem : Buffer.from(read.bytes).toString('latin1');
}

test('a PDF says so within its first thousand bytes, wherever', () => {
  expect(isPdf(bytes('%PDF-1.7\n'))).toBe(true);
  expect(isPdf(bytes(`${' '.repeat(1019)}%PDF-`))).toBe(true);
  expect(isPdf(bytes(`${' '.repeat(1020)}%PDF-`))).toBe(false);
  expect(isPdf(bytes('%PDX-1.7'))).toBe(false);
  expect(isPdf(bytes(''))).toBe(false);
});

test.each<[string, Changes]>([
  ['as it is', {}],
  ['for all readers by one name', { specification: SPECIFICATION.replace('/F 3 0 R /UF', '/UF') }],
  ['of an access report', replacedNames('(access-report.json)')],
  ['in no list', { catalogue: '<< /A [1 2 3] >>' }],
  ['in a list in a dictionary in a list', { catalogue: '<< /A [[<< /Names [(evidence.json) 2 0 R] >>]] >>' }],
  ['in a list behind others', { catalogue: '<< /Names [(a) 1 0 R (evidence.json) 2 0 R (b) 3 0 R] >>' }],
  ['in a list beside what is no name', { catalogue: '<< /Names [null null 1 (evidence.json) 2 0 R] >>' }],
  ['in a list that names nothing that is there', { catalogue: '<< /Names [(a) 9 0 R] >>' }],
  ['within the list', { catalogue: `<< /Names [(evidence.json) ${SPECIFICATION}] >>`, specification: '1' }],
])('what is attached %s is read', async (_how, changes) => {
  expect(await found(textWith(changes))).toBe(CONTENT);
});

function replacedNames(name: string): Changes {
  const other = (text: string): string => text.replaceAll('(evidence.json)', name);
  return { catalogue: other(CATALOGUE), specification: other(SPECIFICATION) };
}

test('what is packed is unpacked, and what is packed in another way, or torn, is not', async () => {
  const packed = deflateSync(bytes(CONTENT)).toString('latin1');
  const embedded = (content: string, filter: string): string => streamOf(content, `/Type /EmbeddedFile ${filter} `);
  expect(await found(textWith({ embedded: embedded(packed, '/Filter /FlateDecode') }))).toBe(CONTENT);
  expect(await found(textWith({ embedded: embedded(packed, '/Filter /LZWDecode') }))).toBe('pdfUnreadable');
  expect(await found(textWith({ embedded: embedded(packed, '/Filter [/FlateDecode]') }))).toBe('pdfUnreadable');
  expect(await found(textWith({ embedded: embedded(packed.slice(0, -6), '/Filter /FlateDecode') }))).toBe(
    'pdfUnreadable',
  );
  expect(await found(textWith({ embedded: embedded('none', '/Filter /FlateDecode') }))).toBe('pdfUnreadable');
  const predicted = embedded(packed, '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>');
  expect(await found(textWith({ embedded: predicted }))).toBe('pdfUnreadable');
});

test('an attachment that is no stream cannot be read', async () => {
  expect(await found(textWith({ embedded: '<< /Type /EmbeddedFile >>' }))).toBe('pdfUnreadable');
});

test.each<[string, string]>(
  [
    ...['OCProperties', 'OC', 'Annots', 'AcroForm', 'OpenAction', 'AA', 'JavaScript', 'Collection'],
    ...['Alternates', 'OPI', 'Ref'],
  ].map((name) => [name, `[[ << /A << /${name} 1 >> >> ]]`]),
)('with /%s anywhere, readers may show other pages', async (_name, object) => {
  expect(await found(textWith({ more: [object] }))).toBe('pdfChanged');
});

test.each<[string, Changes]>([
  ['in its specification', { specification: SPECIFICATION.replace('/F (evidence', '/F (invoice') }],
  ['for some readers', { specification: SPECIFICATION.replace('/UF (evidence', '/UF (invoice') }],
  ['for no old reader', { specification: SPECIFICATION.replace('/F (evidence.json)', '') }],
  ['for old readers alone', { specification: SPECIFICATION.replace('/UF (evidence.json)', '') }],
  ['in the list', { catalogue: '<< /Names [(invoice.json) 2 0 R] >>' }],
  ['in one of two lists', { more: ['[(invoice.json) 2 0 R]'] }],
  ['in a list that stands within another', { catalogue: '<< /A << /B [1 [(invoice.json) 2 0 R] 2] >> >>' }],
  ['in a list that has it', { catalogue: `<< /N [(x.json) ${SPECIFICATION}] >>`, specification: '1' }],
  ['in hex', { specification: SPECIFICATION.replace('/UF (evidence.json)', '/UF <00>') }],
  ['as a report for some', { specification: SPECIFICATION.replace('/UF (evidence', '/UF (access-report') }],
  ['by what is no name', { specification: SPECIFICATION.replace('/UF (evidence.json)', '/UF null') }],
])('with another name %s it is not what it was', async (_where, changes) => {
  expect(await found(textWith(changes))).toBe('pdfChanged');
});

test.each<[string, Changes]>([
  ['two specifications', { more: [SPECIFICATION] }],
  ['two specifications, one within the other', { catalogue: `<< /A ${SPECIFICATION} >>` }],
  ['two embedded files', { more: [EMBEDDED] }],
  ['one for some readers and another for others', { specification: SPECIFICATION.replace('/UF 3 0', '/UF 1 0') }],
  ['one that is no embedded file', { embedded: streamOf(CONTENT) }],
  ['one that is another object', { specification: SPECIFICATION.replaceAll('3 0 R', '1 0 R') }],
  ['one that is not there', { specification: SPECIFICATION.replaceAll('3 0 R', '9 0 R') }],
  ['none by its specification', { specification: SPECIFICATION.replace(/<< \/F 3.*?>>/, '<< >>') }],
  ['nothing in its place', { specification: SPECIFICATION.replace(/<< \/F 3.*?>>/, '<< /F null >>') }],
  ['a list of them', { specification: SPECIFICATION.replace(/<< \/F 3.*?>>/, '[3 0 R]') }],
  ['files that go with it', { specification: SPECIFICATION.replace('/EF', '/RF << >> /EF') }],
])('with %s nobody can tell which it is', async (_what, changes) => {
  expect(await found(textWith(changes))).toBe('pdfSeveralAttachments');
});

test('without a specification nothing is attached', async () => {
  expect(await found(textWith({ specification: '1' }))).toBe('pdfNoAttachment');
  expect(await found(smallPdf(['1', '[null true]']))).toBe('pdfNoAttachment');
});

test('what is not as it was made is named for what was done to it', async () => {
  const text = textWith();
  expect(await found(`${text}\n`)).toBe('pdfChanged');
  expect(await found(text.slice(0, -6))).toBe('pdfUnreadable');
  expect(await found(textWith({ trailer: 'trailer\n<< /Encrypt 9 0 R >>\n' }))).toBe('pdfEncrypted');
  expect(await found(`${textWith({ more: ['/Encrypted'] })}\n`)).toBe('pdfChanged');
});
