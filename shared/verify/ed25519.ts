import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { toBase64Url } from './base64';

/** Whether the key (32 bytes) signed the message (RFC 8032); false for what is no key or no signature, too. */
export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, message, keyOf(toBase64Url(publicKey)), signature);
  } catch {
    return false;
  }
}

/** What OpenSSL makes of a key when it first uses it takes as long as a signature, and a file has several by one key. */
let latest: { readonly x: string; readonly key: KeyObject } | undefined;

function keyOf(x: string): KeyObject {
  // As JWK: reading a key as DER takes longer than checking its signature.
  if (latest?.x !== x) latest = { x, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
  return latest.key;
}
