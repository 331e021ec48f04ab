import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { parseVerifierKey } from '../shared/verify/note';
import { CommandError } from './command-error';

/** A key of a log by which evidence was found good, and who vouched for it then. */
export type KnownKey = z.infer<typeof knownKey>;

const knownKey = z.strictObject({
  key: z.string().refine((text) => parseVerifierKey(text) !== undefined),
  since: z.iso.datetime(),
  from: z.string(),
});
const content = z.strictObject({ keys: z.array(knownKey) });

/** Where they are kept: the user's own file, in the place that the XDG Base Directory Specification names. */
export function knownKeysFile(): string {
  const given = process.env['XDG_CONFIG_HOME'] ?? '';
  const folder = path.isAbsolute(given) ? given : path.join(homedir(), '.config');
  return path.join(folder, 'consent-evidence', 'known-keys.json');
}

/** @throws {CommandError} where the file is there and is none: nobody's trust is begun anew without a word */
export async function readKnownKeys(): Promise<readonly KnownKey[]> {
  const file = knownKeysFile();
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  });
  if (text === undefined) return [];
  const parsed = content.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data.keys;
  throw new CommandError(`${file} should hold the keys of logs that you know, and does not. Mend it or delete it.`);
}

/** Keeps one key more. The file is there whole or not at all. */
export async function rememberKey(known: readonly KnownKey[], key: KnownKey): Promise<void> {
  const file = knownKeysFile();
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const written = `${file}.${process.pid}`;
    await writeFile(written, `${JSON.stringify({ keys: [...known, key] }, null, 2)}\n`, { mode: 0o600 });
    await rename(written, file);
  } catch (error) {
    throw new CommandError(`${file} cannot be written: ${(error as Error).message}`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
