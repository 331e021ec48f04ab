import { readTimestamp } from '../shared/archive/timestamp';
import { parseVerifierKey } from '../shared/verify/note';
import { isPdf, readAttachment } from '../shared/verify/pdf-attachment';
import type { Report } from '../shared/verify/report';
import { verifyBundle, verifyTimestamps, type Trusted } from '../shared/verify/verify';
import { command } from './command';
import { CommandError } from './command-error';
import { readInput } from './files';
import { LANGUAGE } from './options';
import { printReport } from './verify-report';

const EXIT_CODES: Readonly<Record<Report['verdict'], number>> = { good: 0, bad: 1, open: 3 };

export const verify = command({
  name: 'verify',
  about: `Checks an evidence file (JSON, or the PDF that it is attached to) offline. FILE can be - for standard input.`,
  operands: { names: 'FILE', least: 1, most: 1, ask: 'Which file is to be checked?' },
  options: {
    vkey: {
      takes: 'KEY',
      says: `a verifier key of the log that you know from elsewhere, such as https://<host>/log/keys;
one of them has to have signed`,
      isList: true,
    },
    checkpoint: { takes: 'FILE', says: 'a checkpoint of the log that you kept yourself' },
    language: { ...LANGUAGE, says: 'language of the answer', default: 'en' },
    json: { says: 'the answer as JSON' },
  },
  exits: { 0: 'good', 1: 'bad', 2: 'nothing was checked', 3: 'something is open' },
  run: async ({ vkey, checkpoint, language, json }, [file = '']) => {
    const trusted = await readTrusted(vkey, checkpoint);
    const report = await check(await readEvidence(file), trusted);
    if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else printReport(report, language, process.stdout);
    return EXIT_CODES[report.verdict];
  },
});

async function check(file: Uint8Array, trusted: Trusted): Promise<Report> {
  return verifyTimestamps(file, verifyBundle(file, trusted), readTimestamp);
}

async function readTrusted(keys: readonly string[], checkpoint: string | undefined): Promise<Trusted> {
  const wrong = keys.find((key) => !parseVerifierKey(key));
  if (wrong !== undefined)
    throw new CommandError(`This is no verifier key: ${wrong}\nOne looks like log.example+1a2b3c4d+AZ...`);
  return checkpoint === undefined ? { keys } : { keys, checkpoint: (await readInput(checkpoint)).toString() };
}

/** The evidence file, also out of the PDF that it is attached to. */
async function readEvidence(name: string): Promise<Uint8Array> {
  const file = await readInput(name);
  if (!isPdf(file)) return file;
  const attachment = await readAttachment(file);
  if (!attachment) {
    throw new CommandError(
      'This is a PDF in which no evidence file was found. Open it in a PDF viewer, save the attachment evidence.json (in ' +
        'most viewers under "Attachments", the paper clip), and check that file.',
    );
  }
  process.stderr.write('Checking the evidence file that is attached to the PDF, not its pages.\n');
  return attachment;
}
