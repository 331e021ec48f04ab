import type { Language } from '../words/languages';
import { localeIn } from '../words/locale';

export interface TableForm {
  /** A spreadsheet takes for a separator what people of its language write tables with. */
  readonly language: Language;
  /** With a byte order mark, without which Excel takes umlauts for something else; programs stumble over it. */
  readonly forSpreadsheets: boolean;
}

/** A table (RFC 4180). Every row has the columns of the first. */
export function csvTable(rows: readonly (readonly string[])[], { language, forSpreadsheets }: TableForm): string {
  const { separator } = localeIn(language);
  const lines = rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
  return forSpreadsheets ? `\ufeff${lines}` : lines;
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
