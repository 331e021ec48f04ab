import { open, type FileHandle } from 'node:fs/promises';
import { BadUsage } from './usage';

/** A file that grows line by line, and can be gone on with. It holds personal data, so nobody but its owner may read it. */
export class Output {
  private constructor(
    private readonly file: FileHandle,
    private end: number,
  ) {}

  /**
   * Opens a file to go on after so many bytes; what a crash left behind them is cut off.
   *
   * @throws {BadUsage} when the file is not the one that was begun
   */
  static async open(name: string, bytes: number): Promise<Output> {
    const file = await open(name, bytes === 0 ? 'w+' : 'r+', 0o600).catch((error: unknown) => {
      throw new BadUsage(`${name} cannot be written: ${(error as Error).message}`);
    });
    const { size } = await file.stat();
    if (size < bytes) {
      await file.close();
      throw new BadUsage(`${name} is shorter than it was. Delete it and the state file to begin anew.`);
    }
    await file.truncate(bytes);
    return new Output(file, bytes);
  }

  get bytes(): number {
    return this.end;
  }

  /** On the disk when this returns. */
  async append(lines: readonly object[]): Promise<void> {
    const text = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await this.file.write(text, 0, text.length, this.end);
    await this.file.datasync();
    this.end += text.length;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
