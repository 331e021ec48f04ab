import { PDFDocument } from 'pdf-lib';
import type { Bundle } from '../../shared/evidence/bundle';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { canonicalJson } from '../../shared/canonical';
import type { PdfProblem } from '../../shared/verify/other-file';
import { readAttachment } from '../../shared/verify/pdf/attachment';
import { sampleBundle } from '../evidence/sample-bundle';

let bundle: Bundle;
let other: Bundle;
let pdf: Buffer;
let text: string;
beforeAll(async () => {
  [bundle, other] = [await sampleBundle({ others: 5 }), await sampleBundle({ others: 5, withdrawn: false })];
  pdf = Buffer.from(await dossier(bundle, undefined, 'de'));
  text = pdf.toString('latin1');
});

const latin1 = (content: string): Buffer => Buffer.from(content, 'latin1');

async function problemOf(file: Uint8Array): Promise<PdfProblem | 'none'> {
  const found = await readAttachment(new Uint8Array(file));
  return 'problem' in found ? found.problem : 'none';
}

test('a dossier as it was made gives what is attached to it', async () => {
  for (const language of ['de', 'en'] as const) {
    const made = await dossier(other, undefined, language);
    const found = await readAttachment(new Uint8Array(made));
    expect('bytes' in found && Buffer.from(found.bytes).toString()).toBe(canonicalJson(other));
  }
});

/** Objects as an editor adds them at the end of a file, with a table of their own that leads to the one before. */
function update(objects: Readonly<Record<number, string>>, trailer = ''): Buffer {
  const before = /startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1] ?? '';
  let out = text;
  const rows: string[] = [];
  for (const [number, object] of Object.entries(objects)) {
    rows.push(`${number} 1\n${String(out.length).padStart(10, '0')} 00000 n \n`);
    out += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const at = out.length;
  const root = /\/Root (\d+ 0 R)/.exec(text)?.[1] ?? '';
  return latin1(
    `${out}xref\n${rows.join('')}trailer\n<<\n/Size 9999\n/Root ${root}\n/Prev ${before}${trailer}\n>>\nstartxref\n${at}\n%%EOF\n`,
  );
}

const attachmentNumber = (): number => Number(/(\d+) 0 obj\n<<\n\/Type \/EmbeddedFile/.exec(text)?.[1]);
const stream = (content: string): string =>
  `<<\n/Type /EmbeddedFile\n/Length ${Buffer.byteLength(content)}\n>>\nstream\n${content}\nendstream`;

test.each<[string, () => Buffer | Promise<Buffer>, PdfProblem]>([
  [
    'a second revision with another evidence file',
    () => update({ [attachmentNumber()]: stream(canonicalJson(other)) }),
    'pdfChanged',
  ],
  ['a second revision of a page', () => update({ 9: '<< /Type /Page >>' }), 'pdfChanged'],
  ['a second revision that changes nothing', () => update({}), 'pdfChanged'],
  ['a second table behind the first', () => latin1(text.replace('%%EOF', '%%EOF\nxref\n0 1\n')), 'pdfChanged'],
  ['something after the end', () => latin1(`${text}\n%%EOF\n`), 'pdfChanged'],
  ['something before the beginning', () => latin1(`x${text}`), 'pdfChanged'],
  [
    'an object that no table names',
    () => latin1(text.replace(/xref\n0 /, '9998 0 obj\n<<>>\nendobj\nxref\n0 ')),
    'pdfChanged',
  ],
  [
    'an object that the table names elsewhere',
    () => latin1(text.replace(/(\n\d{10} 00000 n )\n\d{10} 00000 n /, '$1$1')),
    'pdfChanged',
  ],
  ['a version before this one', () => latin1(text.replace('/Size', '/Prev 15\n/Size')), 'pdfChanged'],
  ['a table besides, for newer readers', () => latin1(text.replace('/Size', '/XRefStm 15\n/Size')), 'pdfChanged'],
  ['encryption', () => latin1(text.replace('/Size', '/Encrypt 15 0 R\n/Size')), 'pdfEncrypted'],
  [
    'a key twice',
    () => latin1(text.replace('/Type /EmbeddedFile\n', '/Type /EmbeddedFile\n/Type /Other\n')),
    'pdfChanged',
  ],
  ['a key spelled otherwise', () => moved('/EF <<', '/#45F <<'), 'pdfChanged'],
  ['a stream from elsewhere', () => moved('/Type /EmbeddedFile\n', '/Type /EmbeddedFile\n/F (x)\n'), 'pdfChanged'],
  [
    'a stream whose length lies',
    () =>
      latin1(
        text.replace(
          /\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream/,
          '/Length 1\n/Filter /FlateDecode\n>>\nstream',
        ),
      ),
    'pdfChanged',
  ],
  ['no attachment', () => moved('/EF <<', '/XF <<'), 'pdfNoAttachment'],
  [
    'an attachment for some readers and one for others',
    () => moved(/(?<=\/EF <<\n)\/F (\d+) 0 R/, '/F $1 0 R\n/UF 1 0 R'),
    'pdfSeveralAttachments',
  ],
  [
    'an attachment that is another object',
    () => moved(/(?<=\/EF <<\n)\/F \d+ 0 R/, '/F 1 0 R'),
    'pdfSeveralAttachments',
  ],
  ['a file that goes with it', () => moved('/EF <<', '/RF <<>>\n/EF <<'), 'pdfSeveralAttachments'],
  ['torn', () => pdf.subarray(0, pdf.length / 2), 'pdfUnreadable'],
  ['saved by another program', async () => Buffer.from(await (await PDFDocument.load(pdf)).save()), 'pdfChanged'],
  ['saved by another program in the old way', async () => Buffer.from(await second(false)), 'pdfSeveralAttachments'],
  ['no PDF of ours', () => latin1('%PDF-1.7\n'), 'pdfUnreadable'],
])('with %s it is refused', async (_what, change, problem) => {
  expect(await problemOf(await change())).toBe(problem);
});

/** Another text in its place, with the table made to fit. */
function moved(from: string | RegExp, to: string): Buffer {
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  expect(at).toBeGreaterThan(0);
  const changed = text.replace(from, to);
  const by = changed.length - text.length;
  const shift = (place: string): string => String(Number(place) > at ? Number(place) + by : Number(place));
  return latin1(
    changed
      .replace(/(\d{10})(?= 00000 n )/g, (place) => shift(place).padStart(10, '0'))
      .replace(/(?<=startxref\n)\d+/, shift),
  );
}

/** A second file attached, by a program that writes PDFs as ours are written. */
async function second(useObjectStreams: boolean): Promise<Uint8Array> {
  const loaded = await PDFDocument.load(pdf);
  await loaded.attach(Buffer.from(canonicalJson(other)), 'evidence.json', { mimeType: 'application/json' });
  return loaded.save({ useObjectStreams });
}

test('a small file that is large when unpacked is not unpacked', async () => {
  const { deflateSync } = await import('node:zlib');
  const bomb = deflateSync(Buffer.alloc(300 * 2 ** 20)).toString('latin1');
  const [whole = '', length = ''] =
    /\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/.exec(text.slice(text.indexOf('/Type /EmbeddedFile'))) ?? [];
  const start = text.indexOf(whole, text.indexOf('/Type /EmbeddedFile')) + whole.length;
  const packed = text.slice(start, start + Number(length));
  const file = moved(`${whole}${packed}`, `${whole.replace(length, String(bomb.length))}${bomb}`);
  const found = await readAttachment(new Uint8Array(file));
  expect('bytes' in found && found.bytes.length).toBeLessThan(70 * 2 ** 20);
});
