import type { Ledger } from '../../clients/typescript/src/index';
import { readCsv } from './csv';
import { readRow, type Row, type Sheet } from './row';
import { send, type RowResult } from './send';

/** Rows that are under way at once; also as many as are done again after a crash. */
const AT_ONCE = 32;

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

/** Goes through the file once; holds no more of it than {@link AT_ONCE} rows. */
export async function pass({ file, encoding, sheet, after, ...rest }: Pass): Promise<void> {
  let rows: Row[] = [];
  let isHeader = true;
  for await (const line of readCsv(file, encoding)) {
    if (!isHeader && line.number > after) rows.push(readRow(line, sheet));
    isHeader = false;
    if (rows.length < AT_ONCE) continue;
    await finish(rows, rest);
    rows = [];
  }
  await finish(rows, rest);
}

type Finishing = Pick<Pass, 'ledger' | 'dryRun' | 'hear' | 'reached'>;

async function finish(rows: readonly Row[], { ledger, dryRun, hear, reached }: Finishing): Promise<void> {
  const results = await Promise.all(rows.map(async (row) => [row, await send(ledger, row, dryRun)] as const));
  for (const [row, result] of results) hear(row, result);
  const last = rows.at(-1);
  if (last) await reached(last.number, rows.length);
}
