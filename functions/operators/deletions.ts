import { readDeletion } from '../../shared/http/deletion-body';
import { httpFunction } from '../../shared/http/http-function';
import { Problem, unknownSite } from '../../shared/http/problem';
import { json } from '../../shared/http/response';
import { confirmDeletion } from '../../shared/consent/decide/deletions';
import { NothingToConfirm } from '../../shared/consent/errors';
import { takeStep } from '../../shared/actions/take-step';
import { findSite } from '../../shared/policy/sites';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault() };

/** A processor says that it has deleted somebody, where it could not say so in its answer. May be repeated. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const { id: subject, processor } = readDeletion(site, call);
  const now = new Date();
  const confirmation = { site: site.id, processor, sub: call.operator ?? 'unknown' };
  await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment) => confirmDeletion(entries, confirmation, moment),
  }).catch(explain);
  return json(200, { site: site.id, id: subject, processor: processor.id, status: 'confirmed' });
});

function explain(error: unknown): never {
  if (!(error instanceof NothingToConfirm)) throw error;
  const detail = 'This processor was told to delete nobody of that id, or was told otherwise since.';
  throw new Problem(404, 'nothing-to-confirm', detail);
}
