import { audit } from './audit';
import { evidence } from './evidence';
import { proofs } from './proofs';
import { BadUsage } from './usage';
import { verify } from './verify';

/** What a command does with its arguments; gives the exit code. */
type Command = (args: string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { audit, evidence, proofs, verify };

const HELP = `Usage: npm run cli -- <command> [options]

  audit          check the whole ledger, vault, log and archive
  evidence       get everything about a person, with its proofs
  proofs FILE    take the proofs out of an evidence file, for tools of others
  verify FILE    check an evidence file, offline

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
