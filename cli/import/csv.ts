import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CommandError } from '../command-error';

/** A record of a CSV file, and the line in the file on which it ends. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'];
const HEAD_BYTES = 64 * 1024;
const LONGEST_RECORD = 64 * 1024;

/** Reads a CSV file record by record, the header first. @throws {CommandError} where it is no CSV, or no UTF-8 */
export async function* readCsv(file: string): AsyncGenerator<Line> {
  const parser = parse({
    delimiter: delimiterOf(await headOf(file)),
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  });
  // Errors of all three come out of the last; iterating over it throws them.
  pipeline(createReadStream(file), utf8(file), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { number: info.lines, cells: record };
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

async function headOf(file: string): Promise<string> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${error.code ?? error.message}).`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whichever stands most often in the first line, outside of quotes. */
function delimiterOf(head: string): string {
  const [header = ''] = head.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** Passes text on without its byte order mark, and stops at what is no UTF-8: umlauts must not come out as others. */
function utf8(file: string): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const decode = (chunk: Buffer, isLast: boolean): string => {
    try {
      const text = decoder.decode(chunk, { stream: !isLast });
      line += text.split('\n').length - 1;
      return text;
    } catch {
      const [good = ''] = chunk.toString('utf8').split('\ufffd');
      throw notUtf8(file, line + good.split('\n').length - 1);
    }
  };
  const attempt = (chunk: Buffer, isLast: boolean, done: (error: Error | null, text?: string) => void): void => {
    try {
      done(null, decode(chunk, isLast));
    } catch (error) {
      done(error as Error);
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _, done) => attempt(chunk, false, done),
    flush: (done) => attempt(Buffer.alloc(0), true, done),
  });
}

function notUtf8(file: string, line: number): CommandError {
  return new CommandError(
    `${file}, line ${line}: this is not UTF-8, but perhaps Latin-1 or Windows-1252, as spreadsheets write it. Save it as ` +
      `"CSV UTF-8", or convert it: iconv -f WINDOWS-1252 -t UTF-8 ${file} > utf8.csv`,
  );
}
