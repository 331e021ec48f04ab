import { randomBytes } from 'node:crypto';
import { heldForIncident, settledIncident } from '../consent/decide/incidents';
import type { Operation } from '../consent/decide/operator-decisions';
import type { Operator } from '../consent/entry';
import type { Digest } from '../ids';
import { readParts } from '../ledger/vault';
import type { IncidentOrder } from '../http/incident-body';
import { eachOf } from '../ledger/batches';
import { requirements } from '../policy/sites';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { keepConnections } from './keep-for-now';
import { endOfReason } from './order-steps';
import { takeStep } from './take-step';

/** The order, and who gives it where. */
type Ordered = IncidentOrder & { readonly site: Site; readonly operator: Operator; readonly now: Date };

/**
 * Keeps the connection data that an incident needs, or ends that, person by person. A crash leaves some of them done; repeating it
 * does the others.
 *
 * @returns the id of the incident, and of how many people something changed
 */
export async function holdConnections(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  { site, operator, now, people, reason, case: id = randomBytes(16).toString('base64url'), hold }: Ordered,
): Promise<{ case: string; people: number }> {
  const operation: Operation = { site, requires: requirements(site), operator, told: {} };
  const taken = await eachOf(people, async ({ id: subject, steps }) => {
    const parts = hold && (await readParts(deps.vault, subject, now));
    const isThere = (digest: Digest): boolean => parts?.has(digest) ?? false;
    const decide = hold
      ? heldForIncident(operation, { case: id, reviewBy: hold.reviewBy, steps, isThere })
      : settledIncident(operation, id);
    const label = hold?.label;
    return takeStep(deps, {
      subject,
      now,
      onAll: true,
      decide: (_, entries, moment, all) => decide(entries, moment, all),
      ...(hold && { alongside: (entries) => keepConnections(deps, { subject, entries, now }, steps) }),
      parts: { reason: { reason, ...(label !== undefined && { label }) } },
      partsEnd: endOfReason(site, now),
    });
  });
  return { case: id, people: taken.filter(({ entry }) => entry !== undefined).length };
}
