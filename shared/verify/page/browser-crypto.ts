import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64Url } from '../base64';

/*
 * Stands in for `node:crypto` in the page: the browser's own cryptography only comes with promises, and from a file on
 * disk not at all. Just what the verifier uses.
 */

export function createPublicKey({ key }: { key: { x: string } }): Uint8Array {
  return fromBase64Url(key.x) ?? new Uint8Array();
}

export function verify(_algorithm: null, message: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean {
  return ed25519.verify(signature, message, key, { zip215: false });
}
