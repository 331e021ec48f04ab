import type { Language } from '../words/languages';
import { localeIn } from '../words/locale';

export interface TableForm {
  /** A spreadsheet takes for a separator what people of its language write tables with. */
  readonly language: Language;
  /** With a byte order mark, without which Excel takes umlauts for something else; programs stumble over it. */
  readonly forSpreadsheets: boolean;
  /** Leaves an address that begins with a sign as it is, as no spreadsheet can make a call of it. For who goes on to write there. */
  readonly keepsAddresses?: boolean;
}

/** A table (RFC 4180). Every row has the columns of the first. */
export function csvTable(
  rows: readonly (readonly string[])[],
  { language, forSpreadsheets, keepsAddresses = false }: TableForm,
): string {
  const { separator } = localeIn(language);
  const cell = (text: string) =>
    quoted(isFormula(text) && !(keepsAddresses && isSignedAddress(text)) ? `'${text}` : text);
  const lines = rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
  return forSpreadsheets ? `\ufeff${lines}` : lines;
}

/**
 * What a spreadsheet would take for a formula, at the beginning of a cell (OWASP, "CSV Injection"): with the full-width
 * forms of the signs, which some programs take for the same, and whatever white space or invisible characters stand before.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

export const isFormula = (text: string): boolean => FORMULA.test(text);

/** An address that begins with a sign, and has nothing in it that a formula needs to call anything. */
export const isSignedAddress = (text: string): boolean => /^[=+-][\w.+-]*@[\w.-]+$/.test(text);

/** Always in quotes, so that no separator within can begin a cell; an apostrophe before it keeps formulas from being any. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
