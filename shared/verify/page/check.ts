import { readTimestamp } from '../../archive/timestamp';
import { checkFile } from '../check-file';
import type { Report } from '../report';
import { LARGEST_BYTES } from '../strict-json';
import type { Trusted } from '../verify-bundle';
import { logOfHost } from './host';

/** A file as it was read, or what is to be said instead. */
export type Chosen = { readonly name: string; readonly bytes: Uint8Array } | { readonly problem: 'unreadable' };

export async function open(file: File): Promise<Chosen> {
  try {
    // One byte too many is enough to tell that a file is too large, and fits into any device.
    return { name: file.name, bytes: new Uint8Array(await file.slice(0, LARGEST_BYTES + 1).arrayBuffer()) };
  } catch {
    return { problem: 'unreadable' };
  }
}

export async function check(bytes: Uint8Array, trusted: Trusted): Promise<Report> {
  const log = await logOfHost();
  const host = log?.keys && { host: log.keys };
  return checkFile(bytes, { ...trusted, ...host, log: log?.source, readStamp: readTimestamp });
}
