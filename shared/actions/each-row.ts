import { canonicalHash } from '../canonical';
import { readEmailAddress } from '../email-address';
import { eachOf } from '../ledger/batches';
import { errorName, logger } from '../logger';
import type * as z from '../zod';
import type { importRows } from '../http/operations/import-rows';
import { Problem, problemOf } from '../http/problem';

type Row = z.output<typeof importRows.body>['rows'][number];

/** What became of a row that was refused: what a call for it alone is answered. */
interface Refused {
  readonly problem: ReturnType<typeof problemIn>;
}

/** Rows that are not begun by then are left to another call: the gateway waits for 30 seconds. */
const PATIENCE_MS = 20_000;

const outOfTime = (): Problem =>
  new Problem(503, 'busy', 'There was no time left for this row; nothing was done about it. Send it again.');

/**
 * Takes each row by itself, some at once, and those of one address in their order. What is thrown is the answer to its row
 * alone. What was taken stays taken, whatever became of the rest; repeated it is found to be there.
 */
export async function eachRow<R>(
  rows: readonly Row[],
  take: (row: Row) => Promise<R>,
): Promise<readonly (R | Refused)[]> {
  const results = new Array<R | Refused>(rows.length);
  const until = performance.now() + PATIENCE_MS;
  const begin = (row: Row): Promise<R> => (performance.now() < until ? take(row) : Promise.reject(outOfTime()));
  await eachOf(byAddress(rows), async (places) => {
    for (const n of places) results[n] = await begin(rows[n] as Row).catch(refused);
  });
  return results;
}

/** Reports of one person would get into each other's way, and which came first would be chance. */
function byAddress(rows: readonly Row[]): readonly (readonly number[])[] {
  const places = new Map<string, number[]>();
  rows.forEach(({ consent, optOut }, n) => {
    const email = (consent ?? optOut)?.['email'];
    const address = typeof email === 'string' ? readEmailAddress(email) : '';
    const key = typeof address === 'string' ? `row ${n}` : address.canonical;
    places.set(key, [...(places.get(key) ?? []), n]);
  });
  return [...places.values()];
}

function refused(error: unknown): Refused {
  const problem = problemOf(error);
  if (problem !== error && problem.status >= 500) logger.error('failed', { error: errorName(error) });
  return { problem: problemIn(problem) };
}

function problemIn(problem: ReturnType<typeof problemOf>) {
  return problem.toJSON() as { type: string; title: string; status: number; detail: string };
}

/** A report that has no name of its own is known by what it says, so that sent twice it is one. */
export function named<R extends { readonly reference?: string | undefined }>(report: R): R {
  return { ...report, reference: report.reference ?? canonicalHash({ ...report, dryRun: false }) };
}
