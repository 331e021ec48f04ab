import { ledger } from '../functions/deps/tables';
import { readStatistics } from '../shared/ledger/statistics';
import { command } from './command';
import { LOCAL_STACK, SITE } from './options';
import { print } from './print';
import { enterTarget } from './tables/target';

export const statistics = command({
  name: 'statistics',
  about: `How many consents of a site ended on which day, for which purpose and how, as CSV. Kept where the site's retention says
"atEnd: 'anonymise'": persons go, counts stay.
Reads the deployment named by LEDGER_TABLE; without it, the local stack.`,
  options: { site: SITE, url: LOCAL_STACK },
  exits: { 0: 'done' },
  run: async ({ site, url }) => {
    await enterTarget(url, ['LEDGER_TABLE']);
    print('day,purpose,outcome,count\n');
    for await (const { day, purpose, outcome, count } of readStatistics(ledger(), site)) {
      print(`${day},${purpose},${outcome},${count}\n`);
    }
  },
});
