import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { NoteSigner } from './note';

/** What PKCS #8 has before the 32 bytes of an Ed25519 key (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

/** A signer with its key at hand: 32 bytes, RFC 8032's seed. */
export function seedSigner(name: string, seed: Uint8Array): NoteSigner {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return { name, publicKey, sign: (text) => Promise.resolve(sign(null, text, key)) };
}
