import { createPublicKey, verify } from 'node:crypto';
import { isEqual, sha256 } from '../hash';
import type { PublishedCheckpoint, WitnessState } from './store';

/*
 * Cosignatures of witnesses, https://c2sp.org/tlog-cosignature: whoever sees a log grow says that no other version of
 * it was seen by then. Only Ed25519.
 */

const TYPE = 0x04;
const KEY_ID_BYTES = 4;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;
/** The end of the year 9999: later times have no date of four digits. */
const LATEST = 253_402_300_799n;

export interface WitnessKey {
  /** The verifier key, as everybody may know it. */
  readonly key: string;
  readonly name: string;
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Reads `<name>+<hex of key id>+<base64 of 0x04 || public key>`; undefined if it is not one of these. */
export function parseWitnessKey(key: string): WitnessKey | undefined {
  const [, name = '', hex = '', base64 = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(key) ?? [];
  // 44 letters are 33 bytes, and none are none.
  const bytes = Buffer.from(base64, 'base64');
  if (bytes[0] !== TYPE) return undefined;
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), bytes])).subarray(0, KEY_ID_BYTES);
  return Buffer.from(id).toString('hex') === hex ? { key, name, id, publicKey: bytes.subarray(1) } : undefined;
}

export interface Cosignature {
  /** The signature line, with its newline. */
  readonly line: string;
  /** When the witness had seen nothing that contradicts. */
  readonly at: Date;
}

/** The witness's own among signature lines, over the text of a checkpoint; undefined where there is none that is good. */
export function findCosignature(lines: string, text: string, witness: WitnessKey): Cosignature | undefined {
  for (const line of lines.split('\n')) {
    const [, name, base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
    const bytes = Buffer.from(base64, 'base64');
    if (name !== witness.name || !isEqual(bytes.subarray(0, KEY_ID_BYTES), witness.id)) continue;
    const at = timeOf(bytes.subarray(KEY_ID_BYTES), text, witness);
    if (at) return { line: `\u2014 ${name} ${bytes.toString('base64')}\n`, at };
  }
  return undefined;
}

function timeOf(signature: Buffer, text: string, { publicKey }: WitnessKey): Date | undefined {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const seconds = signature.readBigUInt64BE(0);
  const message = Buffer.from(cosignedText(seconds, text));
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: base64Url(publicKey) }, format: 'jwk' });
  const isGood = seconds <= LATEST && verify(null, message, key, signature.subarray(TIME_BYTES));
  return isGood ? new Date(Number(seconds) * 1000) : undefined;
}

/** What a witness signs. */
export const cosignedText = (seconds: bigint, text: string): string => `cosignature/v1\ntime ${seconds}\n${text}`;

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** What was signed of a note, with its last newline. */
export const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);

/** The checkpoint with the cosignatures of those witnesses that cosigned this very one. */
export function withCosignatures<C extends PublishedCheckpoint>(checkpoint: C, witnesses: readonly WitnessState[]): C {
  const text = textOf(checkpoint.note);
  const lines = witnesses.flatMap(({ cosigned }) =>
    cosigned && textOf(cosigned.note) === text ? [cosigned.cosignature] : [],
  );
  return { ...checkpoint, note: checkpoint.note + lines.join('') };
}

/** The newest checkpoint that each witness cosigned, with the cosignatures of all who cosigned it, the smallest first. */
export function cosignedCheckpoints(witnesses: readonly WitnessState[]): PublishedCheckpoint[] {
  const bySize = new Map(witnesses.flatMap(({ cosigned }) => (cosigned ? [[cosigned.size, cosigned] as const] : [])));
  return [...bySize.values()]
    .sort((one, other) => one.size - other.size)
    .map(({ size, note }) => withCosignatures({ size, note }, witnesses));
}
