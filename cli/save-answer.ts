import type { LedgerFile } from '../clients/typescript/src/index';
import { writeNew } from './files';
import { printFile, tell } from './print';

/** Writes a file of the system to `out`; `-` is standard output, undefined the file's own name in this folder. */
export async function saveAnswer({ name, bytes }: LedgerFile, out: string | undefined): Promise<void> {
  if (out === '-') {
    printFile(bytes);
    return;
  }
  const file = await writeNew(out ?? name, bytes);
  tell(`Written to ${file} (${Math.ceil(bytes.length / 1000)} KB). It holds personal data.\n`);
}
