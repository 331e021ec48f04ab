import { confirmRecord, lookAtConfirmation } from '../../shared/actions/confirm';
import { httpFunction } from '../../shared/http/http-function';
import { readPress } from '../../shared/http/press';
import { openLink } from '../../shared/links/link';
import { CHOICES } from '../../shared/web/confirm-pages';
import { badLinkPage, busyPage } from '../../shared/web/link-pages';
import { answerConfirmation, showConfirmation } from '../../shared/web/show-confirmation';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';
import { proxies } from '../deps/visitors';

const deps = { sites, ledger: ledger(sites), vault: vault(), links: links(), proxies: proxies() };

/** Only the button, a POST, confirms; whoever merely fetches the link, a mail scanner say, changes nothing. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'confirm');
  if (!link) return badLinkPage(call);
  const now = new Date();
  if (call.method !== 'POST') {
    return showConfirmation(deps, link, await lookAtConfirmation(deps, link, now), call, now);
  }
  const press = await readPress(deps, call, now);
  const choice = press.form.get('choice')?.includes(CHOICES.all) ? 'all' : 'order';
  return answerConfirmation(deps, link, await confirmRecord(deps, link, { ...press, choice }, now), call);
}, busyPage);
