import { endMoved } from '../../shared/actions/end-moved';
import { consumer } from '../../shared/consumer';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault() };

export const handler = consumer((step) => endMoved(deps, step));
