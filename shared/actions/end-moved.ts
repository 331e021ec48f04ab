import { leavable } from '../consent/not-understood';
import { confirmedMoves, endOfMoved } from '../consent/decide/moving';
import type { Look } from '../consumer';
import { readHistory } from '../ledger/ledger';
import { findSite, requirements } from '../policy/sites';
import type { Deps } from './deps';
import { takeWholeStep } from './take-steps';

/** Where a person confirmed another address of theirs, ends at the old one what they gave at the new one. */
export async function endMoved(deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>, { site, subject }: Look): Promise<void> {
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, subject, now);
  const rules = findSite(deps.sites, site);
  for (const { from, given } of confirmedMoves(entries)) {
    await takeWholeStep(deps, {
      subject: from,
      now,
      decide: (_, old, moment, all) => endOfMoved(old, given, requirements(rules), moment, leavable([], all, rules)),
    });
  }
}
