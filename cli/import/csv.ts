import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CommandError } from '../command-error';
import { decoding, encodingOf } from './decode';

/** A record of a CSV file, and the line in the file on which it ends. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'];
const HEAD_BYTES = 64 * 1024;
const LONGEST_RECORD = 64 * 1024;

/**
 * Reads a CSV file record by record, the header first.
 *
 * @param said the encoding, where the file does not say it itself and it is not UTF-8
 * @throws {CommandError} where it is no CSV, or not in that encoding
 */
export async function* readCsv(file: string, said?: string): AsyncGenerator<Line> {
  const head = await headOf(file);
  const encoding = encodingOf(file, head, said);
  const { delimiter, from } = shapeOf(new TextDecoder(encoding).decode(head));
  const parser = parse({
    delimiter,
    from_line: from,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  });
  // Errors of all three come out of the last; iterating over it throws them.
  pipeline(createReadStream(file), decoding(file, encoding), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.some((cell) => cell !== '')) yield { number: info.lines, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CommandError(`${file}, line ${String(error['lines'])}: ${plain(error)}`);
  }
}

/** The messages of the library quote what they found, which may be personal. */
function plain({ code }: CsvError): string {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? `This row has more than ${LONGEST_RECORD} characters; perhaps a quotation mark before it is not closed.`
    : 'This is no CSV: a quotation mark is missing or too many. Inside of quoted text it has to be doubled.';
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${error.code ?? error.message}).`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Excel's first line `sep=;` names the delimiter; else it is whichever stands most often in the header, outside of quotes. */
function shapeOf(head: string): { readonly delimiter: string; readonly from: number } {
  const [, named] = /^"?sep=([,;\t])"?\r?\n/i.exec(head) ?? [];
  if (named !== undefined) return { delimiter: named, from: 2 };
  const [header = ''] = head
    .replace(/"(?:[^"]|"")*"/g, '')
    .replace(/^[\r\n]+/, '')
    .split(/\r?\n|\r/);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return { delimiter: DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best)), from: 1 };
}
