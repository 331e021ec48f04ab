import type { Columns } from './columns';
import type { Row } from './row';
import type { RowResult } from './send';

const MOST_LINES = 5;

/** What is wrong with rows, each thing once, with the lines that it is true of. */
export class ToldOnce {
  readonly #lines = new Map<string, number[]>();
  readonly #counts = new Map<string, number>();

  constructor(private readonly columns: Columns) {}

  hear({ number }: Row, result: RowResult): void {
    for (const what of reasonsOf(result, this.columns)) {
      const lines = this.#lines.get(what) ?? [];
      if (lines.length < MOST_LINES) lines.push(number);
      this.#lines.set(what, lines);
      this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    }
  }

  get texts(): string[] {
    return [...this.#lines].map(([what, lines]) => {
      const more = (this.#counts.get(what) ?? 0) - lines.length;
      const all = [...lines.map(String), ...(more > 0 ? [`${more} more`] : [])];
      return `line${all.length === 1 ? '' : 's'} ${new Intl.ListFormat('en-GB').format(all)}${what}`;
    });
  }
}

/** Each with what goes before it. */
export function reasonsOf(result: RowResult, { header, places }: Columns): string[] {
  if (result.kind === 'refused') return [`: refused. ${result.detail}`];
  if (result.kind !== 'invalid') return [];
  return result.flaws.map(({ field, detail }) => {
    const column = header[places.get(field) ?? -1];
    const place = column === undefined ? field : `column "${column}"`;
    return `${place === '' ? '' : `, ${place}`}: ${detail}`;
  });
}
