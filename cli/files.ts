import { open, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CommandError } from './command-error';
import { tell } from './print';

/**
 * Writes a file that only its owner can read. A file that is there already stays: then the name gets a counter.
 *
 * @returns the name
 */
export async function writeNew(wanted: string, content: string | Uint8Array): Promise<string> {
  const { dir, name, ext } = path.parse(wanted);
  for (let count = 1; ; count++) {
    const file = count === 1 ? wanted : path.join(dir, `${name}-${count}${ext}`);
    const isWritten = await writeFile(file, content, { mode: 0o600, flag: 'wx' }).then(() => true, isThere(file));
    if (!isWritten) continue;
    if (file !== wanted) tell(`${wanted} is there already, and stays as it is.\n`);
    return file;
  }
}

/** False where the file is there. */
function isThere(file: string): (error: unknown) => false {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new CommandError(`${file} cannot be written: ${(error as Error).message}`);
  };
}

/** The content of a file; `-` is standard input. @throws {CommandError} */
export async function readInput(file: string): Promise<Buffer> {
  if (file === '-') return buffer(process.stdin);
  return readFile(file).catch((error: unknown) => {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  });
}

/** @throws {CommandError} where there is a file of that name, which nobody wants to lose, or where none can be written */
export async function needFree(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new CommandError(
      isThere
        ? `${file} is there already. Delete it, or name another file with --out.`
        : `${file} cannot be written: ${(error as Error).message}`,
    );
  }
  // Whoever comes to write it says first where they keep how far they are.
  await rm(file);
}

/** JSON, a line for each. */
export const jsonLines = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** A file of JSON lines that grows, and can be gone on with. It holds personal data: only its owner can read it. */
export class LineFile {
  private constructor(
    private readonly file: FileHandle,
    private end: number,
  ) {}

  /**
   * Opens a file to go on after so many bytes; what a crash left behind them is cut off.
   *
   * @throws {CommandError} where it is not the file that was begun
   */
  static async open(name: string, bytes: number): Promise<LineFile> {
    const file = await open(name, bytes === 0 ? 'w+' : 'r+', 0o600).catch((error: unknown) => {
      throw new CommandError(`${name} cannot be written: ${(error as Error).message}`);
    });
    const { size } = await file.stat();
    if (size < bytes) {
      await file.close();
      throw new CommandError(`${name} is shorter than it was. Delete it and the state file to begin anew.`);
    }
    await file.truncate(bytes);
    return new LineFile(file, bytes);
  }

  get bytes(): number {
    return this.end;
  }

  /** On the disk when this returns. */
  async append(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.file.write(bytes, 0, bytes.length, this.end);
    await this.file.datasync();
    this.end += bytes.length;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
