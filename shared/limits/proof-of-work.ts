import { createChallenge, verifySolution } from 'altcha-lib/v1';
import { createHmac } from 'node:crypto';
import type { Secret } from '../secret';

/** A puzzle of ALTCHA (https://altcha.org), as a browser is given it. */
export interface Challenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

/** For how long a solution is good. It is counted once within that time. */
export const PROOF_MS = 60 * 60 * 1000;
const LIFE_MS = 10 * 60 * 1000;

/** A quarter of a second on a desk, two on an old phone. */
const HARDEST = 25_000;
const ALGORITHM = 'SHA-256' as const;
const LONGEST = 1000;

/** A puzzle for a visitor of this site. Nothing is kept of it. */
export async function newChallenge(secret: Secret, site: string, now: Date): Promise<Challenge> {
  const made = await createChallenge({
    algorithm: ALGORITHM,
    hmacKey: await keyFrom(secret),
    maxnumber: HARDEST,
    params: { site },
    expires: new Date(now.getTime() + LIFE_MS),
  });
  return { ...made, maxnumber: HARDEST };
}

/**
 * What names a solution, so that it is taken once.
 *
 * @param sent base64 of JSON, as ALTCHA's own widgets send it
 * @returns undefined where it is none, is not ours, is of another site, or came too late
 */
export async function readProof(secret: Secret, site: string, sent: string, now: Date): Promise<string | undefined> {
  const proof = sent.length <= LONGEST ? parsed(sent) : undefined;
  if (!proof) return undefined;
  const said = new URLSearchParams(proof.salt.split('?')[1] ?? '');
  const isForUs = said.get('site') === site && Number(said.get('expires')) * 1000 > now.getTime();
  return isForUs && (await verifySolution({ ...proof }, await keyFrom(secret), false)) ? proof.challenge : undefined;
}

type Proof = Pick<Challenge, 'challenge' | 'salt' | 'signature'> & {
  readonly algorithm: typeof ALGORITHM;
  readonly number: number;
};

function parsed(sent: string): Proof | undefined {
  try {
    const { algorithm, challenge, number, salt, signature } = JSON.parse(
      Buffer.from(sent, 'base64').toString(),
    ) as Record<string, unknown>;
    const areTexts = [challenge, salt, signature].every((text) => typeof text === 'string');
    const isNumber = Number.isInteger(number) && Number(number) >= 0 && Number(number) <= HARDEST;
    return areTexts && isNumber && algorithm === ALGORITHM
      ? ({ algorithm, challenge, number, salt, signature } as Proof)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Of the key that names subjects, and good for nothing else: who signs people up must not be able to sign links. */
async function keyFrom(secret: Secret): Promise<string> {
  const { key } = JSON.parse(await secret()) as { key: string };
  return createHmac('sha256', key).update('proof-of-work').digest('base64url');
}
