import { project } from '../../shared/actions/project';
import { consumer } from '../../shared/consumer';
import { sites } from '../deps/sites';
import { audience, ledger } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), audience: audience() };

export const handler = consumer((step) => project(deps, step));
