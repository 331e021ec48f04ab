import { sha256 as noble } from '@noble/hashes/sha2.js';
import { toBase64Url } from '../base64';

/** What browsers have is asynchronous; 32 bytes. Stands in for `shared/sha256.ts` in what is built for browsers. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return noble(typeof data === 'string' ? new TextEncoder().encode(data) : data);
}

export function sha256Text(data: string): string {
  return toBase64Url(sha256(data));
}
