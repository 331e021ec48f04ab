import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { CommandError } from '../command-error';

/** A file that keeps how far a command is, so that it can go on there. */
export class StateFile<T> {
  constructor(
    readonly name: string,
    /**
     * The command, such as "an audit", and its subject matter. A command does not go on from the state of another one.
     */
    private readonly about: { readonly what: string; readonly of: string },
  ) {}

  /** Undefined where nothing was begun. @throws {CommandError} when the file is no such state, or of something else */
  async read(): Promise<T | undefined> {
    const { what, of } = this.about;
    const saved = await this.load();
    if (saved && saved.of !== of) {
      throw new CommandError(
        `${this.name} is of ${what} of ${saved.of}. Delete it, or name another file with --state.`,
      );
    }
    return saved?.state;
  }

  /** Renaming a file is one step, so a crash leaves the old state or the new one. */
  async write(state: T): Promise<void> {
    await writeFile(`${this.name}.new`, JSON.stringify({ of: this.about.of, state }));
    await rename(`${this.name}.new`, this.name);
  }

  async remove(): Promise<void> {
    await rm(this.name, { force: true });
  }

  private async load(): Promise<{ of: string; state: T } | undefined> {
    try {
      return JSON.parse(await readFile(this.name, 'utf8')) as { of: string; state: T };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new CommandError(
        `${this.name} cannot be read as the state of ${this.about.what}: ${(error as Error).message}`,
      );
    }
  }
}
