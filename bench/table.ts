export type Cell = string | number;

export interface Table {
  readonly title: string;
  /** How to read it. */
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** For a terminal: columns under each other. */
export function asText({ title, note, columns, rows }: Table): string {
  const widths = columns.map((column, n) => Math.max(column.length, ...rows.map((row) => String(row[n]).length)));
  const isRight = columns.map((_, n) => isNumeric(rows, n));
  const pad = (cell: Cell, n: number): string =>
    isRight[n] ? String(cell).padStart(widths[n] ?? 0) : String(cell).padEnd(widths[n] ?? 0);
  const line = (cells: readonly Cell[]): string => cells.map(pad).join('  ').trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [`\n${title}`, ...(note ? [note] : []), '', ...[columns, rule, ...rows].map(line)].join('\n');
}

/** For docs/performance.md. */
export function asMarkdown({ title, note, columns, rows }: Table): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, n) => (isNumeric(rows, n) ? '---:' : '---'));
  return [`\n## ${title}`, ...(note ? ['', note] : []), '', ...[columns, rule, ...rows].map(line)].join('\n');
}

function isNumeric(rows: Table['rows'], column: number): boolean {
  return rows.every((row) => !Number.isNaN(Number(row[column])));
}
