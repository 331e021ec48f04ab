import { sha256 } from '../hash';
import type { ReadStamp } from './claims/timestamps';
import { verifyClosing } from './closing';
import { kindOf } from './kind';
import { isPdf, readAttachment } from './pdf/attachment';
import { verifyReceipt } from './receipt';
import type { Report } from './report';
import type { LogSource } from './tiles';
import { claim } from './report';
import { reportOf, verifyBundle, verifyTimestamps, type Trusted } from './verify-bundle';

/** What it takes to check a file beside the file itself. */
export interface Means extends Trusted {
  readonly readStamp: ReadStamp;
  /** The log, for receipts, which do not bring their proof along. */
  readonly log?: LogSource | undefined;
}

/** With its pages a PDF is larger than what is attached to it. What is larger yet is none of ours, and no text to JavaScript. */
const LARGEST_MEGABYTES = 256;

/** Checks whatever file somebody has: evidence, the PDF it is attached to, a receipt, a closing statement. Others are named. */
export async function checkFile(file: Uint8Array, means: Means): Promise<Report> {
  const hashes = { file: hex(sha256(file)) };
  if (file.length > LARGEST_MEGABYTES * 2 ** 20) {
    return { ...reportOf([claim('file', [{ code: 'tooLarge', megabytes: LARGEST_MEGABYTES }])]), hashes };
  }
  const attachment = isPdf(file) ? await readAttachment(file) : undefined;
  if (!attachment) return { ...(await checkContent(file, means)), hashes };
  if ('problem' in attachment) return { verdict: 'other', claims: [], other: attachment.problem, hashes };
  const { bytes } = attachment;
  return { ...(await checkContent(bytes, means)), hashes: { ...hashes, attachment: hex(sha256(bytes)) } };
}

async function checkContent(bytes: Uint8Array, { readStamp, log, ...trusted }: Means): Promise<Report> {
  const kind = kindOf(bytes);
  if (kind === 'receipt') return verifyReceipt(bytes, trusted, log);
  if (kind === 'closing') return verifyClosing(bytes, trusted);
  if (kind === 'evidence') return verifyTimestamps(bytes, verifyBundle(bytes, trusted), readStamp);
  return { verdict: 'other', claims: [], other: kind };
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
