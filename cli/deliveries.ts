import type { Ledger } from '../clients/typescript/src/index';
import { command } from './command';
import { SITE, SYSTEM } from './options';
import { print, printJson, tell } from './print';
import { ledgerOf } from './system';

const LEFT = 1;

export const deliveries = command({
  name: 'deliveries',
  usage: ['--site SITE [--replay [--processor ID] | --everybody] [options]'],
  about: `What processors could not be told yet: one line of JSON for each processor and person, with how often it was tried, since
when, and why it failed. Ids, no addresses. What was told is not listed any more.

  not-configured   the secret lacks the processor, or makes no sense
  no-address       the person's data is deleted: ask the processor by hand to delete that id
  unreachable      no answer, or not within 8 seconds
  refused          an answer that is none we wanted: see its status
  stopped          the processor answered 410, so that nothing is sent to it; --replay lifts that
  internal         our own fault: see the log of the function notifier`,
  options: {
    site: SITE,
    replay: { says: 'try all of it now, whatever is waiting in queues or lies among the dead letters' },
    processor: { takes: 'ID', says: 'what that processor could not be told, alone' },
    everybody: {
      says: 'tell a processor that is new about everybody who may be mailed, as far as it does not know yet',
    },
    url: SYSTEM,
  },
  notes: `The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and to
tell anything evidence:write.`,
  exits: { 0: 'nothing is left to be told', 1: 'something is, or refused' },
  run: ({ replay, everybody, processor, ...where }) =>
    replay || everybody
      ? retry(ledgerOf(where, 'evidence:write'), { ...(everybody && { everybody }), ...(processor && { processor }) })
      : list(ledgerOf(where, 'evidence:read')),
});

async function list(ledger: Ledger): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await ledger.deliveries(cursor);
    for (const delivery of page.deliveries) printJson(delivery, 'one');
    count += page.deliveries.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  if (count === 0) tell('Nothing is left to be told.\n');
  return count === 0 ? 0 : LEFT;
}

async function retry(
  ledger: Ledger,
  order: { readonly everybody?: true; readonly processor?: string },
): Promise<number> {
  let [told, failed] = [0, 0];
  let cursor: string | undefined;
  do {
    const page = await ledger.retryDeliveries({ ...order, ...(cursor !== undefined && { cursor }) });
    [told, failed] = [told + page.told, failed + page.failed];
    cursor = page.cursor;
  } while (cursor !== undefined);
  print(`told ${told}, not told ${failed}\n`);
  return failed === 0 ? 0 : LEFT;
}
