import { lookUpRecipient } from '../../shared/actions/look-up-recipient';
import { noteFetchOf } from '../../shared/http/fetch-note';
import { readLinksRequest } from '../../shared/http/links-body';
import { getLinks } from '../../shared/http/operations/get-links';
import { on, serve } from '../../shared/http/serve';
import { eachOf } from '../../shared/ledger/batches';
import { guard } from '../deps/guard';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), subjectKey: subjectKey(), links: links() };

/**
 * For a list that the sender has already: whom of it may be mailed for a purpose, and the links for their mails, in the order
 * that it was asked in.
 */
export const handler = serve(
  guard(),
  on(getLinks, async (call, answer) => {
    const { site, body, now } = call;
    const { purpose, asked } = readLinksRequest(site, body);
    const recipients = await eachOf(asked, (one) => lookUpRecipient(deps, site, purpose, one, now));
    const count = recipients.filter(({ allowed }) => allowed).length;
    await noteFetchOf(deps.ledger, site, call, { what: 'links', purpose: purpose.id, count }, now);
    return answer.json(200, { site: site.id, purpose: purpose.id, asOf: now.toISOString(), recipients });
  }),
);
