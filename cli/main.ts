import { access } from './access';
import { announce } from './announce';
import { audience } from './audience';
import { audit } from './audit';
import { cases } from './cases';
import { deliveries } from './deliveries';
import { evidence } from './evidence';
import { exportSite } from './export';
import { fetches } from './fetches';
import { importConsents } from './import';
import { notices } from './notices';
import { proofs } from './proofs';
import { replayErasures } from './replay-erasures';
import { retention } from './retention';
import { review } from './review';
import { statistics } from './statistics';
import { subjects } from './subjects';
import { BadUsage } from './usage';
import { verify } from './verify';

/** What a command does with its arguments; gives the exit code. */
type Command = (args: string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  access,
  announce,
  audience,
  audit,
  cases,
  deliveries,
  evidence,
  export: exportSite,
  fetches,
  import: importConsents,
  notices,
  proofs,
  'replay-erasures': replayErasures,
  retention,
  review,
  statistics,
  subjects,
  verify,
};

const HELP = `Usage: npm run cli -- <command> [options]

  access            answer what is kept about a person, or give their data to take along
  announce          tell everybody whom a site may mail that its privacy notice changes
  audience          write all whom a site may mail for a purpose into a file
  audit             check the whole ledger, vault, log and archive
  cases             list mails that somebody has to read, show one, or say what came of it
  deliveries        list what processors could not be told yet, or try it again
  evidence          get everything about a person, with its proofs
  export            write everything that there is at a site into a file
  fetches           list who fetched which list of people
  import FILE       take over consents that were given elsewhere
  notices           count who consented to a purpose by which version of its wording
  proofs FILE       take the proofs out of an evidence file, for tools of others
  replay-erasures   clean tables that were restored from a backup, before they are used
  retention         give what is there the ends of the rules of today
  review            list what the regular review of a site has to look at
  statistics        count what ended, where persons are not kept
  subjects ACTION   withdrawals, objections, restrictions, holds, erasures, rectifications: what a person asked for
  verify FILE       check an evidence file, offline

Each command says more with --help.
`;

const UNUSABLE = 2;

async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '' || name === '--help') {
    process.stdout.write(HELP);
    return name === '' ? UNUSABLE : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new BadUsage(`There is no command "${name}".\n\n${HELP}`);
  return command(args);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof BadUsage)) throw error;
    process.stderr.write(`${error.message.trimEnd()}\n`);
    process.exitCode = UNUSABLE;
  },
);
