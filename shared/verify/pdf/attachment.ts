import { LARGEST_BYTES } from '../strict-json';
import type { PdfProblem } from '../other-file';
import { isNamed, readObjects, type PdfFile, type PdfObject } from './objects';
import { isDictionary, PdfSyntaxError, type PdfDictionary, type PdfValue } from './syntax';

export type Attachment = { readonly bytes: Uint8Array } | { readonly problem: PdfProblem };

/** Whether a file is a PDF: our PDFs have the evidence file attached. Readers of PDF take it anywhere near the beginning. */
export function isPdf(file: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(file.subarray(0, 1024)).includes('%PDF-');
}

/**
 * The one file attached to a PDF that is still as it was made. In any other PDF, what is checked need not be what a reader
 * shows: of two versions or two attachments each program takes its own.
 */
export async function readAttachment(pdf: Uint8Array): Promise<Attachment> {
  // One character for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(pdf);
  try {
    const found = findAttachment(readObjects(text));
    return typeof found === 'string' ? { problem: found } : await contentOf(pdf, found);
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    return { problem: whyNot(text) };
  }
}

function whyNot(text: string): PdfProblem {
  if (/\/Encrypt\b/.test(text)) return 'pdfEncrypted';
  return text.includes('%%EOF') ? 'pdfChanged' : 'pdfUnreadable';
}

/**
 * What shows other pages to one reader than to another, or changes them as they are read: layers, notes, forms, programs; pictures
 * that print otherwise than they look, or that are to be had from another file.
 */
const SHIFTING = [
  ...['OCProperties', 'OC', 'Annots', 'AcroForm', 'OpenAction', 'AA', 'JavaScript', 'Collection'],
  ...['Alternates', 'OPI', 'Ref'],
];
/** What our kit attaches: evidence, and to an access report the same for programs. */
const FILE_NAMES = ['(evidence.json)', '(access-report.json)'];

/** A file is attached by a dictionary with /EF (ISO 32000-1, 7.11.3), wherever that stands. */
function findAttachment({ objects }: PdfFile): PdfObject | PdfProblem {
  const all = [...objects.values()];
  const dictionaries = all.flatMap(({ value }) => dictionariesIn(value));
  if (dictionaries.some((each) => SHIFTING.some((name) => each.has(name)))) return 'pdfChanged';
  const specifications = dictionaries.filter((each) => each.has('EF'));
  const embedded = all.filter(({ value }) => isDictionary(value) && isNamed(value.get('Type'), 'EmbeddedFile'));
  const [specification] = specifications;
  if (!specification) return 'pdfNoAttachment';
  const files = specification.get('EF');
  const named = isDictionary(files) ? [...files.values()].map(numberOf) : [];
  const isOne = new Set(named).size === 1 && specifications.length === 1 && embedded.length === 1;
  const object = objects.get(named[0] ?? -1);
  if (!isOne || specification.has('RF') || !object || object !== embedded[0]) return 'pdfSeveralAttachments';
  const listed = all.flatMap(({ value }) =>
    namesOf(value, (one) => objects.get(numberOf(one))?.value ?? one, specification),
  );
  const names = [specification.get('F'), specification.get('UF'), ...listed];
  return FILE_NAMES.some((one) => names.every((name) => isWritten(name, one))) ? object : 'pdfChanged';
}

/** The names under which lists of a document have a specification: each reader shows one of these, or that beside the file. */
function namesOf(value: PdfValue, resolve: (one: PdfValue) => PdfValue, specification: PdfDictionary): PdfValue[] {
  if (isDictionary(value)) return [...value.values()].flatMap((each) => namesOf(each, resolve, specification));
  if (!Array.isArray(value)) return [];
  const list = value as readonly PdfValue[];
  const here = list.filter((_, n) => n + 1 < list.length && resolve(list[n + 1] ?? null) === specification);
  return [...here, ...list.flatMap((each) => namesOf(each, resolve, specification))];
}

const isWritten = (value: PdfValue | undefined, text: string): boolean =>
  typeof value === 'object' && value !== null && 'written' in value && value.written === text;

function dictionariesIn(value: PdfValue): PdfDictionary[] {
  if (isDictionary(value)) return [value, ...[...value.values()].flatMap(dictionariesIn)];
  return Array.isArray(value) ? (value as readonly PdfValue[]).flatMap(dictionariesIn) : [];
}

const numberOf = (value: PdfValue): number =>
  typeof value === 'object' && value !== null && 'object' in value ? value.object : -1;

async function contentOf(pdf: Uint8Array, { value, stream }: PdfObject): Promise<Attachment> {
  const dictionary = isDictionary(value) ? value : new Map<string, PdfValue>();
  const filter = dictionary.get('Filter');
  if (!stream || dictionary.has('DecodeParms')) return { problem: 'pdfUnreadable' };
  const bytes = pdf.slice(stream.start, stream.start + stream.length);
  if (filter === undefined) return { bytes };
  const inflated = isNamed(filter, 'FlateDecode') ? await inflate(bytes) : undefined;
  return inflated ? { bytes: inflated } : { problem: 'pdfUnreadable' };
}

/** One byte too many is enough to tell that a file is too large, and a small one can be blown up without end. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (let size = 0; size <= LARGEST_BYTES;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
    }
    await reader.cancel();
  } catch {
    return undefined;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
