/** What begins with one of these is a formula to a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as a spreadsheet opens them (RFC 4180), with a byte order mark; no cell is taken for a formula. */
export function csv(rows: readonly (readonly string[])[], separator: string): string {
  const lines = rows.map((cells) =>
    cells.map((cell) => quoted(FORMULA.test(cell) ? `'${cell}` : cell)).join(separator),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
