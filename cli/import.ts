import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../clients/typescript/src/index';
import { command } from './command';
import { CommandError } from './command-error';
import { columnsOf, FIELDS, leftOut } from './import/columns';
import { readCsv } from './import/csv';
import { ENCODINGS } from './import/decode';
import { requireZone } from './import/moment';
import { pass } from './import/pass';
import { Rejected } from './import/rejected';
import type { Row, Sheet } from './import/row';
import { guess, isNamedNo } from './import/says-no';
import type { RowResult } from './import/send';
import { KINDS } from './import/kinds';
import { statesOf, Unmapped } from './import/states';
import { count, newTally, summaryOf, type Tally } from './import/tally';
import { ToldOnce } from './import/told-once';
import { SITE, stateOf, SYSTEM, tokenNote } from './options';
import { printLine, stderr, tell } from './print';
import { progressOn, type Progress } from './resume/progress';
import { resumable, type Run } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { ledgerOf } from './system';

export const importConsents = command({
  name: 'import',
  about: `Takes over consents that were given elsewhere, with whatever proof there is of them, existing customers who may be mailed
on legitimate interest, and contracts; and who left, objected or gets no mail, as what they are. FILE is CSV with a header,
delimited by comma, semicolon or tab; a row is a person. First all rows are checked, and nothing is written if one is invalid. A
row is one record, however often it is imported. What a person said here - withdrawn, objected, erased, given again - is never
overridden. Nobody is mailed. docs/importing.md has the commands for Mailchimp, Brevo, CleverReach and listmonk.`,
  operands: { names: 'FILE.csv', least: 1, most: 1, ask: 'One FILE and --site are needed.' },
  options: {
    site: SITE,
    as: { takes: KINDS.join('|'), oneOf: KINDS, says: 'what its rows are (default: consents)' },
    map: { takes: 'COLUMN=FIELD', says: "which column says what, unless it has the field's name", isList: true },
    set: {
      takes: 'FIELD=VALUE',
      says: 'what holds for all rows, e.g. --set purposes=newsletter --set version=3',
      isList: true,
    },
    value: {
      takes: 'COLUMN:VALUE=MEANING',
      says: `what a state makes of its rows: ${KINDS.join(', ')}, skip or ignore; VALUE * is all others that are not empty`,
      isList: true,
    },
    timezone: { takes: 'ZONE', says: 'whose clock it is where times have no offset, e.g. UTC or Europe/Berlin' },
    dates: {
      takes: 'day-first|month-first',
      oneOf: ['day-first', 'month-first'],
      says: 'how 03-04-2020 and 03/04/2020 are meant',
    },
    encoding: { takes: ENCODINGS.join('|'), oneOf: ENCODINGS, says: 'of a file that does not say it (default: utf-8)' },
    'dry-run': { says: 'only check, and say what would become of each row' },
    'skip-invalid': { says: 'leave invalid rows out' },
    rejected: { takes: 'FILE', says: 'where to write the rows that were not imported, each with why' },
    state: stateOf('import'),
    url: SYSTEM,
  },
  notes: `Fields: ${FIELDS.join(', ')}; fields.<id> for the site's own questions.
Consents need: email, purposes (several with spaces between), and the wording by its version, as the site's policy has it, or by
its hash in notices. doubleOptIn: yes if the source had it confirmed by mail; needed where the site takes nothing less. Then
signedUpAt and signedUpIp are its first step, givenAt and ip its second. All others need email alone; saidAt is when it was.

${tokenNote('signup:write')}`,
  exits: { 0: 'done', 1: 'there are invalid rows' },
  run: async ({ map, set, value, ...values }, [file = '']) => {
    const { as, timezone, dates, encoding } = values;
    requireZone(timezone);
    requireKind(file, as);
    const columns = columnsOf(await headerOf(file, encoding), map, set, as);
    const order = dates && (dates === 'day-first' ? 'day' : 'month');
    const states = statesOf(columns, as ?? 'consents', value);
    const sheet: Sheet = { columns, states, clock: { zone: timezone, order }, name: path.basename(file) };
    const { hash, rows } = await measure(file, encoding, sheet);
    const rejected = new Rejected(values.rejected, columns);
    const given: Import = { file, encoding, sheet, rejected, ledger: ledgerOf(values, 'signup:write'), rows };
    if (values['dry-run']) {
      const tally = await check(given, progressOn(stderr));
      printLine(summaryOf(tally, true));
      return refuse(tally);
    }
    const reading = [map, set, value, as, timezone, dates, encoding];
    const of = `${file} (${hash}) for ${values.site} at ${values.url}, ${JSON.stringify(reading)}`;
    const state = new StateFile<State>(values.state, { what: 'an import', of });
    return resumable(state, async (run) => {
      const tally = run.begun?.tally ?? (await check(given, run.progress));
      if (!run.begun && tally.invalid > 0 && !values['skip-invalid']) return refuse(tally);
      return write(given, run);
    });
  },
});

const INVALID = 1;

/** All that both passes need. */
interface Import {
  readonly file: string;
  readonly encoding: string | undefined;
  readonly sheet: Sheet;
  readonly rejected: Rejected;
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

/** @throws {CommandError} where the file is called as those of other rows are */
function requireKind(file: string, as: string | undefined): void {
  const name = path.basename(file);
  if (as !== undefined || !isNamedNo(name)) return;
  throw new CommandError(
    `${name} is called as a file of those who are not to be mailed is. If it is one, say --as ${guess(name)}; ` +
      'if its rows are consents all the same, --as consents.',
  );
}

async function check({ rows, rejected, ...order }: Import, progress: Progress): Promise<Tally> {
  const tally = newTally();
  const { columns } = order.sheet;
  const left = leftOut(columns);
  if (left.length > 0) tell(`Not imported: ${left.map((name) => `"${name}"`).join(', ')}.\n`);
  progress.begin('Checked', rows, 0);
  const told = new ToldOnce(columns);
  await rejected.begin();
  const hear = (row: Row, result: RowResult): void => {
    count(tally, row, result);
    told.hear(row, result);
    rejected.hear(row, result);
  };
  const reached = async (_: number, number: number): Promise<void> => {
    progress.advance(number);
    await rejected.save();
  };
  await pass({ ...order, dryRun: true, after: 0, hear, reached });
  progress.end();
  for (const text of told.texts) printLine(text);
  return tally;
}

async function write(
  { rows, rejected: _, ...order }: Import,
  { begun, progress, reached }: Run<State>,
): Promise<number> {
  const { line, tally } = begun ?? { line: 0, tally: newTally() };
  progress.begin('Imported', rows, tally.rows);
  await pass({
    ...order,
    dryRun: false,
    after: line,
    hear: (row, result) => count(tally, row, result),
    reached: async (to, number) => {
      progress.advance(number);
      await reached({ line: to, tally });
    },
  });
  progress.end();
  printLine(summaryOf(tally, false));
  return tally.invalid > 0 ? INVALID : 0;
}

async function headerOf(file: string, encoding: string | undefined): Promise<readonly string[]> {
  for await (const { cells } of readCsv(file, encoding)) return cells;
  throw new CommandError(`${file} is empty.`);
}

/**
 * The file's name for its state, and how many rows it has.
 *
 * @throws {CommandError} where a state is in it that nobody said the meaning of
 */
async function measure(file: string, encoding: string | undefined, { states }: Sheet) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  const unmapped = new Unmapped(states);
  let lines = 0;
  for await (const { cells } of readCsv(file, encoding)) if (lines++ > 0) unmapped.count(cells);
  if (unmapped.question !== undefined) throw new CommandError(unmapped.question);
  return { hash: hash.digest('base64url'), rows: Math.max(1, lines - 1) };
}
