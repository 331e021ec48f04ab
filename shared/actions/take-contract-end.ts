import { endContracts } from '../consent/decide/contract-end';
import { asBackend, type Entry, type Operator } from '../consent/entry';
import type { ContractEndReport } from '../http/contract-body';
import { subjectId } from '../ledger/subject-id';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { takeStep } from './take-step';

/**
 * Hears that somebody has no contract any more, so that what was kept for it goes in its time. Repeating it is harmless: then
 * there is no entry.
 */
export async function takeContractEnd(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>,
  site: Site,
  { address, purposes, endedOn }: ContractEndReport,
  operator: Operator,
  now: Date,
): Promise<Entry | undefined> {
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const actor = asBackend(operator);
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (state, _, moment) => endContracts(state, { actor, purposes, endedOn }, moment),
  });
  return entry;
}
