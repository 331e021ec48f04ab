import { sha256 as noble } from '@noble/hashes/sha2.js';

/** What browsers have is asynchronous; 32 bytes. Stands in for `shared/sha256.ts` in what is built for browsers. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return noble(typeof data === 'string' ? new TextEncoder().encode(data) : data);
}
