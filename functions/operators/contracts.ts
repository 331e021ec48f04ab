import { readContractEnd } from '../../shared/http/contract-body';
import { endContract } from '../../shared/http/operations/end-contract';
import { on, serve } from '../../shared/http/serve';
import { endContracts } from '../../shared/consent/decide/contract-end';
import type { SubjectState } from '../../shared/consent/fold';
import { subjectId } from '../../shared/ledger/subject-id';
import { takeStep } from '../../shared/actions/take-step';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/** Hears that somebody has no contract any more, so that what was kept for it goes in its time. Repeating it is harmless. */
const end = on(endContract, async ({ site, body, operator, now }, answer) => {
  const { address, purposes, endedOn } = readContractEnd(site, body, now);
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const actor = { kind: 'backend', id: operator } as const;
  const decide = (state: SubjectState, _: unknown, moment: Date) =>
    endContracts(state, { actor, purposes, endedOn }, moment);
  const { entry } = await takeStep(deps, { subject, now, decide });
  const ended = entry?.purposes.map(({ id }) => id) ?? [];
  return answer.json(200, { status: entry ? 'ended' : 'nothing-to-end', purposes: ended });
});

export const handler = serve(deps.sites, end);
