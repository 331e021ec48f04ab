/**
 * A table for spreadsheets: RFC 4180 with a byte order mark, without which Excel takes umlauts for something else.
 * Every row has the columns of the first.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * What a spreadsheet would take for a formula, at the beginning of a cell (OWASP, "CSV Injection"): with the full-width
 * forms of the signs, which some programs take for the same, and whatever white space or invisible characters stand before.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Always in quotes, so that no separator within can begin a cell; an apostrophe keeps formulas from being any. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
