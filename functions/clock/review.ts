import type { Context } from 'aws-lambda';
import { reviewPeople } from '../../shared/actions/review-people';
import { mail } from '../deps/mail';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience(), links: links(), mail: mail() };

/** Once a day; what does not fit into one run goes on with the next. */
export function handler(_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  return reviewPeople(deps, () => context.getRemainingTimeInMillis());
}
