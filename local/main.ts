import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { whyUnwritable } from './unwritable';

const { PORT = '3000', DATA_DIR = '.local' } = process.env;

/** The stack is loaded late, as an unfit Node could fail on it with a message that helps nobody. */
async function main(): Promise<void> {
  requireNode();
  const options = given();
  if (options === 'help') return console.log(HELP);
  const [{ startStack }, { START_PATH }] = await Promise.all([import('./stack'), import('./start-page')]);
  const started = performance.now();
  const dataDir = path.resolve(DATA_DIR);
  const report = (line: string) => console.warn(`! ${line}`);
  const { sites: file, witnesses } = options;
  const stack = await startStack({ sites: file, dataDir, port: portFrom(PORT), report, witnesses, throttled: true });
  const { compliance, marketing } = await stack.issuer.tokens();
  console.log(
    welcome({
      url: stack.url,
      start: `${stack.url}${START_PATH}`,
      site: stack.served[0]?.id ?? '',
      dataDir,
      marketing,
      compliance,
      ms: performance.now() - started,
    }),
  );
  stopOnSignal(() => stack.stop());
}

function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 ? major < 25 : major === 20 && minor >= 19) return;
  throw new Unfit(`This needs Node 20.19 to 24; you have ${process.versions.node}.`);
}

const HELP = `npm start -- [--sites FILE] [--witness 'KEY ADDRESS']...

The whole stack on this computer, with invented mails and people, until Ctrl-C.

  --sites FILE             your sites, in place of the examples (docs/policy.md)
  --witness 'KEY ADDRESS'  a witness of the log (docs/operations.md); as often as there are witnesses
  --help                   this

  PORT=3001        another port (default: 3000; 0 for any that is free)
  DATA_DIR=folder  where everything is kept (default: .local)`;

interface Given {
  readonly sites: string;
  readonly witnesses: readonly string[];
}

/** `npm start` names the examples; whatever is added to it comes later, and counts. */
function given(): Given | 'help' {
  const { sites, witness: witnesses = [], help } = asked();
  if (help) return 'help';
  if (!sites) throw new Unfit('Which sites? npm start -- --sites path/to/your/sites.ts');
  if (existsSync(sites)) return { sites: path.resolve(sites), witnesses };
  throw new Unfit(`There is no file ${sites}. docs/policy.md says how to write your sites.`);
}

const OPTIONS = {
  sites: { type: 'string' },
  witness: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

function asked() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    const [said] = (error as Error).message.split('. ');
    throw new WrongCall(`${said}. npm start -- --help says what there is.`);
  }
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Unfit(`PORT must be a number from 0 (any free port) to 65535; it is "${text}".`);
}

class Unfit extends Error {}
/** The command itself is wrong. */
class WrongCall extends Unfit {}

interface Started {
  readonly url: string;
  /** Where everything is found. */
  readonly start: string;
  readonly site: string;
  readonly dataDir: string;
  readonly marketing: string;
  readonly compliance: string;
  readonly ms: number;
}

function welcome({ url, start, site, dataDir, marketing, compliance, ms }: Started): string {
  return `
Ready after ${(ms / 1000).toFixed(1)} s; everything is kept in ${dataDir}.

  Open ${start}

There are the website with the forms, the inbox with all mails, the console to sign in to, and the API to read and try.

Evidence of one address, with the compliance token:

  curl -s ${url}/v1/sites/${site}/evidence \\
    -H 'content-type: application/json' -d '{"email":"you@example.com","reason":"a letter"}' \\
    -H 'authorization: Bearer ${compliance}'

May we write to it? With the marketing token:

  curl -s ${url}/v1/sites/${site}/permissions \\
    -H 'content-type: application/json' -d '{"email":"you@example.com"}' \\
    -H 'authorization: Bearer ${marketing}'

Fresh tokens (they last 12 hours):  curl -s ${url}/_local/tokens
Move time forward by eight days:    curl -s ${url}/_local/clock -d '{"advance":"P8D"}'
Stop with Ctrl-C.
`;
}

/** What is under way gets its answer first; a second signal ends it at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

function explain(error: unknown): string {
  const { code, name, message, stack } = error as NodeJS.ErrnoException;
  const dataDir = path.resolve(DATA_DIR);
  if (code === 'EADDRINUSE') return `Port ${PORT} is taken by another program. Choose another: PORT=3001 npm start`;
  if (name === 'StoreLocked')
    return `Another running stack uses ${dataDir}. Stop it, or choose another folder: DATA_DIR=.local2 npm start`;
  if (name === 'WitnessError') return `--witness: ${message}.`;
  const known = error instanceof Unfit || name === 'PolicyError' ? message : whyUnwritable(error, dataDir);
  return known ?? stack ?? message;
}

function fail(error: unknown): never {
  console.error(explain(error));
  process.exit(error instanceof WrongCall ? 2 : 1);
}

// A disk that fills up while the stack runs; what was acknowledged is on it.
process.on('uncaughtException', fail);
main().catch(fail);
