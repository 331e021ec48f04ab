import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { sha256 } from '../../shared/hash';
import { cosignedText, textOf } from '../../shared/log/witness';

/** What PKCS #8 has before the 32 bytes of an Ed25519 key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A witness's key, made from a number. */
export interface TestWitness {
  readonly name: string;
  readonly key: string;
  /** As Go's note package takes it. */
  readonly secret: string;
  /** The signature line over a note, or over whatever else is said. */
  cosign(note: string, at: Date, text?: string): string;
}

export function testWitness(name: string, n: number): TestWitness {
  const seed = Buffer.alloc(32, n);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const idOf = (type: number): Buffer =>
    Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey])).subarray(0, 4));
  const id = idOf(4);
  const base64 = (...parts: Uint8Array[]): string => Buffer.concat(parts).toString('base64');
  return {
    name,
    key: `${name}+${id.toString('hex')}+${base64(Buffer.of(4), publicKey)}`,
    secret: `PRIVATE+KEY+${name}+${idOf(1).toString('hex')}+${base64(Buffer.of(1), seed)}`,
    cosign: (note, at, text = textOf(note)) => {
      const seconds = BigInt(Math.floor(at.getTime() / 1000));
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(seconds);
      const signature = sign(null, Buffer.from(cosignedText(seconds, text)), privateKey);
      return `\u2014 ${name} ${base64(id, time, signature)}\n`;
    },
  };
}
