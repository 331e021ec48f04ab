import type { Ledger } from '../clients/typescript/src/index';
import { command } from './command';
import { CommandError } from './command-error';
import { SITE, SYSTEM, IN_PROOF } from './options';
import { print, printJson, tell } from './print';
import { ledgerOf } from './system';

const LEFT = 1;
const ASK = 'Say "confirm", or nothing to list them.';

export const deletions = command({
  name: 'deletions',
  usage: ['--site SITE', 'confirm --site SITE --id ID --processor ID --reason TEXT'],
  about: `Whom processors were told to delete, and did not say that they have: one line for each, the oldest first. Ids, no addresses.

  confirm   write down that a processor deleted somebody, as it told you by mail or letter`,
  operands: { names: '[confirm]', least: 0, most: 1, ask: ASK },
  options: {
    site: SITE,
    id: { takes: 'ID', says: 'the person, as the list names them (confirm)' },
    processor: { takes: 'ID', says: 'which processor, by its id in the configuration (confirm)' },
    reason: {
      takes: 'TEXT',
      says: `how you know, without any address, e.g. "their letter of 3 December" (confirm); ${IN_PROOF}`,
    },
    url: SYSTEM,
  },
  notes: `The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and to
confirm evidence:write.`,
  exits: { 0: 'done, or nothing is awaited', 1: 'something is, or refused' },
  run: async ({ id, processor, reason, ...where }, [action]) => {
    if (action === undefined) return list(ledgerOf(where, 'evidence:read'));
    if (action !== 'confirm') throw new CommandError(`${ASK} --help says more.`);
    if (id === undefined || processor === undefined || reason === undefined)
      throw new CommandError('Say --id, --processor and --reason.');
    printJson(await ledgerOf(where, 'evidence:write').noteDeletion({ id, processor, reason }));
    return 0;
  },
});

async function list(ledger: Ledger): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<Ledger['deletions']>> = await ledger.deletions(cursor);
    for (const { id, processor, askedAt, due, overdue } of page.deletions)
      print(`${id}  ${processor}  asked ${askedAt}  due ${due}${overdue ? ' OVERDUE' : ''}\n`);
    count += page.deletions.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  if (count === 0) tell('No deletion is awaited.\n');
  return count === 0 ? 0 : LEFT;
}
