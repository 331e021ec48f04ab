import type { Context } from 'aws-lambda';
import { askTools } from '../../shared/actions/ask-tools';
import { processors, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(sites),
  vault: vault(),
  audience: audience(),
  subjectKey: subjectKey(),
  processors: processors(),
};

/** Once an hour; what does not fit into one run goes on with the next. */
export function handler(_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  return askTools(deps, () => context.getRemainingTimeInMillis());
}
