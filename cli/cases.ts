import type { Ledger } from '../clients/typescript/src/index';
import { OUTCOMES } from '../shared/consent/steps/mail-received';
import { IDENTITIES } from '../shared/consent/steps/facts';
import { WISHES } from '../shared/consent/steps/request-received';
import { visible } from '../shared/verify/visible';
import { command } from './command';
import { CommandError } from './command-error';
import { readEmail } from './look-up';
import { SITE, SYSTEM, IN_PROOF } from './options';
import { print, printFile, printJson, tell } from './print';
import { ledgerOf } from './system';
import type { Values } from './spec';

const OPEN = 1;
const ASK =
  'Say "open", "show CASE", "identity CASE", "extend CASE", "close CASE", "reopen CASE", or nothing to list them.';

const OPTIONS = {
  site: SITE,
  closed: { says: 'list those that were closed, the newest first' },
  'due-before': { takes: 'DAY', says: 'list only what has to be answered before that day' },
  reason: { takes: 'TEXT', says: `why, without naming anybody, e.g. "asks how to unsubscribe"; ${IN_PROOF}` },
  'email-stdin': { says: 'who it is: the address is the first line of standard input (open)' },
  id: { takes: 'ID', says: 'or the person by the id that lists name them by (open, reopen)' },
  via: { takes: 'WAY', says: 'by which way it came (open)', oneOf: ['e-mail', 'letter', 'phone', 'in-person'] },
  'received-on': { takes: 'DAY', says: 'when, e.g. 2026-11-20: from then on the month counts (open)' },
  wish: { takes: 'WISH', says: `what is wanted (open): ${WISHES.join(', ')}`, oneOf: WISHES },
  identity: { takes: 'HOW', says: `how you made sure who asks: ${IDENTITIES.join(', ')}`, oneOf: IDENTITIES },
  'informed-on': { takes: 'DAY', says: 'when you told the person that it takes longer (extend)' },
  outcome: {
    takes: 'OUTCOME',
    says: `withdrawal or objection: carried out in the person's name, for all that there is, before the case is closed;
weighing: it objects for reasons of the person's own situation, and nothing is mailed while you weigh them;
answered: you answered it, or did otherwise what it asked for; nothing: it wants nothing of us; or what you did:
${OUTCOMES.slice(5).join(', ')}`,
    oneOf: OUTCOMES,
  },
  raw: { says: 'show the mail as it came in, with everything that is attached to it' },
  url: SYSTEM,
} as const;

type Given = Values<typeof OPTIONS>;

export const cases = command({
  name: 'cases',
  usage: [
    '--site SITE [--due-before DAY | --closed]',
    'open --site SITE (--email-stdin | --id ID) --via WAY --received-on DAY --wish WISH --reason TEXT',
    'show CASE --site SITE --reason TEXT',
    'identity CASE --site SITE --identity HOW --reason TEXT',
    'extend CASE --site SITE --informed-on DAY --reason TEXT',
    'close CASE --site SITE --reason TEXT --outcome OUTCOME',
    'reopen CASE --site SITE --id ID --reason TEXT',
  ],
  about: `What people want of us until an operator has seen to it: mails that no program understood for certain, and letters and
calls that were written down. Without an action, lists what is open, by the day by which it has to be answered.

  open      write down a request that came by letter, phone or mail; prints its id and its day
  show      show a mail, and why it is not certain. That is written down in the record of its sender, as it is personal
  identity  write down how you made sure who asks (Art. 12(6) GDPR)
  extend    take two months more, once the person was told so and why (Art. 12(3))
  close     say what came of it, so that it is no longer open
  reopen    open it again`,
  operands: { names: '[ACTION [CASE]]', least: 0, most: 2, ask: ASK },
  options: OPTIONS,
  notes: `The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and for anything but
the list and show evidence:write.`,
  exits: { 0: 'done, or nothing is open', 1: 'something is, or refused' },
  run: async (given, [action, id]) => {
    if (action === undefined) return list(ledgerOf(given, 'evidence:read'), given);
    if (action !== 'open' && id === undefined) throw new CommandError(`${ASK} --help says more.`);
    const reason = needed(given.reason, 'reason');
    if (id === undefined) return printed(open(ledgerOf(given, 'evidence:write'), given, reason));
    if (action === 'show') return show(await ledgerOf(given, 'evidence:read').readCase(id, { reason }), given.raw);
    return printed(act(ledgerOf(given, 'evidence:write'), action, { ...given, reason, case: id }));
  },
});

async function printed(answer: Promise<unknown>): Promise<number> {
  printJson(await answer);
  return 0;
}

function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined || value === '')
    throw new CommandError(`--${name} is needed: ${OPTIONS[name as 'reason'].says}.`);
  return value;
}

async function open(ledger: Ledger, given: Given, note: string): Promise<unknown> {
  if (given['email-stdin'] === (given.id !== undefined)) throw new CommandError('Say either --email-stdin or --id.');
  const whose = given.id === undefined ? { email: await readEmail() } : { id: given.id };
  return ledger.openCase({
    ...whose,
    via: needed(given.via, 'via'),
    receivedOn: needed(given['received-on'], 'received-on'),
    wish: needed(given.wish, 'wish'),
    note,
  });
}

function act(ledger: Ledger, action: string, given: Given & { readonly reason: string; readonly case: string }) {
  const { case: id, reason } = given;
  switch (action) {
    case 'identity':
      return ledger.checkIdentity(id, { reason, identity: needed(given.identity, 'identity') });
    case 'extend':
      return ledger.extendCase(id, { reason, informedOn: needed(given['informed-on'], 'informed-on') });
    case 'close':
      return ledger.closeCase(id, { reason, outcome: needed(given.outcome, 'outcome') });
    case 'reopen':
      return ledger.reopenCase(id, { reason, id: needed(given.id, 'id') });
    default:
      throw new CommandError(`${ASK} --help says more.`);
  }
}

async function list(ledger: Ledger, { closed, 'due-before': dueBefore }: Given): Promise<number> {
  const asked = closed ? ({ state: 'closed' } as const) : dueBefore === undefined ? {} : { dueBefore };
  let [count, cursor]: [number, string | undefined] = [0, undefined];
  do {
    const page: Awaited<ReturnType<Ledger['cases']>> = await ledger.cases({ ...asked, ...(cursor && { cursor }) });
    for (const row of page.cases) print(`${visible(lineOf(row))}\n`);
    count += page.cases.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  if (count === 0) tell(closed ? 'No case was closed.\n' : 'No case is open.\n');
  return closed || count === 0 ? 0 : OPEN;
}

type Row = Awaited<ReturnType<Ledger['cases']>>['cases'][number];

function lineOf({ case: id, since, due, overdue, via, wish, reading, outcome, extended }: Row): string {
  const about = [via, wish ?? reading ?? 'unread', ...(extended ? ['extended'] : []), ...(outcome ? [outcome] : [])];
  return `${id}  since ${since}  due ${due}${overdue ? ' OVERDUE' : ''}  ${about.join(', ')}`;
}

type Case = Awaited<ReturnType<Ledger['readCase']>>;

function show({ mail, reading, provenBy }: Case, isRaw: boolean): number {
  const why = `Taken for: ${reading ?? 'unknown'}. Who wrote it is ${provenBy ? `proven by the ${provenBy}` : 'not proven'}.`;
  if (!mail) print(`${why}\nThe mail was deleted.\n`);
  else if (isRaw) printFile(mail.raw);
  else print(`${why}\n\n${readable(mail)}\n`);
  return 0;
}

function readable({ from, subject, writtenAt, text, attachments }: NonNullable<Case['mail']>): string {
  const head = [`From: ${from ?? 'nobody in particular'}`, `Date: ${writtenAt ?? 'unknown'}`, `Subject: ${subject}`];
  const attached = attachments.map((name) => `Attached: ${name || 'something without a name'}`);
  // Of these lines each is one, whatever a stranger wrote into it.
  return [...[...head, ...attached].map(visible), '', text].join('\n');
}
