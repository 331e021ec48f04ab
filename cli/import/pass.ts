import type { Ledger } from '../../clients/typescript/src/index';
import { readCsv, type Line } from './csv';
import { readRow, type Row, type Sheet } from './row';
import { MOST_BYTES, MOST_ROWS, send, sizeOf, type RowResult } from './send';

/** Calls under way at once. What they have is also as much as is done again after a crash. */
const AT_ONCE = 4;

export interface Pass {
  readonly file: string;
  readonly encoding: string | undefined;
  readonly sheet: Sheet;
  readonly ledger: Ledger;
  /** Only ask what would become of each row. */
  readonly dryRun: boolean;
  /** Rows up to this line are done. */
  readonly after: number;
  readonly hear: (row: Row, result: RowResult) => void;
  /** All up to this line is done. */
  readonly reached: (line: number, rows: number) => Promise<void> | void;
}

/** Goes through the file once; holds no more of it than what {@link AT_ONCE} calls have. */
export async function pass({ file, encoding, sheet, after, ledger, dryRun, hear, reached }: Pass): Promise<void> {
  const underWay: Promise<Sent>[] = [];
  const finishOldest = async (): Promise<void> => {
    const { rows, results, failure } = await (underWay.shift() as Promise<Sent>);
    if (failure) throw failure;
    rows.forEach((row, n) => hear(row, results[n] as RowResult));
    await reached((rows.at(-1) as Row).number, rows.length);
  };
  for await (const rows of batches(readCsv(file, encoding), sheet, after)) {
    if (underWay.length === AT_ONCE) await finishOldest();
    underWay.push(sendAll(ledger, rows, dryRun));
  }
  while (underWay.length > 0) await finishOldest();
}

interface Sent {
  readonly rows: readonly Row[];
  readonly results: readonly RowResult[];
  readonly failure?: Error;
}

/** Never throws, as nobody waits for it yet. */
function sendAll(ledger: Ledger, rows: readonly Row[], dryRun: boolean): Promise<Sent> {
  return send(ledger, rows, dryRun).then(
    (results) => ({ rows, results }),
    (failure: Error) => ({ rows, results: [], failure }),
  );
}

/** The rows after a line, as many at once as a call takes. */
async function* batches(lines: AsyncIterable<Line>, sheet: Sheet, after: number): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  let bytes = 0;
  let isHeader = true;
  for await (const line of lines) {
    if (!isHeader && line.number > after) {
      const row = readRow(line, sheet);
      const size = sizeOf(row);
      if (rows.length === MOST_ROWS || (rows.length > 0 && bytes + size > MOST_BYTES)) {
        yield rows;
        [rows, bytes] = [[], 0];
      }
      rows.push(row);
      bytes += size;
    }
    isHeader = false;
  }
  if (rows.length > 0) yield rows;
}
