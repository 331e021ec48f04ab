import { readTimestamp } from '../shared/archive/timestamp';
import { parseVerifierKey } from '../shared/verify/note';
import { isPdf, readAttachment } from '../shared/verify/pdf-attachment';
import type { Note, Report } from '../shared/verify/report';
import { verifyBundle, verifyTimestamps, type Trusted } from '../shared/verify/verify';
import { visible, visibleJson } from '../shared/verify/visible';
import { command } from './command';
import { CommandError } from './command-error';
import { readInput } from './files';
import { knownKeysFile, readKnownKeys, rememberKey, type KnownKey } from './known-keys';
import { LogAddress } from './log-address';
import { LANGUAGE } from './options';
import { printReport } from './verify-report';

const EXIT_CODES: Readonly<Record<Report['verdict'], number>> = { good: 0, bad: 1, open: 3 };

export const verify = command({
  name: 'verify',
  about: `Checks an evidence file (JSON, or the PDF that it is attached to), offline but for --log. FILE can be - for standard input.
It is only good if the key that signed its log is vouched for by somebody outside the file: by you (--vkey), by the log's
host (--log), or as the key by which evidence of that log was found good before.`,
  operands: { names: 'FILE', least: 1, most: 1, ask: 'Which file is to be checked?' },
  options: {
    vkey: {
      takes: 'KEY',
      says: 'a verifier key of the log that you know from elsewhere; one of them has to have signed',
      isList: true,
    },
    log: { takes: 'URL', says: 'the address of the log, such as https://<host>/log: its keys are fetched from there' },
    checkpoint: { takes: 'FILE', says: 'a checkpoint of the log that you kept yourself' },
    language: { ...LANGUAGE, says: 'language of the answer', default: 'en' },
    json: { says: 'the answer as JSON' },
  },
  notes: `A key that you or a host vouched for is remembered for its log, in ${knownKeysFile()}.`,
  exits: { 0: 'good', 1: 'bad', 2: 'nothing was checked', 3: 'something is open' },
  run: async ({ vkey, log, checkpoint, language, json }, [file = '']) => {
    const address = log === undefined ? undefined : new LogAddress(log);
    const known = await readKnownKeys();
    const trusted = await readTrusted(vkey, checkpoint, address);
    const report = await check(await readEvidence(file), { ...trusted, remembered: known });
    if (json) process.stdout.write(`${visibleJson(report)}\n`);
    else printReport(report, language, process.stdout);
    await remember(report, known, address);
    return EXIT_CODES[report.verdict];
  },
});

async function check(file: Uint8Array, trusted: Trusted): Promise<Report> {
  return verifyTimestamps(file, verifyBundle(file, trusted), readTimestamp);
}

async function readTrusted(
  keys: readonly string[],
  checkpoint: string | undefined,
  address: LogAddress | undefined,
): Promise<Trusted> {
  const wrong = keys.find((key) => !parseVerifierKey(key));
  if (wrong !== undefined)
    throw new CommandError(`This is no verifier key: ${wrong}\nOne looks like log.example+1a2b3c4d+AZ...`);
  return {
    keys,
    ...(address && { host: { name: address.host, keys: await address.readKeys() } }),
    ...(checkpoint !== undefined && { checkpoint: (await readInput(checkpoint)).toString() }),
  };
}

/**
 * Keeps the key of a good file, if the reader or a host vouched for it just now. A host speaks for a log of its own name
 * alone, or it could take the place of any other.
 */
async function remember(report: Report, known: readonly KnownKey[], address?: LogAddress): Promise<void> {
  const note = report.claims.find(({ id }) => id === 'origin')?.notes.find(isVouched);
  if (!note || report.verdict === 'bad' || known.some(({ key }) => key === note.key)) return;
  const name = parseVerifierKey(note.key)?.name ?? '';
  if (note.code === 'keyOfHost' && name !== address?.origin) return;
  const from = note.code === 'keyGiven' ? '--vkey' : note.host;
  await rememberKey(known, { key: note.key, since: new Date().toISOString(), from });
  const others = known.filter(({ key }) => parseVerifierKey(key)?.name === name);
  const lines = [
    `Remembered for ${name}, on the word of ${from}: ${note.key}`,
    ...others.map(({ key, since }) => `Another key of it is known since ${since}, and stays: ${key}`),
    `See ${knownKeysFile()}`,
  ];
  process.stderr.write(lines.map((line) => `${visible(line)}\n`).join(''));
}

type Vouched = Note & { readonly code: 'keyGiven' | 'keyOfHost' };

function isVouched(note: Note): note is Vouched {
  return note.code === 'keyGiven' || note.code === 'keyOfHost';
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
