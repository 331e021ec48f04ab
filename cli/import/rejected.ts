import { appendFile, writeFile } from 'node:fs/promises';
import type { Columns } from './columns';
import type { Row } from './row';
import type { RowResult } from './send';
import { reasonsOf } from './told-once';

/** The rows that were not imported, with why and as they were: to be put right, and imported by themselves. */
export class Rejected {
  #text = '';

  constructor(
    private readonly file: string | undefined,
    private readonly columns: Columns,
  ) {}

  /** Only the operator may read it: it holds what the file held. */
  async begin(): Promise<void> {
    const head = lineOf(['line', 'why', ...this.columns.header]);
    if (this.file !== undefined) await writeFile(this.file, head, { mode: 0o600 });
  }

  hear({ number, cells }: Row, result: RowResult): void {
    const reasons = reasonsOf(result, this.columns).map((reason) => reason.replace(/^[:,] /, ''));
    if (reasons.length > 0) this.#text += lineOf([`${number}`, reasons.join(' '), ...cells]);
  }

  async save(): Promise<void> {
    if (this.file !== undefined && this.#text !== '') await appendFile(this.file, this.#text);
    this.#text = '';
  }
}

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
