import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { LedgerFile } from '../clients/typescript/src/index';
import { writeNew } from './files';
import { printFile, tell } from './print';

/** Where commands write what holds personal data, unless they are told otherwise. Ignored by git and by packing. */
const OUT_FOLDER = 'out';

/** A file in that folder, which is made where it is not there. */
export async function inOut(name: string): Promise<string> {
  await mkdir(OUT_FOLDER, { recursive: true, mode: 0o700 });
  return path.join(OUT_FOLDER, name);
}

/** Writes a file of the system to `out`; `-` is standard output, undefined the name that the system gave it, in the folder `out`. */
export async function saveAnswer({ name, bytes }: LedgerFile, out: string | undefined): Promise<void> {
  if (out === '-') {
    printFile(bytes);
    return;
  }
  const file = await writeNew(out ?? (await inOut(name)), bytes);
  tell(`Written to ${file} (${Math.ceil(bytes.length / 1000)} KB). It holds personal data.\n`);
}
