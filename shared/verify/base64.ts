const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NONE = 255;

/** Code of a character -> its six bits, in either alphabet: a text of the other one is refused by its pattern. */
const BITS = new Uint8Array(128).fill(NONE);
for (let n = 0; n < ALPHABET.length; n++) BITS[ALPHABET.charCodeAt(n)] = n;
BITS['-'.charCodeAt(0)] = 62;
BITS['_'.charCodeAt(0)] = 63;

/** Reads base64 with padding; undefined for whatever an encoder would not write like this. */
export function fromBase64(text: string): Uint8Array | undefined {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0 || /[-_]/.test(text)) return undefined;
  return decode(text, text.length - padding);
}

/** Reads base64url without padding; undefined for whatever an encoder would not write like this. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  return /[+/]/.test(text) ? undefined : decode(text, text.length);
}

/** Two spellings of the same bytes would be two files with one meaning: bits that are left over have to be zero. */
function decode(text: string, length: number): Uint8Array | undefined {
  if (length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let [buffer, bits, at] = [0, 0, 0];
  for (let n = 0; n < length; n++) {
    const six = BITS[text.charCodeAt(n)] ?? NONE;
    if (six === NONE) return undefined;
    buffer = ((buffer << 6) | six) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (buffer >> bits) & 0xff;
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const text = toBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  let [buffer, bits] = [0, 0];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6; bits -= 6) text += digit(buffer >> (bits - 6));
  }
  return bits === 0 ? text : text + digit(buffer << (6 - bits));
}

const digit = (six: number): string => URL_ALPHABET[six & 63] as string;
const URL_ALPHABET = ALPHABET.replace('+', '-').replace('/', '_');
