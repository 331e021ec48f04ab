import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring';
import { currentKey } from './link-token';

/** When a page with a button was fetched, and from where. */
export interface Landing {
  /** ISO 8601 */
  readonly fetchedAt: string;
  readonly ip: string;
  readonly userAgent?: string | undefined;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES;

/**
 * What a page's form carries, so that nothing need be stored of who merely fetches it: base64url of key id (1 byte), a random
 * IV (12), and the landing as JSON, sealed with AES-256-GCM (tag of 16 bytes at the end) for the page of that token. So nobody
 * can read it but us, and it is worth nothing on any other page.
 */
export function writeLanding(landing: Landing, page: string, ring: KeyRing): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(currentKey(ring)), iv).setAAD(Buffer.from(page));
  const sealed = [cipher.update(JSON.stringify(landing)), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.from([ring.current]), iv, ...sealed]).toString('base64url');
}

/** What such a field says, or undefined if it is not ours, of another page, or was changed. */
export function readLanding(field: string, page: string, { keys }: KeyRing): Landing | undefined {
  const bytes = Buffer.from(field, 'base64url');
  const key = keys.get(bytes[0] ?? 0);
  if (key === undefined || bytes.length < HEAD_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, sealingKey(key), bytes.subarray(1, HEAD_BYTES));
  decipher.setAAD(Buffer.from(page)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(HEAD_BYTES, -TAG_BYTES));
  try {
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString()) as Landing;
  } catch {
    return undefined;
  }
}

/** A key of its own, so that neither a field nor a link says anything about the other. */
function sealingKey(key: string): Buffer {
  return createHmac('sha256', key).update('landing').digest();
}
