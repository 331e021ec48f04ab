import { readTimestamp } from '../shared/archive/timestamp';
import { checkFile, type Means } from '../shared/verify/check-file';
import { parseVerifierKey, parseWitnessKey } from '../shared/verify/note';
import type { Note, Report } from '../shared/verify/report';
import { command } from './command';
import { CommandError } from './command-error';
import { readInput } from './files';
import { knownKeysFile, readKnownKeys, rememberKey, type KnownKey } from './known-keys';
import { LogAddress, logFrom, type LogFolder } from './log-source';
import { LANGUAGE } from './options';
import { printJson, stdout, tell } from './print';
import { printReport } from './verify-report';

const EXIT_CODES: Readonly<Record<Report['verdict'], number>> = { good: 0, bad: 1, open: 3, empty: 4, other: 5 };

export const verify = command({
  name: 'verify',
  about: `Checks an evidence file (JSON, or the PDF that it is attached to) or a receipt, offline but for --log. FILE can be - for
standard input. It is only good if the key that signed its log is vouched for by somebody outside the file: by you (--vkey), by the log's
host (--log), or as the key by which evidence of that log was found good before.`,
  operands: { names: 'FILE', least: 1, most: 1, ask: 'Which file is to be checked?' },
  options: {
    vkey: {
      takes: 'KEY',
      says: 'a verifier key of the log that you know from elsewhere; one of them has to have signed',
      isList: true,
    },
    log: {
      takes: 'WHERE',
      says: `the log's address, such as https://<host>/log: its keys are fetched from there, and for a receipt its tiles;
or a folder with its checkpoint and tiles, which vouches for no key`,
    },
    witness: {
      takes: 'KEY',
      says: `the verifier key of a witness that you know from elsewhere; each of them has to have seen the log with
these steps in it`,
      isList: true,
    },
    checkpoint: { takes: 'FILE', says: 'a checkpoint of the log that you kept yourself' },
    language: { ...LANGUAGE, says: 'language of the answer', default: 'en' },
    json: { says: 'the answer as JSON' },
  },
  notes: `A key that you or a host vouched for is remembered for its log, in ${knownKeysFile()}.`,
  exits: {
    0: 'good',
    1: 'bad',
    2: 'it could not be done',
    3: 'something is open',
    4: 'the file says that nothing is recorded',
    5: 'the file is none that can be checked',
  },
  run: async ({ vkey, witness, log, checkpoint, language, json }, [file = '']) => {
    const source = log === undefined ? undefined : logFrom(log);
    const known = await readKnownKeys();
    const means = await readMeans({ vkey, witness, checkpoint }, source);
    const report = await checkFile(await readInput(file), { ...means, remembered: known });
    if (json) printJson(report);
    else printReport(report, language, stdout);
    await remember(report, known, source);
    return EXIT_CODES[report.verdict];
  },
});

interface Elsewhere {
  readonly vkey: readonly string[];
  readonly witness: readonly string[];
  readonly checkpoint: string | undefined;
}

async function readMeans(
  { vkey: keys, witness: witnesses, checkpoint }: Elsewhere,
  log: LogFolder | LogAddress | undefined,
): Promise<Means> {
  const wrong = keys.find((key) => !parseVerifierKey(key));
  if (wrong !== undefined)
    throw new CommandError(`This is no verifier key: ${wrong}\nOne looks like log.example+1a2b3c4d+AZ...`);
  const stranger = witnesses.find((key) => !parseWitnessKey(key));
  if (stranger !== undefined)
    throw new CommandError(`This is no key of a witness: ${stranger}\nOne looks like witness.example+1a2b3c4d+BB...`);
  return {
    keys,
    witnesses,
    log,
    readStamp: readTimestamp,
    // Nobody vouches for what lies in a folder.
    ...(log instanceof LogAddress && { host: { name: log.name, keys: await log.readKeys() } }),
    ...(checkpoint !== undefined && { checkpoint: (await readInput(checkpoint)).toString() }),
  };
}

/**
 * Keeps the key of a good file, if the reader or a host vouched for it just now. A host speaks for a log of its own name
 * alone, or it could take the place of any other.
 */
async function remember(report: Report, known: readonly KnownKey[], log?: LogFolder | LogAddress): Promise<void> {
  const note = report.claims.find(({ id }) => id === 'origin')?.notes.find(isVouched);
  if (!note || report.verdict === 'bad' || known.some(({ key }) => key === note.key)) return;
  const name = parseVerifierKey(note.key)?.name ?? '';
  if (note.code === 'keyOfHost' && name !== (log as LogAddress).origin) return;
  const from = note.code === 'keyGiven' ? '--vkey' : note.host;
  await rememberKey(known, { key: note.key, since: new Date().toISOString(), from });
  const others = known.filter(({ key }) => parseVerifierKey(key)?.name === name);
  const lines = [
    `Remembered for ${name}, on the word of ${from}: ${note.key}`,
    ...others.map(({ key, since }) => `Another key of it is known since ${since}, and stays: ${key}`),
    `See ${knownKeysFile()}`,
  ];
  tell(lines.map((line) => `${line}\n`).join(''));
}

type Vouched = Note & { readonly code: 'keyGiven' | 'keyOfHost' };

function isVouched(note: Note): note is Vouched {
  return note.code === 'keyGiven' || note.code === 'keyOfHost';
}
