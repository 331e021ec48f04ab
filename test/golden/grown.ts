/** A text that people read: its words may change. Values that programs go by have no spaces. */
const isWords = (value: unknown): boolean => typeof value === 'string' && /\s/.test(value);

/** Until when something is kept follows from rules, which may become others while the format stays. */
const RULED: readonly string[] = ['until'];

/** Members that say something to people, also in a single word. */
const WORDS = /(^|[a-z_])(text|title|name|label|rule|words|note|description)s?$/i;

/**
 * Where a value is not what it was, or something of it is missing. It may have grown: there may be more members than there were.
 *
 * @returns JSON pointers
 */
export function differences(then: unknown, now: unknown, at = ''): string[] {
  if (isWords(then)) return typeof now === 'string' ? [] : [at];
  if (Array.isArray(then)) {
    if (!Array.isArray(now) || now.length !== then.length) return [at];
    return then.flatMap((value, n) => differences(value, now[n], `${at}/${n}`));
  }
  if (typeof then !== 'object' || then === null) return Object.is(then, now) ? [] : [at];
  if (typeof now !== 'object' || now === null) return [at];
  return Object.entries(then).flatMap(([name, value]) => {
    if (!Object.hasOwn(now, name)) return [`${at}/${name}`];
    if (RULED.includes(name)) return [];
    const found: unknown = (now as Record<string, unknown>)[name];
    const isSaid = WORDS.test(name) && typeof value === 'string' && typeof found === 'string';
    return isSaid ? [] : differences(value, found, `${at}/${name}`);
  });
}

/** The cells of a table, row by row. None of ours has a line break in a cell that is not quoted. */
export function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  while (cells.lastIndex < csv.length) {
    const [, cell = '', after] = cells.exec(csv) ?? [];
    rows.at(-1)?.push(cell);
    if (after !== ',') rows.push([]);
  }
  return rows.filter(({ length }) => length > 0);
}
