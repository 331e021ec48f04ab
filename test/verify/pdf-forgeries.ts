import { PDFDocument } from 'pdf-lib';
import { canonicalJson } from '../../shared/canonical';
import { dossier } from '../../shared/evidence/dossier/dossier';
import type { Bundle } from '../../shared/evidence/bundle';
import type { PdfProblem } from '../../shared/verify/other-file';

/** A dossier, as bytes and as text with a character for each byte; and the evidence of somebody else. */
export interface PdfSample {
  readonly pdf: Buffer;
  readonly text: string;
  readonly other: Bundle;
}

export async function pdfSample(bundle: Bundle, other: Bundle): Promise<PdfSample> {
  const pdf = Buffer.from(await dossier(bundle, undefined, 'de'));
  return { pdf, text: pdf.toString('latin1'), other };
}

const latin1 = (content: string): Buffer => Buffer.from(content, 'latin1');

/** Objects as an editor adds them at the end of a file, with a table of their own that leads to the one before. */
function update(text: string, objects: Readonly<Record<number, string>>): Buffer {
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
    `${out}xref\n${rows.join('')}trailer\n<<\n/Size 9999\n/Root ${root}\n/Prev ${before}\n>>\nstartxref\n${at}\n%%EOF\n`,
  );
}

const attachmentNumber = (text: string): number => Number(/(\d+) 0 obj\n<<\n\/Type \/EmbeddedFile/.exec(text)?.[1]);
const stream = (content: string): string =>
  `<<\n/Type /EmbeddedFile\n/Length ${Buffer.byteLength(content)}\n>>\nstream\n${content}\nendstream`;

/** What is done to a dossier, and why it is refused then. */
export const PDF_FORGERIES: readonly [string, (sample: PdfSample) => Buffer | Promise<Buffer>, PdfProblem][] = [
  [
    'a second revision with another evidence file',
    ({ text, other }) => update(text, { [attachmentNumber(text)]: stream(canonicalJson(other)) }),
    'pdfChanged',
  ],
  ['a second revision of a page', ({ text }) => update(text, { 9: '<< /Type /Page >>' }), 'pdfChanged'],
  ['a second revision that changes nothing', ({ text }) => update(text, {}), 'pdfChanged'],
  ['a second table behind the first', ({ text }) => latin1(text.replace('%%EOF', '%%EOF\nxref\n0 1\n')), 'pdfChanged'],
  ['something after the end', ({ text }) => latin1(`${text}\n%%EOF\n`), 'pdfChanged'],
  ['something before the beginning', ({ text }) => latin1(`x${text}`), 'pdfChanged'],
  [
    'an object that no table names',
    ({ text }) => latin1(text.replace(/xref\n0 /, '9998 0 obj\n<<>>\nendobj\nxref\n0 ')),
    'pdfChanged',
  ],
  [
    'an object that the table names elsewhere',
    ({ text }) => latin1(text.replace(/(\n\d{10} 00000 n )\n\d{10} 00000 n /, '$1$1')),
    'pdfChanged',
  ],
  ['a version before this one', ({ text }) => latin1(text.replace('/Size', '/Prev 15\n/Size')), 'pdfChanged'],
  [
    'a table besides, for newer readers',
    ({ text }) => latin1(text.replace('/Size', '/XRefStm 15\n/Size')),
    'pdfChanged',
  ],
  ['encryption', ({ text }) => latin1(text.replace('/Size', '/Encrypt 15 0 R\n/Size')), 'pdfEncrypted'],
  [
    'a key twice',
    ({ text }) => moved(text, '/Type /EmbeddedFile\n', '/Type /EmbeddedFile\n/Type /Other\n'),
    'pdfChanged',
  ],
  [
    'lists in lists without end',
    ({ text }) => moved(text, '/EF <<', `/X ${'['.repeat(100_000)}${']'.repeat(100_000)}\n/EF <<`),
    'pdfChanged',
  ],
  ['a key spelled otherwise', ({ text }) => moved(text, '/EF <<', '/#45F <<'), 'pdfChanged'],
  [
    'a stream from elsewhere',
    ({ text }) => moved(text, '/Type /EmbeddedFile\n', '/Type /EmbeddedFile\n/F (x)\n'),
    'pdfChanged',
  ],
  [
    'a stream whose length lies',
    ({ text }) =>
      latin1(
        text.replace(
          /\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream/,
          '/Length 1\n/Filter /FlateDecode\n>>\nstream',
        ),
      ),
    'pdfChanged',
  ],
  ['no attachment', ({ text }) => moved(text, '/EF <<', '/XF <<'), 'pdfNoAttachment'],
  [
    'an attachment for some readers and one for others',
    ({ text }) => moved(text, /(?<=\/EF <<\n)\/F (\d+) 0 R/, '/F $1 0 R\n/UF 1 0 R'),
    'pdfSeveralAttachments',
  ],
  [
    'an attachment that is another object',
    ({ text }) => moved(text, /(?<=\/EF <<\n)\/F \d+ 0 R/, '/F 1 0 R'),
    'pdfSeveralAttachments',
  ],
  ['a file that goes with it', ({ text }) => moved(text, '/EF <<', '/RF <<>>\n/EF <<'), 'pdfSeveralAttachments'],
  ['torn', ({ pdf }) => pdf.subarray(0, pdf.length / 2), 'pdfUnreadable'],
  [
    'saved by another program',
    async ({ pdf }) => Buffer.from(await (await PDFDocument.load(pdf)).save()),
    'pdfChanged',
  ],
  ['saved by another program in the old way', second, 'pdfSeveralAttachments'],
  ['no PDF of ours', () => latin1('%PDF-1.7\n'), 'pdfUnreadable'],
  [
    'layers, of which each reader shows what it likes',
    ({ text }) => moved(text, '/MarkInfo', '/OCProperties <<\n/OCGs [9 0 R]\n/D <<\n/OFF [9 0 R]\n>>\n>>\n/MarkInfo'),
    'pdfChanged',
  ],
  [
    'a layer that is a resource of a page',
    ({ text }) => moved(text, '/ColorSpace <<', '/Properties <<\n/L <<\n/Type /OCG\n/OC /L\n>>\n>>\n/ColorSpace <<'),
    'pdfChanged',
  ],
  ['a note stuck over a page', ({ text }) => moved(text, '/Tabs /S', '/Annots [9 0 R]\n/Tabs /S'), 'pdfChanged'],
  ['a form', ({ text }) => moved(text, '/MarkInfo', '/AcroForm <<\n/XFA 9 0 R\n>>\n/MarkInfo'), 'pdfChanged'],
  [
    'a program that runs when it is opened',
    ({ text }) => moved(text, '/MarkInfo', '/OpenAction <<\n/S /JavaScript\n>>\n/MarkInfo'),
    'pdfChanged',
  ],
  [
    'a picture that prints otherwise than it looks',
    ({ text }) => moved(text, '/Type /EmbeddedFile\n', '/Type /EmbeddedFile\n/Alternates [9 0 R]\n'),
    'pdfChanged',
  ],
  [
    'a picture to be replaced when it is printed',
    ({ text }) => moved(text, '/ColorSpace <<', '/OPI <<\n>>\n/ColorSpace <<'),
    'pdfChanged',
  ],
  [
    'a page out of another file',
    ({ text }) => moved(text, '/ColorSpace <<', '/Ref <<\n>>\n/ColorSpace <<'),
    'pdfChanged',
  ],
  [
    'an attachment that is decoded in a way of its own',
    ({ text }) => moved(text, '/Type /EmbeddedFile\n', '/Type /EmbeddedFile\n/DecodeParms <<\n/Predictor 12\n>>\n'),
    'pdfUnreadable',
  ],
  ['an attachment renamed', ({ text }) => moved(text, '/F (evidence.json)', '/F (invoice.json)'), 'pdfChanged'],
  ['an attachment renamed for some readers', ({ text }) => moved(text, '/UF (evid', '/UF (other evid'), 'pdfChanged'],
  [
    'an attachment renamed in the list',
    ({ text }) => moved(text, /\(evidence\.json\) (?=\d+ 0 R)/, '(invoice.json) '),
    'pdfChanged',
  ],
  [
    'an attachment whose name has an escape',
    ({ text }) => moved(text, '/UF (evidence', '/UF (\\145vidence'),
    'pdfChanged',
  ],
  [
    'an attachment without a name for some readers',
    ({ text }) => moved(text, '/UF (evidence.json)\n', ''),
    'pdfChanged',
  ],
];

/** Another text in its place, with the table made to fit. */
export function moved(text: string, from: string | RegExp, to: string): Buffer {
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  if (at <= 0) throw new RangeError(`The dossier has no ${String(from)}.`);
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
async function second({ pdf, other }: PdfSample): Promise<Buffer> {
  const loaded = await PDFDocument.load(pdf);
  await loaded.attach(Buffer.from(canonicalJson(other)), 'evidence.json', { mimeType: 'application/json' });
  return Buffer.from(await loaded.save({ useObjectStreams: false }));
}
