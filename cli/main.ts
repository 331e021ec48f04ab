import { inspect } from 'node:util';
import type { Command } from './command';
import { CommandError } from './command-error';
import { print, tell } from './print';

/** Only the command that is called is loaded: SDKs and verifier take their time. */
const COMMANDS = {
  access: async () => (await import('./access')).access,
  announce: async () => (await import('./announce')).announce,
  audience: async () => (await import('./audience')).audience,
  'audience-summary': async () => (await import('./audience-summary')).audienceSummary,
  audit: async () => (await import('./audit')).audit,
  brake: async () => (await import('./brake')).brake,
  cases: async () => (await import('./cases')).cases,
  'close-site': async () => (await import('./close-site')).closeSite,
  confirmations: async () => (await import('./confirmations')).confirmations,
  counts: async () => (await import('./counts')).counts,
  deletions: async () => (await import('./deletions')).deletions,
  deliveries: async () => (await import('./deliveries')).deliveries,
  evidence: async () => (await import('./evidence')).evidence,
  export: async () => (await import('./export')).exportSite,
  fetches: async () => (await import('./fetches')).fetches,
  import: async () => (await import('./import')).importConsents,
  incident: async () => (await import('./incident')).incident,
  journal: async () => (await import('./journal')).journal,
  leavers: async () => (await import('./leavers')).leavers,
  letter: async () => (await import('./letter')).letter,
  login: async () => (await import('./login')).login,
  'look-up': async () => (await import('./look-up')).lookUp,
  notices: async () => (await import('./notices')).notices,
  processors: async () => (await import('./processors')).processors,
  proofs: async () => (await import('./proofs')).proofs,
  replay: async () => (await import('./replay')).replay,
  'replay-erasures': async () => (await import('./replay-erasures')).replayErasures,
  retention: async () => (await import('./retention')).retention,
  review: async () => (await import('./review')).review,
  statistics: async () => (await import('./statistics')).statistics,
  subjects: async () => (await import('./subjects')).subjects,
  verify: async () => (await import('./verify')).verify,
  worklists: async () => (await import('./worklists')).worklists,
} satisfies Readonly<Record<string, () => Promise<Command>>>;

type Name = keyof typeof COMMANDS;

const DOES: Readonly<Record<Name, string>> = {
  access: 'answer what is kept about a person, or give their data to take along',
  announce: 'tell everybody whom a site may mail that its privacy notice changes',
  audience: 'write everybody whom a site may mail for a purpose into a file',
  'audience-summary': 'count whom a site may mail for a purpose, and why not more',
  audit: 'check the whole ledger, vault, log and archive',
  brake: 'say whether confirmation mails of a site are stopped, or send them again',
  cases: 'list mails that an operator has to read, show one, or say what came of it',
  'close-site': 'delete everything of a site that is closed, and prove it',
  confirmations: 'send somebody the confirmation mail once more',
  counts: 'count who signed up, confirmed and left, by purpose, form or language',
  deletions: 'list deletions that processors did not confirm yet, or write down that one did',
  deliveries: 'list what processors could not be told yet, or try it again',
  evidence: 'get everything about a person, with its proofs',
  export: 'write everything that there is at a site into a file',
  fetches: 'list which operator fetched which list of people',
  import: 'take over consents that were given elsewhere',
  incident: 'keep the connection data that an incident needs, found by network and time, or end that',
  journal: 'list what operators did, when and why',
  leavers: 'list who left since a day, and how',
  letter: 'make a letter to a person, of what is in their history',
  login: 'sign in by your browser, and get a token of five minutes',
  'look-up': 'say how somebody stands, and why they may not be mailed',
  notices: 'count who consented to a purpose by which version of its wording',
  processors: 'say whether those who get data know what they have to',
  proofs: 'take the proofs out of an evidence file, for tools of others',
  replay: 'tell a consumer again of what it has not done',
  'replay-erasures': 'clean tables that were restored from a backup, before they are used',
  retention: 'give what is there the ends of the rules of today',
  review: 'list what the regular review of a site has to look at',
  statistics: 'count what ended, where persons are not kept',
  subjects: 'withdrawals, objections, restrictions, holds, erasures, rectifications: what a person asked for',
  verify: 'check an evidence file, offline',
  worklists: 'count what operators have to see to, list by list',
};

const LINES = Object.entries(DOES).map(([name, does]) => `  ${name.padEnd(17)}${does}`);
const HELP = `Usage: npm run cli -- <command> [options]

${LINES.join('\n')}

Each command says more with --help.
`;

/** The exit code of every command that could not be done. */
const NOT_DONE = 2;

async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '' || name === '--help') {
    print(HELP);
    return name === '' ? NOT_DONE : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new CommandError(`There is no command "${name}".\n\n${HELP}`);
  const command = await COMMANDS[name as Name]();
  return command(args);
}

/** What nobody foresaw, as Node would say it: messages of errors quote what could not be read. */
function crash(error: unknown): never {
  tell(`${inspect(error)}\n`);
  process.exit(1);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof CommandError)) crash(error);
    tell(`${error.message.trimEnd()}\n`);
    process.exitCode = NOT_DONE;
  },
);
