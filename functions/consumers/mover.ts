import { consumer } from '../../shared/consumer';
import { confirmedMoves, endOfMoved } from '../../shared/consent/decide/moving';
import { readHistory } from '../../shared/ledger/ledger';
import { takeStep } from '../../shared/actions/take-step';
import { findSite, requirements } from '../../shared/policy/sites';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault() };

/** Where a person confirmed another address of theirs, ends at the old one what they gave at the new one. */
export const handler = consumer(async ({ site, subject }) => {
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, subject, now);
  const requires = requirements(findSite(deps.sites, site));
  for (const { from, given } of confirmedMoves(entries)) {
    await takeStep(deps, {
      subject: from,
      now,
      decide: (_, old, moment) => endOfMoved(old, given, requires, moment),
    });
  }
});
