import { Problem } from '../http/problem';
import { newChallenge, readProof } from '../limits/proof-of-work';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';

/** What names the solution that came with a sign-up; undefined where none is good. */
export async function proofOf(
  deps: Pick<Deps, 'subjectKey'>,
  site: Site,
  sent: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (sent === undefined || site.limits.proofOfWork === 'never') return undefined;
  return readProof(deps.subjectKey, site.id, sent, now);
}

/** Refuses a sign-up, and says by which puzzle it is taken. Nothing is known of the address by then. */
export async function proofNeeded(deps: Pick<Deps, 'subjectKey'>, site: Site, now: Date): Promise<Problem> {
  const challenge = await newChallenge(deps.subjectKey, site.id, now);
  const detail =
    'Solve the ALTCHA challenge, and send the same again with its solution as "altcha". Nothing was saved.';
  return new Problem(428, 'proof-of-work', detail, [], {}, { challenge });
}
