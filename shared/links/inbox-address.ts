import { type SubjectId, subjectIdOf } from '../ids';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './key-ring';
import { currentKey, macOf } from './link-token';

/** What the address says that a mail program writes to, to unsubscribe. */
export interface Unsubscribing {
  /** 128 bit, base64url. */
  readonly subject: SubjectId;
  /** Names the purposes that it is about, see {@link markOf}; 0 for all. */
  readonly mark: number;
}

const PREFIX = 'u-';
/** No kind of token in links has this number, so neither stands in for the other. */
const KIND = 0x75;
const ID_BYTES = 16;
const MARK_BYTES = 4;
const MAC_BYTES = 16;
/** Stands before what is signed, and not in the address. */
const TAG = 'mailto';
const BYTES = 2 + ID_BYTES + MARK_BYTES + MAC_BYTES;

/** Letter case does not count in addresses, so this is base32 (RFC 4648). */
const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';
const SPELT = `${PREFIX}[${DIGITS}]{${Math.ceil((BYTES * 8) / 5)}}`;
const LOCAL_PART = new RegExp(`^${SPELT}$`);

/**
 * The local part of a recipient's own address to unsubscribe by, 63 characters of the 64 that there can be: base32 of kind
 * (1 byte), key id (1), subject (16), mark (4), and HMAC-SHA-256 over all that, cut to 128 bit. Nothing is stored.
 */
export function writeLocalPart({ subject, mark }: Unsubscribing, ring: KeyRing): string {
  // A page of an audience takes a thousand of them: bytes are put where they belong, behind what is signed along with them.
  const bytes = Buffer.alloc(TAG.length + BYTES);
  bytes.write(TAG, 'latin1');
  bytes.set([KIND, ring.current], TAG.length);
  bytes.write(subject, TAG.length + 2, ID_BYTES, 'base64url');
  bytes.writeUInt32BE(mark, TAG.length + 2 + ID_BYTES);
  bytes.write(macOf(bytes.subarray(0, -MAC_BYTES), currentKey(ring)), bytes.length - MAC_BYTES, MAC_BYTES, 'latin1');
  return PREFIX + base32(bytes.subarray(TAG.length));
}

/** What a local part says, or undefined if it is not one of ours. */
export function readLocalPart(localPart: string, { keys }: KeyRing): Unsubscribing | undefined {
  const spelt = localPart.toLowerCase();
  if (!LOCAL_PART.test(spelt)) return undefined;
  const bytes = fromBase32(spelt.slice(PREFIX.length));
  // Only the one true spelling counts.
  if (PREFIX + base32(bytes) !== spelt) return undefined;
  const payload = bytes.subarray(0, -MAC_BYTES);
  const key = keys.get(payload[1] ?? 0);
  if (key === undefined || !timingSafeEqual(mac(payload, key), bytes.subarray(-MAC_BYTES))) return undefined;
  if (payload[0] !== KIND) return undefined;
  return {
    subject: subjectIdOf(payload.subarray(2, 2 + ID_BYTES)),
    mark: payload.readUInt32BE(2 + ID_BYTES),
  };
}

/** The places in a text of what can be such a local part. */
export function localPartsIn(text: string, ring: KeyRing): { readonly at: number; readonly localPart: string }[] {
  const spelt = [...text.matchAll(new RegExp(`(?=(${SPELT}))`, 'gi'))];
  const found = spelt.map(({ index, 1: localPart = '' }) => ({ at: index, localPart }));
  return found.filter(({ localPart }) => readLocalPart(localPart, ring) !== undefined);
}

/**
 * Four bytes for some purposes, as there is no room for their names: the exclusive or of 32 bit of the SHA-256 of each. It only
 * has to tell the purposes of one site apart, as it is signed.
 */
export function markOf(purposes: readonly string[]): number {
  return purposes.reduce((mark, id) => (mark ^ markOfOne(id)) >>> 0, 0);
}

const knownMarks = new Map<string, number>();

/** Hashed once, as sites have few purposes and many addresses. */
function markOfOne(id: string): number {
  const mark = knownMarks.get(id) ?? createHash('sha256').update(id).digest().readUInt32BE();
  knownMarks.set(id, mark);
  return mark;
}

/** With more than these, trying would take long. */
const MOST_PURPOSES = 16;

/** The purposes of a site that a mark stands for; empty for all, and also where it stands for none that there are today. */
export function purposesOf(mark: number, purposes: readonly string[]): readonly string[] {
  const marks = purposes.slice(0, MOST_PURPOSES).map((id) => ({ id, mark: markOf([id]) }));
  return search(marks, mark) ?? [];
}

function search(marks: readonly { id: string; mark: number }[], wanted: number): readonly string[] | undefined {
  if (wanted === 0) return [];
  const [first, ...others] = marks;
  if (!first) return undefined;
  const without = search(others, (wanted ^ first.mark) >>> 0);
  return without ? [first.id, ...without] : search(others, wanted);
}

/** As {@link writeLocalPart} signs it. */
function mac(payload: Buffer, key: string): Buffer {
  return Buffer.from(macOf(Buffer.concat([Buffer.from(TAG), payload]), key), 'latin1').subarray(0, MAC_BYTES);
}

/**
 * Of so many bytes as an address has: the last digit has the four bits that are left. Bit by bit and without text in between, as
 * a page of an audience takes a thousand of them.
 */
function base32(bytes: Buffer): string {
  let [text, value, bits] = ['', 0, 0];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += DIGITS[(value >>> (bits - 5)) & 31];
  }
  return text + DIGITS[(value << (5 - bits)) & 31];
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((digit) => DIGITS.indexOf(digit).toString(2).padStart(5, '0')).join('');
  return Buffer.from(Array.from({ length: BYTES }, (_, n) => parseInt(bits.slice(8 * n, 8 * n + 8), 2)));
}
