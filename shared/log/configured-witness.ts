import { parseWitnessKey, type WitnessKey } from './witness';

/** A witness with the address at which it takes checkpoints: its submission prefix, without a slash at the end. */
export interface Witness extends WitnessKey {
  readonly url: string;
}

/** Thrown when a witness is not configured as it has to be; the message says what is wrong. */
export class WitnessError extends Error {
  override readonly name = 'WitnessError';
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const SHAPE =
  'a witness is its verifier key and the address that takes checkpoints, with a space between: ' +
  'witness.example/w1+1a2b3c4d+BA... https://witness.example';

/** Reads `<verifier key> <address>`, several separated by commas. @throws {WitnessError} */
export function parseWitnesses(list: string): Witness[] {
  const witnesses = list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
    .map(parseWitness);
  const repeated = witnesses.find(({ key }, n) => witnesses.findIndex((other) => other.key === key) < n);
  if (repeated) throw new WitnessError(`${repeated.name} is there twice`);
  return witnesses;
}

function parseWitness(text: string): Witness {
  const [key = '', url, ...more] = text.split(/ +/);
  if (url === undefined || more.length > 0) throw new WitnessError(`"${text}": ${SHAPE}`);
  const known = parseWitnessKey(key);
  if (known) return { ...known, url: addressOf(url) };
  throw new WitnessError(
    /\+A[Q-Za-f]/.test(key)
      ? `${key} is the key of a log; that of a witness has a B after the second plus sign`
      : `${key} is no key of a witness (Ed25519, type 4), or not a whole one`,
  );
}

function addressOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isSafe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && LOOPBACK.test(parsed.hostname));
  if (!parsed || !isSafe || parsed.username || parsed.search || parsed.hash) {
    throw new WitnessError(
      `${url} has to be an https address without user, query and fragment (http on this machine alone)`,
    );
  }
  return parsed.href.replace(/\/$/, '');
}
