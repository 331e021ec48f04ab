import { withFacts, type Entry, type Facts } from '../consent/entry';
import { reportActivity, wanted } from '../consent/keep/inactivity';
import { stateAt } from '../consent/keep/state-at';
import type { Link } from '../links/link-token';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { takeStep } from './take-step';

const BY_THE_PERSON = { actor: { kind: 'subject' }, what: 'used' } as const;

/**
 * "Yes, I still want it": a sign of life for what the mail asked about, or for all that is in force. Gives the history as it was
 * before.
 */
export async function keep(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  { link, site, facts, now }: { link: Link; site: Site; facts: Facts; now: Date },
): Promise<readonly Entry[]> {
  const { subject, purposes } = link;
  const { entries } = await takeStep(deps, {
    subject,
    now,
    decide: (_, all, moment) => {
      if (wanted(stateAt(all, site, moment)).size === 0) return undefined;
      const step = reportActivity(all, { ...BY_THE_PERSON, purposes }, moment);
      return step && withFacts(step, facts);
    },
  });
  return entries;
}
