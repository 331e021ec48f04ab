import type { Keys } from '../../shared/ledger/dynamo';
import type { Table } from '../../shared/ledger/table';
import type { Run } from '../resume/resumable';
import { partitionsOf } from './partitions';
import { itemCount } from './table-size';

export const PAGE_SIZE = 1000;

/** How far a walk over a table is. */
export interface Place {
  /** The last item that was seen; undefined at the beginning. */
  readonly after?: Keys | undefined;
  /** Items that were seen. */
  readonly seen: number;
}

/** Looks at whole partitions, and gives the state with what was found. */
export type Visit<T extends Keys, S> = (partitions: readonly (readonly T[])[], state: S) => Promise<S>;

/** Goes over a table, from where the state says. After each page the place is kept, with what was found up to there. */
export async function walkTable<T extends Keys, S extends Place>(
  table: Table,
  begun: S,
  { progress, reached, pageSize = PAGE_SIZE, segment }: Pick<Run<S>, 'progress' | 'reached' | 'pageSize' | 'segment'>,
  visit: Visit<T, S>,
): Promise<S> {
  let state = begun;
  progress.begin(table.name, await itemCount(table), begun.seen);
  for await (const { partitions, last } of partitionsOf<T>(table, begun.after, pageSize, segment)) {
    const found = await visit(partitions, state);
    const items = partitions.flat().length;
    state = { ...found, after: last, seen: state.seen + items };
    progress.advance(items);
    await reached(state);
  }
  return state;
}
