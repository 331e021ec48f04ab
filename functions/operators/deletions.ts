import { readDeletion } from '../../shared/http/deletion-body';
import { confirmDeletion as contract } from '../../shared/http/operations/confirm-deletion';
import { Problem } from '../../shared/http/problem';
import { on, serve } from '../../shared/http/serve';
import { confirmDeletion } from '../../shared/consent/decide/deletions';
import { NothingToConfirm } from '../../shared/consent/errors';
import { takeStep } from '../../shared/actions/take-step';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault() };

/** A processor says that it has deleted somebody, where it could not say so in its answer. May be repeated. */
const confirm = on(contract, async ({ site, body, operator, now }, answer) => {
  const { id: subject, processor } = readDeletion(site, body);
  const confirmation = { site: site.id, processor, sub: operator };
  await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment, all) => confirmDeletion(entries, confirmation, moment, all),
  }).catch(explain);
  return answer.json(200, { site: site.id, id: subject, processor: processor.id, status: 'confirmed' });
});

function explain(error: unknown): never {
  if (!(error instanceof NothingToConfirm)) throw error;
  const detail = 'This processor was told to delete nobody of that id, or was told otherwise since.';
  throw new Problem(404, 'nothing-to-confirm', detail);
}

export const handler = serve(deps.sites, confirm);
