import { visible, visibleJson } from '../shared/verify/visible';

/*
 * All that commands say. Files, visitors and other systems write parts of it, and a terminal obeys some characters: those
 * are shown, here and for all commands.
 */

/** For what looks at the terminal itself: a report whose lines are made visible one by one, and progress. */
export const { stdout, stderr } = process;

/** What the command was called for, on standard output. */
export function print(text: string): void {
  stdout.write(visibleLines(text));
}

/** One line of it, whatever the text is: none of it can pass for another line. */
export function printLine(text: string): void {
  stdout.write(`${visible(text)}\n`);
}

/** The same as JSON, which stays JSON: over several lines, or in one. */
export function printJson(value: unknown, lines: 'several' | 'one' = 'several'): void {
  stdout.write(`${visibleJson(value, lines)}\n`);
}

/** What is to be known besides, on standard error. */
export function tell(text: string): void {
  stderr.write(visibleLines(text));
}

/** A file as it is, for another program; a terminal is no such program. */
export function printFile(content: string | Uint8Array): void {
  const { isTTY } = stdout;
  stdout.write(isTTY ? visibleLines(Buffer.from(content).toString()) : content);
}

/** Texts of people have lines and tabs. */
export function visibleLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((piece, n) => (n % 2 === 0 ? visible(piece) : piece.replace('\r', '')))
    .join('');
}
