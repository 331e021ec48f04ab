import { takeDeletion } from '../../shared/actions/take-deletion';
import { asBackend } from '../../shared/consent/entry';
import { readDeletion } from '../../shared/http/deletion-body';
import { confirmDeletion } from '../../shared/http/operations/confirm-deletion';
import { on, serve } from '../../shared/http/serve';
import { guard } from '../deps/guard';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience() };

/** What processors say that they have deleted. */
export const handler = serve(
  guard(),
  on(confirmDeletion, async ({ site, body, operator, now }, answer) => {
    const deletion = readDeletion(site, body);
    await takeDeletion(deps, site, deletion, { actor: asBackend(operator), now });
    const { id, processor } = deletion;
    return answer.json(200, { site: site.id, id, processor: processor.id, status: 'confirmed' });
  }),
);
