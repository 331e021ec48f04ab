import { sendDueMails } from '../../shared/actions/send-due-mails';
import { consumer } from '../../shared/consumer';
import { mail } from '../deps/mail';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), mail: mail() };

export const handler = consumer((step) => sendDueMails(deps, step));
