import { plus } from '../calendar';
import { caseClosed, type Outcome } from '../consent/decide/cases';
import type { Entry } from '../consent/entry';
import { requestsOf } from '../consent/requests';
import { readWholeHistory } from '../ledger/ledger';
import { listClosedCase, unlistCase } from '../ledger/cases';
import type { Deps } from './deps';
import type { OpenCase } from './find-open-case';
import { keepObjectionable } from './keep-objectionable';
import { endOfClosed } from './requests';
import { takeSteps } from './take-steps';

interface Closing {
  readonly reason: string;
  readonly outcome: Outcome;
}

/** Does what the person wanted, and closes the case. It leaves the list last: interrupted before, it is closed once more. */
export async function closeCase(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience'>,
  { open, operation }: OpenCase,
  { reason, outcome }: Closing,
  now: Date,
): Promise<Entry[]> {
  const { site } = operation;
  const alongside = () =>
    outcome === 'objection' || outcome === 'weighing' ? keepObjectionable(deps, site) : Promise.resolve();
  const parts = { reason: { reason } };
  const steps = caseClosed(operation, open.id, outcome).map((decide) => ({ decide, parts, alongside }));
  const partsEnd = plus(now, site.retention.accessLog);
  const taken = await takeSteps(deps, steps, { subject: open.subject, now, partsEnd });
  const { entries } = await readWholeHistory(deps.ledger, open.subject, now);
  const closedAt = requestsOf(entries).find((request) => request.case === open.id)?.closed?.at ?? now.toISOString();
  await listClosedCase(deps.audience, site.id, { ...open, closedAt, outcome }, endOfClosed(site, now));
  await unlistCase(deps.audience, site.id, open, now);
  return taken;
}
