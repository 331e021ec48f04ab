import { readJson } from '../../shared/http/body';
import { readContractEnd } from '../../shared/http/contract-body';
import { httpFunction } from '../../shared/http/http-function';
import { unknownSite } from '../../shared/http/problem';
import { json } from '../../shared/http/response';
import { endContracts } from '../../shared/consent/decide/contract-end';
import type { SubjectState } from '../../shared/consent/fold';
import { subjectId } from '../../shared/ledger/subject-id';
import { takeStep } from '../../shared/actions/take-step';
import { findSite } from '../../shared/policy/sites';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/** Hears that somebody has no contract any more, so that what was kept for it goes in its time. Repeating it is harmless. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const now = new Date();
  const { address, purposes, endedOn } = readContractEnd(site, readJson(call), now);
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const actor = { kind: 'backend', id: call.operator ?? 'unknown' } as const;
  const decide = (state: SubjectState, _: unknown, moment: Date) =>
    endContracts(state, { actor, purposes, endedOn }, moment);
  const { entry } = await takeStep(deps, { subject, now, decide });
  const ended = entry?.purposes.map(({ id }) => id) ?? [];
  return json(200, { status: entry ? 'ended' : 'nothing-to-end', purposes: ended });
});
