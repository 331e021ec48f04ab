import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A key is made of names of files and folders, none of them hidden. */
const KEY = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

export const isKey = (key: string): boolean => KEY.test(key);

/** The objects of a bucket that lets nobody change one: each is a file that is called like its key. */
export class Objects {
  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<Objects> {
    await mkdir(folder, { recursive: true });
    return new Objects(folder);
  }

  /** The object is kept, and whole, when this returns. @returns false if there is one of that key */
  async put(key: string, body: Buffer): Promise<boolean> {
    const file = path.join(this.folder, key);
    const part = path.join(this.folder, `.${randomUUID()}.part`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(part, body);
    try {
      // Unlike renaming, this fails when there is such a file.
      await link(part, file);
      return true;
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      await rm(part);
    }
  }

  async get(key: string): Promise<Buffer | undefined> {
    return readFile(path.join(this.folder, key)).catch((error: unknown) => {
      if (isCode(error, 'ENOENT') || isCode(error, 'EISDIR') || isCode(error, 'ENOTDIR')) return undefined;
      throw error;
    });
  }

  async delete(key: string): Promise<void> {
    await rm(path.join(this.folder, key), { force: true });
  }

  /** The keys that begin with `prefix` and come after `after`, in the order of their bytes. */
  async list(prefix: string, after: string): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const keys = entries
      .filter((entry) => entry.isFile())
      .map((entry) => this.keyOf(path.join(entry.parentPath, entry.name)));
    return keys.filter((key) => isKey(key) && key.startsWith(prefix) && key > after).sort();
  }

  private keyOf(file: string): string {
    return path.relative(this.folder, file).split(path.sep).join('/');
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
