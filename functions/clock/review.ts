import type { Context } from 'aws-lambda';
import { reviewPeople } from '../../shared/actions/review-people';
import { mailerQueue } from '../deps/queues';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience(), mailerQueue: mailerQueue() };

/** Once a day; what does not fit into one run goes on with the next. */
export function handler(_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  return reviewPeople(deps, () => context.getRemainingTimeInMillis());
}
