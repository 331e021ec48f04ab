import { announceToSome } from '../../shared/actions/announce';
import { readAnnouncement, writeCursor } from '../../shared/http/announcement-body';
import { announce } from '../../shared/http/operations/announce';
import { on, serve } from '../../shared/http/serve';
import { guard } from '../deps/guard';
import { mail } from '../deps/mail';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience(), links: links(), mail: mail() };

/** Some people at each call, which says where the next has to go on. */
export const handler = serve(
  guard(),
  on(announce, async ({ site, body, operator, now }, answer) => {
    const wanted = readAnnouncement(site, body, now);
    const { next, ...counts } = await announceToSome(deps, site, wanted, operator);
    const { privacyNotice } = site.controller;
    const cursor = next && { cursor: writeCursor(next) };
    return answer.json(200, { privacyNotice, dryRun: wanted.dryRun, ...counts, ...cursor });
  }),
);
