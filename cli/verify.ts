import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readTimestamp } from '../shared/archive/timestamp';
import { parseVerifierKey } from '../shared/verify/note';
import { isPdf, readAttachment } from '../shared/verify/pdf-attachment';
import type { Report } from '../shared/verify/report';
import { LANGUAGES, type Language } from '../shared/words/languages';
import { verifyBundle, verifyTimestamps, type Trusted } from '../shared/verify/verify';
import { BadUsage, readArgs } from './usage';
import { printReport } from './verify-report';

const HELP = `Usage: npm run cli -- verify FILE [options]

Checks an evidence file (JSON, or the PDF that it is attached to) offline. FILE can be - for standard input.

  --vkey KEY           a verifier key of the log that you know from elsewhere, such as https://<host>/log/keys;
                       may be given several times, and one of them has to have signed
  --checkpoint FILE    a checkpoint of the log that you kept yourself
  --language de|en     language of the answer (default: en)
  --json               the answer as JSON

Exit code: 0 good, 1 bad, 3 something is open, 2 nothing was checked.
`;

const OPTIONS = {
  vkey: { type: 'string', multiple: true },
  checkpoint: { type: 'string' },
  language: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const EXIT_CODES: Readonly<Record<Report['verdict'], number>> = { good: 0, bad: 1, open: 3 };

export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = readArgs({ args, options: OPTIONS, allowPositionals: true }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new BadUsage(`Which file is to be checked?\n\n${HELP}`);
  const language = readLanguage(values.language);
  const trusted = await readTrusted(values.vkey ?? [], values.checkpoint);
  const report = await check(await readEvidence(name), trusted);
  if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else printReport(report, language, process.stdout);
  return EXIT_CODES[report.verdict];
}

async function check(file: Uint8Array, trusted: Trusted): Promise<Report> {
  return verifyTimestamps(file, verifyBundle(file, trusted), readTimestamp);
}

function readLanguage(wanted: string): Language {
  const language = LANGUAGES.find((known) => known === wanted);
  if (!language) throw new BadUsage(`--language takes ${LANGUAGES.join(' or ')}, not "${wanted}".`);
  return language;
}

async function readTrusted(keys: readonly string[], checkpoint: string | undefined): Promise<Trusted> {
  const wrong = keys.find((key) => !parseVerifierKey(key));
  if (wrong !== undefined)
    throw new BadUsage(`This is no verifier key: ${wrong}\nOne looks like log.example+1a2b3c4d+AZ...`);
  return checkpoint === undefined ? { keys } : { keys, checkpoint: (await read(checkpoint)).toString() };
}

/** The evidence file, also out of the PDF that it is attached to. */
async function readEvidence(name: string): Promise<Uint8Array> {
  const file = await read(name);
  if (!isPdf(file)) return file;
  const attachment = await readAttachment(file);
  if (!attachment) {
    throw new BadUsage(
      'This is a PDF in which no evidence file was found. Open it in a PDF viewer, save the attachment evidence.json (in most viewers under "Attachments", the paper clip), and check that file.',
    );
  }
  process.stderr.write('Checking the evidence file that is attached to the PDF, not its pages.\n');
  return attachment;
}

async function read(name: string): Promise<Buffer> {
  if (name === '-') return buffer(process.stdin);
  try {
    return await readFile(name);
  } catch (error) {
    throw new BadUsage(`${name} cannot be read: ${(error as Error).message}`);
  }
}
