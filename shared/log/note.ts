import { sha256 } from '../hash';

/*
 * Signed notes, https://c2sp.org/signed-note: a text, an empty line, and signatures in base64. Only Ed25519.
 */

/** How our signature lines begin: an em dash and a space. */
const DASH = '\u2014 ';
const ED25519 = 0x01;

/** Signs notes with one key. What it signs is public, so any of its failures may be repeated. */
export interface NoteSigner {
  /** The name of the key: without spaces and plus signs. A log's keys are named after its origin. */
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes over the text, as RFC 8032 has it. */
  sign(text: Uint8Array): Promise<Uint8Array>;
}

/** The text with a signature of each signer. @throws {RangeError} when the text cannot be a note's */
export async function signNote(text: string, signers: readonly NoteSigner[]): Promise<string> {
  if (!text.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(text)) {
    throw new RangeError('The text of a note ends with a newline and has no other control character.');
  }
  const bytes = new TextEncoder().encode(text);
  const lines = await Promise.all(
    signers.map(async (signer) => `${DASH}${signer.name} ${base64(keyId(signer), await signer.sign(bytes))}\n`),
  );
  return `${text}\n${lines.join('')}`;
}

/** A key as verifiers are given it: `<name>+<hex of key id>+<base64 of 0x01 || public key>`. */
export function verifierKey(signer: Pick<NoteSigner, 'name' | 'publicKey'>): string {
  const hex = Buffer.from(keyId(signer)).toString('hex');
  return `${signer.name}+${hex}+${base64(Uint8Array.of(ED25519), signer.publicKey)}`;
}

/** Whether a note has a signature line of that verifier key; what the signature is worth is for verifiers to say. */
export function isSignedWith(key: string, note: string): boolean {
  const [name = '', hex = ''] = key.split('+');
  const lines = note.split('\n').filter((line) => line.startsWith(`${DASH}${name} `));
  return lines.some((line) =>
    Buffer.from(line.split(' ')[2] ?? '', 'base64')
      .toString('hex')
      .startsWith(hex),
  );
}

/** The first four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
function keyId({ name, publicKey }: Pick<NoteSigner, 'name' | 'publicKey'>): Uint8Array {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ED25519), publicKey])).subarray(0, 4);
}

function base64(...parts: readonly Uint8Array[]): string {
  return Buffer.concat(parts).toString('base64');
}
