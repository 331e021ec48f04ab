import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Ledger } from '../clients/typescript/src/index';
import { command } from './command';
import { CommandError } from './command-error';
import { columnsOf, FIELDS, leftOut, type Columns } from './import/columns';
import { readCsv } from './import/csv';
import { pass } from './import/pass';
import type { Row } from './import/row';
import type { RowResult } from './import/send';
import { count, newTally, summaryOf, type Tally } from './import/tally';
import { SITE, stateOf, SYSTEM, tokenNote } from './options';
import { print, printLine, tell } from './print';
import { progressOn, type Progress } from './resume/progress';
import { resumable, type Run } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { ledgerOf } from './system';

export const importConsents = command({
  name: 'import',
  about: `Takes over consents that were given elsewhere, with whatever proof there is of them, existing customers who may be mailed
on legitimate interest, and contracts. FILE is CSV in UTF-8 with a header, delimited by comma, semicolon or tab; a row is a
person. First all rows are checked, and nothing is written if one is invalid. A row is one record, however often it is
imported. What a person said here later - withdrawn, objected, erased - is never overridden. Nobody is mailed.`,
  operands: { names: 'FILE.csv', least: 1, most: 1, ask: 'One FILE and --site are needed.' },
  options: {
    site: SITE,
    map: { takes: 'COLUMN=FIELD', says: "which column says what, unless it has the field's name", isList: true },
    set: {
      takes: 'FIELD=VALUE',
      says: 'what holds for all rows, e.g. --set purposes=newsletter --set version=3',
      isList: true,
    },
    'dry-run': { says: 'only check, and say what would become of each row' },
    'skip-invalid': { says: 'leave invalid rows out' },
    state: stateOf('import'),
    url: SYSTEM,
  },
  notes: `Fields: ${FIELDS.join(', ')}; fields.<id> for the site's own questions.
Needed: email, purposes (several with spaces between), and the wording by its version, as the site's policy has it, or by
its hash in notices. givenAt: 2018-05-25T14:30:00+02:00; without offset, and 25.05.2018 14:30, in German time.
doubleOptIn: yes if the source had it confirmed by mail; needed where the site takes nothing less.

${tokenNote('signup:write')}`,
  exits: { 0: 'done', 1: 'there are invalid rows' },
  run: async ({ map, set, ...values }, [file = '']) => {
    const columns = columnsOf(await headerOf(file), map, set);
    const { hash, rows } = await measure(file);
    const order = { file, columns, ledger: ledgerOf(values, 'signup:write'), rows };
    if (values['dry-run']) {
      const tally = await check(order, progressOn(process.stderr));
      print(`${summaryOf(tally, true)}\n`);
      return refuse(tally);
    }
    const of = `${file} (${hash}) for ${values.site} at ${values.url}, ${JSON.stringify([map, set])}`;
    const state = new StateFile<State>(values.state, { what: 'an import', of });
    return resumable(state, async (run) => {
      const tally = run.begun?.tally ?? (await check(order, run.progress));
      if (!run.begun && tally.invalid > 0 && !values['skip-invalid']) return refuse(tally);
      return write(order, run);
    });
  },
});

const INVALID = 1;

/** All that both passes need. */
interface Import {
  readonly file: string;
  readonly columns: Columns;
  readonly ledger: Ledger;
  /** About. */
  readonly rows: number;
}

interface State {
  readonly line: number;
  readonly tally: Tally;
}

/** Nothing was written. */
function refuse({ invalid, rows }: Tally): number {
  if (invalid === 0) return 0;
  const advice = 'Correct them, or leave them out with --skip-invalid.';
  tell(`${invalid} of ${rows} rows are invalid; nothing was written. ${advice}\n`);
  return INVALID;
}

async function check({ rows, ...order }: Import, progress: Progress): Promise<Tally> {
  const tally = newTally();
  const left = leftOut(order.columns);
  if (left.length > 0) tell(`Not imported: ${left.map((name) => `"${name}"`).join(', ')}.\n`);
  progress.begin('Checked', rows, 0);
  const hear = (row: Row, result: RowResult): void => {
    count(tally, result);
    for (const text of explain(row, result, order.columns)) printLine(text);
  };
  await pass({ ...order, dryRun: true, after: 0, hear, reached: (_, number) => progress.advance(number) });
  progress.end();
  return tally;
}

async function write({ rows, ...order }: Import, { begun, progress, reached }: Run<State>): Promise<number> {
  const { line, tally } = begun ?? { line: 0, tally: newTally() };
  progress.begin('Imported', rows, tally.rows);
  await pass({
    ...order,
    dryRun: false,
    after: line,
    hear: (_, result) => count(tally, result),
    reached: async (to, number) => {
      progress.advance(number);
      await reached({ line: to, tally });
    },
  });
  progress.end();
  print(`${summaryOf(tally, false)}\n`);
  return tally.invalid > 0 ? INVALID : 0;
}

async function headerOf(file: string): Promise<readonly string[]> {
  for await (const { cells } of readCsv(file)) return cells;
  throw new CommandError(`${file} is empty.`);
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

function explain({ number }: Row, result: RowResult, { header, places }: Columns): string[] {
  if (result.kind === 'refused') return [`line ${number}: refused. ${result.detail}`];
  if (result.kind !== 'invalid') return [];
  return result.flaws.map(({ field, detail }) => {
    const column = header[places.get(field) ?? -1];
    const place = column === undefined ? field : `column "${column}"`;
    return `line ${number}${place === '' ? '' : `, ${place}`}: ${detail}`;
  });
}
