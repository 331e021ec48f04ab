import { giveEvidence } from '../../shared/actions/give-evidence';
import { getEvidence } from '../../shared/http/operations/get-evidence';
import { on, serve } from '../../shared/http/serve';
import { archive } from '../deps/archive';
import { guard } from '../deps/guard';
import { log, logOrigin } from '../deps/log';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(sites),
  vault: vault(),
  log: log(),
  logOrigin: logOrigin(),
  archive: archive(),
  subjectKey: subjectKey(),
};

/** Evidence of a person, for operators. */
export const handler = serve(
  guard(),
  on(getEvidence, (call, answer) => giveEvidence(deps, call, answer)),
);
