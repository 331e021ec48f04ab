import { isEqual, sha256, type Hash } from '../hash';
import { fromBase64 } from './base64';
import { isSignedBy } from './ed25519';

/*
 * Signed notes, checkpoints and cosignatures: https://c2sp.org/signed-note, https://c2sp.org/tlog-checkpoint,
 * https://c2sp.org/tlog-cosignature. Only Ed25519.
 */

const KEY_ID_BYTES = 4;
const KEY_BYTES = 32;
const TIME_BYTES = 8;
const ED25519 = 0x01;
const COSIGNATURE = 0x04;
/** The end of the year 9999: later times have no date of four digits. */
const LATEST = 253_402_300_799n;
/** As many as Go's reader of notes takes. */
const MOST_SIGNATURES = 100;

export interface VerifierKey {
  readonly name: string;
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Reads `<name>+<hex of key id>+<base64 of 0x01 || public key>`; undefined if it is not one of these. */
export const parseVerifierKey = (text: string): VerifierKey | undefined => parseKey(text, ED25519);

/** The same of a witness, with 0x04. */
export const parseWitnessKey = (text: string): VerifierKey | undefined => parseKey(text, COSIGNATURE);

function parseKey(text: string, type: number): VerifierKey | undefined {
  const [, name = '', hex = '', base64 = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const key = fromBase64(base64);
  if (key?.length !== 1 + KEY_BYTES || key[0] !== type) return undefined;
  const id = keyId(name, key);
  return toHex(id) === hex ? { name, id, publicKey: key.subarray(1) } : undefined;
}

/** The first four bytes of SHA-256(name || 0x0A || type || public key). */
function keyId(name: string, key: Uint8Array): Uint8Array {
  const prefix = new TextEncoder().encode(`${name}\n`);
  const input = new Uint8Array(prefix.length + key.length);
  input.set(prefix);
  input.set(key, prefix.length);
  return sha256(input).subarray(0, KEY_ID_BYTES);
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export interface OpenNote {
  /** What was signed, with its last newline. */
  readonly text: string;
  /** Those of the keys whose signature is on it and good. */
  readonly signers: readonly string[];
  /** Those of the witnesses whose cosignature is on it and good, and when they cosigned (ISO 8601). */
  readonly cosigners: readonly Cosigner[];
  /** Those of the keys that a signature claims and did not make. */
  readonly forged: readonly string[];
  /** Names beside signatures by none of the keys. */
  readonly unknown: readonly string[];
}

export interface Cosigner {
  readonly key: string;
  readonly at: string;
}

/**
 * Opens a note with the keys of a log and of witnesses (verifier keys, as texts) that one knows; undefined if it is no
 * signed note at all.
 */
export function openNote(
  note: string,
  keys: readonly string[],
  witnesses: readonly string[] = [],
): OpenNote | undefined {
  const end = note.lastIndexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const signatures = parseSignatures(note.slice(end + 1));
  if (!signatures || !isNoteText(text)) return undefined;
  const known = keys.map((key) => ({ key, ...parseVerifierKey(key) }));
  const watching = witnesses.map((key) => ({ key, ...parseWitnessKey(key) }));
  const message = new TextEncoder().encode(text);
  const cosigners: Cosigner[] = [];
  const [signers, forged, unknown]: [string[], string[], string[]] = [[], [], []];
  for (const { name, id, signature } of signatures) {
    const isBy = (key: Partial<VerifierKey>): boolean =>
      key.name === name && key.id !== undefined && isEqual(key.id, id);
    const [by, witness] = [known.find(isBy), watching.find(isBy)];
    if (by?.publicKey) (isSignedBy(by.publicKey, message, signature) ? signers : forged).push(by.key);
    else if (witness?.publicKey) {
      const at = cosignedAt(witness.publicKey, text, signature);
      if (at === undefined) forged.push(witness.key);
      else cosigners.push({ key: witness.key, at });
    } else unknown.push(name);
  }
  return { text, signers, cosigners, forged, unknown };
}

/** The time that a cosignature names and signs; undefined where it is not good. */
function cosignedAt(publicKey: Uint8Array, text: string, signature: Uint8Array): string | undefined {
  if (signature.length <= TIME_BYTES) return undefined;
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  const message = new TextEncoder().encode(`cosignature/v1\ntime ${seconds}\n${text}`);
  const isGood = seconds <= LATEST && isSignedBy(publicKey, message, signature.subarray(TIME_BYTES));
  return isGood ? new Date(Number(seconds) * 1000).toISOString() : undefined;
}

const isNoteText = (text: string): boolean =>
  text !== '' && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);

interface Signature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

function parseSignatures(block: string): Signature[] | undefined {
  if (!block.endsWith('\n')) return undefined;
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature);
  return signatures.every((signature) => signature !== undefined) ? signatures : undefined;
}

/** `— <name> <base64 of key id and signature>` */
function parseSignature(line: string): Signature | undefined {
  const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  // How long a signature is, is for its kind to say: those of other kinds are passed over.
  if (!bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, id: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

const ROOT_BYTES = 32;

/** Reads a note's text as a checkpoint: origin, size, root; further lines are signed, and nothing to us. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', base64 = ''] = text.split('\n');
  const root = fromBase64(base64);
  const isWhole = origin !== '' && /^(0|[1-9]\d*)$/.test(size) && Number.isSafeInteger(Number(size));
  return isWhole && text.endsWith('\n') && root?.length === ROOT_BYTES
    ? { origin, size: Number(size), root }
    : undefined;
}
