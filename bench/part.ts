import type { Table } from './table';

/** Something that is measured. Whatever it compares, it measures in this one run. */
export interface Part {
  /** What it is asked for by: `npm run bench -- <name>`. */
  readonly name: string;
  measure(): Promise<Table[]>;
}
