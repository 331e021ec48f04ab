import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DEFAULT_URL } from './api';
import { columnsOf, FIELDS, leftOut, type Columns } from './import/columns';
import { readCsv } from './import/csv';
import { pass } from './import/pass';
import type { Row } from './import/row';
import { System, type Outcome } from './import/system';
import { count, newTally, summaryOf, type Tally } from './import/tally';
import { untilInterrupted } from './tables/interruption';
import { progressOn, type Progress } from './tables/progress';
import { StateFile } from './tables/state-file';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- import FILE.csv --site SITE [options]

Takes over consents that were given elsewhere, with whatever proof there is of them, existing customers who may be mailed
on legitimate interest, and contracts. FILE is CSV in UTF-8 with a header, delimited by comma, semicolon or tab; a row is a
person. First all rows are checked, and nothing is written if one is invalid. A row is one record, however often it is
imported. What a person said here later - withdrawn, objected, erased - is never overridden. Nobody is mailed.

  --site SITE             the site's id
  --map COLUMN=FIELD      which column says what, unless it has the field's name; several times
  --set FIELD=VALUE       what holds for all rows, e.g. --set purposes=newsletter --set version=3
  --dry-run               only check, and say what would become of each row
  --skip-invalid          leave invalid rows out
  --state FILE            where it keeps how far it is (default: .import-state.json)
  --url URL               the system (default: ${DEFAULT_URL}, which also gives the token)

Fields: ${FIELDS.join(', ')}; fields.<id> for the site's own questions.
Needed: email, purposes (several with spaces between), and the wording by its version, as the site's policy has it, or by
its hash in notices. givenAt: 2018-05-25T14:30:00+02:00; without offset, and 25.05.2018 14:30, in German time.
doubleOptIn: yes if the source had it confirmed by mail; needed where the site takes nothing less.

The access token with the scope signup:write is read from the environment variable CONSENT_TOKEN.
Exit code: 0 done, 1 there are invalid rows, 2 usage or not reachable.
`;

const OPTIONS = {
  site: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  set: { type: 'string', multiple: true, default: [] as string[] },
  'dry-run': { type: 'boolean', default: false },
  'skip-invalid': { type: 'boolean', default: false },
  state: { type: 'string', default: '.import-state.json' },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

const INVALID = 1;

/** All that both passes need. */
interface Import {
  readonly file: string;
  readonly columns: Columns;
  readonly system: System;
  /** About. */
  readonly rows: number;
  readonly progress: Progress;
}

interface State {
  readonly line: number;
  readonly tally: Tally;
}

export async function importConsents(args: string[]): Promise<number> {
  const { values, positionals } = readArgs({ args, options: OPTIONS, allowPositionals: true }, HELP);
  if (values.help) {
    print(HELP.trimEnd());
    return 0;
  }
  const { site, map, set, url } = values;
  const [file, ...others] = positionals;
  if (!site || !file || others.length > 0) throw new BadUsage(`One FILE and --site are needed.\n\n${HELP}`);
  const columns = columnsOf(await headerOf(file), map, set);
  const { hash, rows } = await measure(file);
  const order = { file, columns, system: await System.open(url, site), rows, progress: progressOn(process.stderr) };
  const of = `${file} (${hash}) for ${site} at ${url}, ${JSON.stringify([map, set])}`;
  const state = new StateFile<State>(values.state, { what: 'an import', of });
  const begun = values['dry-run'] ? undefined : await state.read();
  if (!begun) {
    const tally = await check(order);
    if (values['dry-run']) print(summaryOf(tally, true));
    if (values['dry-run'] || (tally.invalid > 0 && !values['skip-invalid'])) return refuse(tally);
  }
  return write(order, state, begun ?? { line: 0, tally: newTally() });
}

/** Nothing was written. */
function refuse({ invalid, rows }: Tally): number {
  if (invalid === 0) return 0;
  const advice = 'Correct them, or leave them out with --skip-invalid.';
  process.stderr.write(`${invalid} of ${rows} rows are invalid; nothing was written. ${advice}\n`);
  return INVALID;
}

async function check({ progress, rows, ...order }: Import): Promise<Tally> {
  const tally = newTally();
  const left = leftOut(order.columns);
  if (left.length > 0) process.stderr.write(`Not imported: ${left.map((name) => `"${name}"`).join(', ')}.\n`);
  progress.begin('Checked', rows, 0);
  const hear = (row: Row, outcome: Outcome): void => {
    count(tally, outcome);
    for (const text of explain(row, outcome, order.columns)) print(text);
  };
  await pass({ ...order, dryRun: true, after: 0, hear, reached: (_, number) => progress.advance(number) });
  progress.end();
  return tally;
}

async function write(order: Import, state: StateFile<State>, { line, tally }: State): Promise<number> {
  const { progress, rows, ...rest } = order;
  progress.begin('Imported', rows, tally.rows);
  const hear = (_: Row, outcome: Outcome): void => count(tally, outcome);
  const reached = async (to: number, number: number): Promise<void> => {
    await state.write({ line: to, tally });
    progress.advance(number);
  };
  await untilInterrupted(state.name, (isStopped) =>
    pass({ ...rest, dryRun: false, after: line, hear, reached, isStopped }),
  );
  progress.end();
  await state.remove();
  print(summaryOf(tally, false));
  return tally.invalid > 0 ? INVALID : 0;
}

async function headerOf(file: string): Promise<readonly string[]> {
  for await (const { cells } of readCsv(file)) return cells;
  throw new BadUsage(`${file} is empty.`);
}

/** The file's name for its state, and about how many rows it has. */
async function measure(file: string): Promise<{ hash: string; rows: number }> {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (const byte of chunk) if (byte === 0x0a) lines += 1;
  }
  return { hash: hash.digest('base64url'), rows: Math.max(1, lines - 1) };
}

function explain({ number }: Row, outcome: Outcome, { header, places }: Columns): string[] {
  if (outcome.kind === 'refused') return [`line ${number}: refused. ${outcome.detail}`];
  if (outcome.kind !== 'invalid') return [];
  return outcome.flaws.map(({ field, detail }) => {
    const column = header[places.get(field) ?? -1];
    const place = column === undefined ? field : `column "${column}"`;
    return `line ${number}${place === '' ? '' : `, ${place}`}: ${detail}`;
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
