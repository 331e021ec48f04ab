import { readTimestamp } from '../../archive/timestamp';
import { isPdf, readAttachment } from '../pdf-attachment';
import type { Report } from '../report';
import { LARGEST_BYTES } from '../strict-json';
import { verifyBundle, verifyTimestamps, type Trusted } from '../verify';

/** A file as it was read, or what is to be said instead. */
export type Chosen =
  | { readonly name: string; readonly bytes: Uint8Array; readonly isFromPdf: boolean }
  | { readonly problem: 'noAttachment' | 'unreadable' };

export async function open(file: File): Promise<Chosen> {
  try {
    // One byte too many is enough to tell that a file is too large, and fits into any device.
    const bytes = new Uint8Array(await file.slice(0, LARGEST_BYTES + 1).arrayBuffer());
    if (!isPdf(bytes)) return { name: file.name, bytes, isFromPdf: false };
    const attachment = await readAttachment(bytes);
    return attachment ? { name: file.name, bytes: attachment, isFromPdf: true } : { problem: 'noAttachment' };
  } catch {
    return { problem: 'unreadable' };
  }
}

export function check(bytes: Uint8Array, trusted: Trusted): Promise<Report> {
  return verifyTimestamps(bytes, verifyBundle(bytes, trusted), readTimestamp);
}
