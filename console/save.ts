import type { LedgerFile } from '../clients/typescript/src/caller.ts';

/** Lets the browser save a file, under the name that the server gave it. */
export function save({ name, bytes }: LedgerFile, type: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
