import type { Ledger } from '../clients/typescript/src/index';
import { visible } from '../shared/verify/visible';
import { command } from './command';
import { CommandError } from './command-error';
import { SITE, SYSTEM } from './options';
import { print, printFile, printJson, tell } from './print';
import { ledgerOf } from './system';

const OPEN = 1;
const ASK = 'Say "show CASE", "close CASE", or nothing to list what is open.';

export const cases = command({
  name: 'cases',
  usage: [
    '--site SITE',
    'show CASE --site SITE --reason TEXT',
    'close CASE --site SITE --reason TEXT --outcome OUTCOME',
  ],
  about: `What people wrote and no program understood for certain, until an operator has seen to it. Without an action, lists what is
open: ids and since when. Reading a mail is written down in the record of its sender, as it is personal.

  show   show the mail, and why it is not certain; to answer it, write to its sender as you do otherwise
  close  say what came of it, so that it is no longer open`,
  operands: { names: '[ACTION CASE]', least: 0, most: 2, ask: ASK },
  options: {
    site: SITE,
    reason: { takes: 'TEXT', says: 'why, without naming anybody, e.g. "asks how to unsubscribe"' },
    outcome: {
      takes: 'OUTCOME',
      says: `withdrawal or objection: carried out in the person's name, for all that there is, before the case is closed;
weighing: it objects for reasons of the person's own situation, and nothing is mailed while you weigh them;
answered: you answered it, or did otherwise what it asked for; nothing: it wants nothing of us`,
      oneOf: ['withdrawal', 'objection', 'weighing', 'answered', 'nothing'],
    },
    raw: { says: 'show the mail as it came in, with everything that is attached to it' },
    url: SYSTEM,
  },
  notes: `The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and to close
anything evidence:write.`,
  exits: { 0: 'done, or nothing is open', 1: 'something is, or refused' },
  run: async ({ reason, outcome, raw, ...where }, [action, id]) => {
    if (action === undefined) return list(ledgerOf(where, 'evidence:read'));
    if (!['show', 'close'].includes(action) || id === undefined) throw new CommandError(`${ASK} --help says more.`);
    if (!reason) throw new CommandError('--reason is needed: why, without naming anybody.');
    if (action === 'show') return show(await ledgerOf(where, 'evidence:read').readCase(id, { reason }), raw);
    if (!outcome) throw new CommandError('--outcome is needed: withdrawal, objection, weighing, answered or nothing.');
    const closed = await ledgerOf(where, 'evidence:write').closeCase(id, { reason, outcome });
    printJson(closed);
    return 0;
  },
});

async function list(ledger: Ledger): Promise<number> {
  const { cases: open } = await ledger.cases();
  for (const { case: id, since } of open) print(`${id}  since ${since}\n`);
  if (open.length === 0) tell('No case is open.\n');
  return open.length === 0 ? 0 : OPEN;
}

type Case = Awaited<ReturnType<Ledger['readCase']>>;

function show({ mail, reading, provenBy }: Case, isRaw: boolean): void {
  const why = `Taken for: ${reading ?? 'unknown'}. Who wrote it is ${provenBy ? `proven by the ${provenBy}` : 'not proven'}.`;
  if (!mail) print(`${why}\nThe mail was deleted.\n`);
  else if (isRaw) printFile(mail.raw);
  else print(`${why}\n\n${readable(mail)}\n`);
}

function readable({ from, subject, writtenAt, text, attachments }: NonNullable<Case['mail']>): string {
  const head = [`From: ${from ?? 'nobody in particular'}`, `Date: ${writtenAt ?? 'unknown'}`, `Subject: ${subject}`];
  const attached = attachments.map((name) => `Attached: ${name || 'something without a name'}`);
  // Of these lines each is one, whatever a stranger wrote into it.
  return [...[...head, ...attached].map(visible), '', text].join('\n');
}
