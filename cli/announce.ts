import { command } from './command';
import { isDryRun, SITE, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { ledgerOf } from './system';

export const announce = command({
  name: 'announce',
  usage: ['--site SITE --privacy-notice-version VERSION (--dry-run | --apply) [options]'],
  about: `Tells everybody whom a site may mail that its privacy notice changes, once each. Deploy the site with the new version and
its date first, which lies ahead, as people are told beforehand. Interrupted, the same command tells the others. Nobody whose data are restricted is mailed.`,
  options: {
    site: SITE,
    'privacy-notice-version': {
      takes: 'VERSION',
      says: 'the version to announce; it has to be the one that the site has',
      isNeeded: true,
    },
    'dry-run': { says: 'only count' },
    apply: { says: 'send' },
    late: { says: 'though the day from which it holds is past' },
    url: SYSTEM,
  },
  notes: tokenNote('evidence:write'),
  exits: { 0: 'done', 1: 'refused' },
  run: async (values) => {
    const dryRun = isDryRun(values);
    const ledger = ledgerOf(values, 'evidence:write');
    const order = { privacyNotice: values['privacy-notice-version'], dryRun, late: values.late };
    const total = { told: 0, toldBefore: 0, unreachable: 0 };
    let cursor: string | undefined;
    do {
      const page = await ledger.announce({ ...order, ...(cursor !== undefined && { cursor }) });
      total.told += page.told;
      total.toldBefore += page.toldBefore;
      total.unreachable += page.unreachable;
      cursor = page.cursor;
    } while (cursor !== undefined);
    const told = dryRun ? 'would be told' : 'told';
    print(`${told} ${total.told}, told before ${total.toldBefore}, without an address ${total.unreachable}\n`);
  },
});
