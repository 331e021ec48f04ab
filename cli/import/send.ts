import { Problem, type ImportResult, type ImportRow, type Ledger } from '../../clients/typescript/src/index';
import { CommandError } from '../command-error';
import type { Row } from './row';
import type { Flaw } from './told';

/** The system's answer to a row, or, in a dry run, the answer that it would give. */
export type RowResult =
  | { readonly kind: 'imported' }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'leftOut' }
  | { readonly kind: 'refused'; readonly why: string; readonly detail: string }
  | { readonly kind: 'invalid'; readonly flaws: readonly Flaw[] };

/** As many as one call takes. */
export const MOST_ROWS = 100;
/** A body has at most 64 KB; a little of that is around the rows. */
export const MOST_BYTES = 63 * 1024;

/** How much of a body a row takes. */
export const sizeOf = (row: Row): number => Buffer.byteLength(JSON.stringify(rowOf(row, true))) + 1;

/** Brings rows to the system, over HTTP as any backend does. @throws {CommandError} where no row can be taken */
export async function send(ledger: Ledger, rows: readonly Row[], dryRun: boolean): Promise<RowResult[]> {
  const sent = rows.filter(isSent);
  const answers = sent.length === 0 ? [] : await ledger.importRows(sent.map((row) => rowOf(row, dryRun))).catch(stop);
  const resultOf = new Map(sent.map((row, n) => [row, outcomeOf(answers[n] ?? {})]));
  return rows.map((row) => resultOf.get(row) ?? withoutAsking(row));
}

const isSent = ({ kind, flaws }: Row): boolean => kind !== 'skip' && flaws.length === 0;

function withoutAsking({ kind, flaws }: Row): RowResult {
  return kind === 'skip' ? { kind: 'leftOut' } : { kind: 'invalid', flaws };
}

/** The system checks what a row says. */
function rowOf({ kind, body }: Row, dryRun: boolean): ImportRow {
  const report = { ...body, dryRun };
  return (kind === 'consents' ? { consent: report } : { optOut: report }) as ImportRow;
}

function stop(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  throw new CommandError(`The system answered ${error.status}: ${error.detail}`);
}

function outcomeOf({ status, problem }: ImportResult): RowResult {
  if (problem) return problemOf(problem);
  if (status === 'overtaken')
    return { kind: 'refused', why: status, detail: 'The person gave this after that; it stands.' };
  return { kind: status === 'recorded' ? 'imported' : 'alreadyThere' };
}

function problemOf(given: NonNullable<ImportResult['problem']>): RowResult {
  const problem = new Problem(given);
  const { status, code, detail, errors } = problem;
  if (status === 409) return { kind: 'refused', why: code, detail };
  if (status === 422) return { kind: 'invalid', flaws: errors.map(flawOf) };
  return stop(problem);
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ['visitor', 'ip'],
  ['signedUpBy', 'signedUpIp'],
]);

/** From the place in the body to the field of the row. */
function flawOf({ pointer, detail }: { pointer: string; detail: string }): Flaw {
  const [, top = '', below] = pointer.split('/');
  const field = top === 'fields' ? `fields.${below ?? ''}` : (FIELD_OF.get(top) ?? top);
  return { field, detail };
}
