import { type RecordId, type SubjectId, recordIdOf, subjectIdOf } from '../ids';
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { MOST_PURPOSE_LETTERS } from '../purpose-names';
import type { KeyRing } from './key-ring';

/** What a link is for. A token of one kind is worth nothing as another. */
export const LINK_KINDS = {
  confirm: 1,
  unsubscribe: 2,
  asset: 3,
  receipt: 4,
  keep: 5,
  preferences: 6,
  right: 7,
} as const;
export type LinkKind = keyof typeof LINK_KINDS;

export interface Link {
  readonly kind: LinkKind;
  /** 128 bit, base64url. */
  readonly subject: SubjectId;
  readonly recordId: RecordId;
  /** Unsubscribe: the purposes that the link withdraws; empty for all. */
  readonly purposes: readonly string[];
}

const ID_BYTES = 16;
const MAC_BYTES = 16;
const HEAD_BYTES = 2 + 2 * ID_BYTES;

/** Letters of a token without purposes; none is shorter. */
export const LEAST_TOKEN_LENGTH = Math.ceil(((HEAD_BYTES + MAC_BYTES) * 8) / 6);

/**
 * The token in a link: base64url of kind (1 byte), key id (1), subject (16), record (16), purposes joined by commas,
 * and HMAC-SHA-256 over all that, cut to 128 bit. Nothing is stored and nothing needs looking up.
 */
export function writeToken(link: Link, ring: KeyRing): string {
  const purposes = link.purposes.join();
  const end = HEAD_BYTES + Buffer.byteLength(purposes);
  // An audience has thousands of links, so its bytes are put where they belong, and not made apart and joined.
  const token = Buffer.alloc(end + MAC_BYTES);
  token.set([LINK_KINDS[link.kind], ring.current]);
  token.write(link.subject, 2, ID_BYTES, 'base64url');
  token.write(link.recordId, 2 + ID_BYTES, ID_BYTES, 'base64url');
  token.write(purposes, HEAD_BYTES);
  token.write(macOf(token.subarray(0, end), currentKey(ring)), end, MAC_BYTES, 'latin1');
  return token.toString('base64url');
}

export function currentKey({ current, keys }: KeyRing): string {
  const key = keys.get(current);
  if (key === undefined) throw new Error(`The key ring has no key ${current}, which is its current one.`);
  return key;
}

/** What a token says, or undefined if it is not one of ours, not of that kind, or was changed. */
export function readToken(token: string, kind: LinkKind, ring: KeyRing): Link | undefined {
  const payload = payloadOf(token, ring);
  if (payload?.[0] !== LINK_KINDS[kind]) return undefined;
  const purposes = payload.subarray(HEAD_BYTES).toString();
  return {
    kind,
    subject: subjectIdOf(payload.subarray(2, 2 + ID_BYTES)),
    recordId: recordIdOf(payload.subarray(2 + ID_BYTES, HEAD_BYTES)),
    purposes: purposes === '' ? [] : purposes.split(','),
  };
}

/** What we signed, of whatever kind; undefined where it was not us. */
function payloadOf(token: string, { keys }: KeyRing): Buffer | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // Only the one true spelling of a token counts.
  if (bytes.length < HEAD_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return undefined;
  const payload = bytes.subarray(0, -MAC_BYTES);
  const key = keys.get(payload[1] ?? 0);
  return key !== undefined && isMac(payload, key, bytes.subarray(-MAC_BYTES)) ? payload : undefined;
}

const PURPOSES = /^[a-z0-9,-]*/;

/**
 * The token that a text begins with, whatever stands behind it; undefined where that is none of ours. Texts of strangers may be full
 * of what looks like one, so no more of a text is read than needed, and few ends are tried.
 */
export function tokenAtStart(text: string, ring: KeyRing): string | undefined {
  const { purposesEnd, bytes } = beginningOf(text);
  if (!ring.keys.has(bytes[1] ?? 0)) return undefined;
  // Behind its purposes is the code, which may begin with bytes that are letters, too. That all of them are does not happen.
  for (let end = Math.max(HEAD_BYTES, purposesEnd - MAC_BYTES); end <= purposesEnd; end++) {
    const token = text.slice(0, Math.ceil(((end + MAC_BYTES) * 8) / 6));
    if (payloadOf(token, ring)) return token;
  }
  return undefined;
}

/** The bytes of a text up to where purposes end, and as many as a code has behind that, unless the text is shorter. */
function beginningOf(text: string): { readonly purposesEnd: number; readonly bytes: Buffer } {
  for (let letters = 128; ; letters *= 2) {
    const bytes = Buffer.from(text.slice(0, letters), 'base64url');
    const [purposes = ''] =
      PURPOSES.exec(bytes.toString('latin1', HEAD_BYTES, HEAD_BYTES + MOST_PURPOSE_LETTERS)) ?? [];
    const purposesEnd = HEAD_BYTES + purposes.length;
    if (purposesEnd + MAC_BYTES <= bytes.length || letters >= text.length) return { purposesEnd, bytes };
  }
}

/** The two characters that a token can begin with: they hold its kind and half of its key id. */
export function tokenBeginnings({ keys }: KeyRing): ReadonlySet<string> {
  const kinds = Object.values(LINK_KINDS);
  const heads = kinds.flatMap((kind) => [...keys.keys()].map((key) => Buffer.from([kind, key])));
  return new Set(heads.map((head) => head.toString('base64url').slice(0, 2)));
}

function isMac(payload: Buffer, key: string, mac: Buffer): boolean {
  return timingSafeEqual(Buffer.from(macOf(payload, key), 'latin1').subarray(0, MAC_BYTES), mac);
}

/** HMAC-SHA-256, a letter a byte: text costs less than a buffer of its own. */
export function macOf(payload: Buffer, key: string): string {
  return createHmac('sha256', imported(key)).update(payload).digest('binary');
}

const keyObjects = new Map<string, KeyObject>();

/** Each key is made ready once, as there are few and each signs many links. */
function imported(key: string): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key, 'utf8');
  keyObjects.set(key, known);
  return known;
}
