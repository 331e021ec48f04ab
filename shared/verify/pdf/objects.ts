import { isDictionary, PdfReader, PdfSyntaxError, type PdfDictionary, type PdfValue } from './syntax';

export interface PdfObject {
  readonly value: PdfValue;
  /** Where its stream lies in the file, if it has one. */
  readonly stream?: { readonly start: number; readonly length: number };
}

export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: PdfDictionary;
}

const HEADER = /%PDF-1\.\d\r?\n(?:%[^\r\n]*\r?\n)?/y;
const END = /startxref\r?\n(\d{1,10})\r?\n%%EOF\r?\n?$/;
const TABLE = /xref\r?\n0 (\d{1,7})\r?\n0000000000 65535 f\r?[ \n]\n?/y;
const ROW = /(\d{10}) 00000 n(?: \r?\n|\r\n)/y;
const HEAD = /(\d{1,10}) 0 obj/y;
const STREAM = /[\0\t\n\f\r ]*stream\r?\n/y;
/** That a version is not the whole file, or that parts of it are not where this looks for them. */
const NOT_HERE = ['Prev', 'XRefStm', 'Encrypt'];
const HIDING = ['ObjStm', 'XRef'];

/**
 * Reads a PDF that was written once and in one piece: a header, objects one after the other, one table that names each of
 * them, and the end. No byte is outside of these, so there is nothing in the file that a reader could take for another
 * version of it.
 *
 * @throws {PdfSyntaxError} for any other PDF
 */
export function readObjects(text: string): PdfFile {
  const tableAt = Number(END.exec(text)?.[1] ?? NaN);
  const reader = new PdfReader(text, 0);
  if (!reader.match(HEADER) || !(tableAt < text.length)) throw new PdfSyntaxError('No header, or no end.');
  const { offsets, trailer } = readTable(text, tableAt);
  const objects = new Map<number, PdfObject>();
  const inOrder = [...offsets].sort(([, one], [, other]) => one - other);
  for (const [number, offset] of inOrder) {
    reader.skip();
    if (reader.at !== offset) throw new PdfSyntaxError(`Object ${number} does not begin at ${reader.at}.`);
    objects.set(number, readObject(reader, number));
  }
  reader.skip();
  if (reader.at !== tableAt) throw new PdfSyntaxError(`There is something else at ${reader.at}.`);
  return { objects, trailer };
}

function readTable(text: string, at: number): { offsets: Map<number, number>; trailer: PdfDictionary } {
  const reader = new PdfReader(text, at);
  const count = Number(reader.match(TABLE)?.[1] ?? 0);
  if (count < 2) throw new PdfSyntaxError('No table.');
  const offsets = new Map<number, number>();
  for (let number = 1; number < count; number++) {
    const [, offset] = reader.match(ROW) ?? [];
    if (offset === undefined) throw new PdfSyntaxError(`No row for object ${number}.`);
    offsets.set(number, Number(offset));
  }
  reader.expect('trailer');
  const trailer = reader.dictionary();
  if (NOT_HERE.some((name) => trailer.has(name))) throw new PdfSyntaxError('Not the only version.');
  reader.skip();
  if (reader.at !== END.exec(text)?.index) throw new PdfSyntaxError('Not the end.');
  return { offsets, trailer };
}

function readObject(reader: PdfReader, number: number): PdfObject {
  if (Number(reader.match(HEAD)?.[1] ?? NaN) !== number) throw new PdfSyntaxError(`Object ${number} is another.`);
  const value = reader.value();
  const object = isDictionary(value) ? readStream(reader, value) : { value };
  reader.expect('endobj');
  return object;
}

function readStream(reader: PdfReader, value: PdfDictionary): PdfObject {
  if (!reader.match(STREAM)) return { value };
  const [start, length, type] = [reader.at, value.get('Length'), value.get('Type')];
  // Its length stands with it, and its bytes in the file itself.
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0 || value.has('F')) {
    throw new PdfSyntaxError('A stream of no known length.');
  }
  if (HIDING.some((name) => isNamed(type, name))) throw new PdfSyntaxError('Objects within a stream.');
  reader.at += length;
  reader.expect('endstream');
  return { value, stream: { start, length } };
}

export function isNamed(value: PdfValue | undefined, name: string): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === name;
}
