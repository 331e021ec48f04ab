/** A puzzle of ALTCHA: the number whose hash, after the salt, is the challenge. */
export interface Challenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

/**
 * Tries one number after the other. Hashing is the browser's own and off this thread, so the page stays awake, and no worker
 * needs to be allowed.
 *
 * @returns what to send as `altcha`; undefined where the browser cannot do it
 */
export async function solve({
  algorithm,
  challenge,
  maxnumber,
  salt,
  signature,
}: Challenge): Promise<string | undefined> {
  const { subtle } = crypto as Partial<Crypto>;
  const text = new TextEncoder();
  for (let number = 0; subtle && number <= maxnumber; number++) {
    const hash = await subtle.digest(algorithm, text.encode(salt + number));
    if (hex(hash) === challenge) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  }
  return undefined;
}

const hex = (hash: ArrayBuffer): string =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
