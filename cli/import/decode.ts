import { Transform } from 'node:stream';
import { CommandError } from '../command-error';

/** How a file's letters can be written. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const;

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding by the file's own mark, or as it was said, or UTF-8.
 *
 * @throws {CommandError} where mark and word contradict each other, or it is no text
 */
export function encodingOf(file: string, head: Buffer, said: string | undefined): string {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, n) => head[n] === byte)) ?? [];
  if (marked !== undefined && said !== undefined && said !== marked) {
    throw new CommandError(`${file} begins with the mark of ${marked}; leave out --encoding.`);
  }
  if (marked === undefined && said === undefined && head.includes(0)) {
    const guess = head[0] === 0 ? 'utf-16be' : 'utf-16le';
    throw new CommandError(
      `${file} holds NUL bytes: if it is UTF-16, say --encoding ${guess}; otherwise it is no text.`,
    );
  }
  return marked ?? said ?? 'utf-8';
}

/** Passes text on without its byte order mark, and stops at what is no text: umlauts must not come out as others. */
export function decoding(file: string, encoding: string): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  const decode = (chunk: Buffer, isLast: boolean): string => {
    const text = attempt(
      () => decoder.decode(chunk, { stream: !isLast }),
      () => unreadable(file, encoding, line, chunk),
    );
    const nul = text.indexOf('\0');
    if (nul >= 0)
      throw new CommandError(`${file}, line ${line + linesIn(text.slice(0, nul))}: a NUL, which is no text.`);
    line += linesIn(text);
    return text;
  };
  const pass = (chunk: Buffer, isLast: boolean, done: (error: Error | null, text?: string) => void): void => {
    let text: string;
    try {
      text = decode(chunk, isLast);
    } catch (error) {
      done(error as Error);
      return;
    }
    done(null, text);
  };
  return new Transform({
    transform: (chunk: Buffer, _, done) => pass(chunk, false, done),
    flush: (done) => pass(Buffer.alloc(0), true, done),
  });
}

const linesIn = (text: string): number => text.split('\n').length - 1;

function attempt<T>(act: () => T, failed: () => Error): T {
  try {
    return act();
  } catch {
    throw failed();
  }
}

function unreadable(file: string, encoding: string, line: number, chunk: Buffer): CommandError {
  if (encoding !== 'utf-8') return new CommandError(`${file}, after line ${line}: this is not ${encoding}.`);
  const [good = ''] = chunk.toString('utf8').split('\ufffd');
  return new CommandError(
    `${file}, line ${line + linesIn(good)}: this is not UTF-8, but perhaps Latin-1 or Windows-1252, as spreadsheets ` +
      'write it: then say --encoding windows-1252, and look in a dry run whether umlauts come out right.',
  );
}
