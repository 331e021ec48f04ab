import { ledger } from '../functions/deps/tables';
import { readFetches } from '../shared/ledger/fetches';
import { command } from './command';
import { LOCAL_STACK, SITE } from './options';
import { print } from './print';
import { enterTarget } from './tables/target';

export const fetches = command({
  name: 'fetches',
  about: `Which operator fetched which list of people of a site, and how many people it named, oldest first, as CSV. Kept as long as
the site's retention.accessLog says. Reads the deployment named by LEDGER_TABLE; without it, the local stack.`,
  options: { site: SITE, url: LOCAL_STACK },
  exits: { 0: 'done' },
  run: async ({ site, url }) => {
    const { now } = await enterTarget(url, ['LEDGER_TABLE']);
    print('at,operator,client,list,purpose,people\n');
    for await (const { at, operator, client = '', what, purpose = '', count } of readFetches(ledger(), site, now())) {
      print(`${[at, operator, client, what, purpose, count].join(',')}\n`);
    }
  },
});
