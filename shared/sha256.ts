import { hash } from 'node:crypto';

/** 32 bytes. By way of a string, as a buffer of its own for each hash takes Node twice as long as all the rest. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return Buffer.from(hash('sha256', data, 'binary'), 'binary');
}

/** The same in base64url without padding, as the ledger writes its hashes. */
export function sha256Text(data: string): string {
  return hash('sha256', data, 'base64url');
}
