import { createPublicKey, verify } from 'node:crypto';
import { toBase64Url } from './base64';

/** Whether the key (32 bytes) signed the message (RFC 8032); false for what is no key or no signature, too. */
export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    // As JWK: reading a key as DER takes longer than checking its signature.
    const key = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) };
    return verify(null, message, createPublicKey({ key, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}
