import { nodesOf } from '../../shared/log/nodes';
import { proveConsistency, proveInclusion } from '../../shared/log/prove';
import { median } from '../statistics';
import type { Table } from '../table';
import type { CompactLog } from './compact-log';

const SIZES = [256, 1000, 10_000, 100_000, 1_000_000, 10_000_000];
const PROOFS = 300;

/** How many tiles a proof reads, with no tile known from before. */
export async function proving(store: CompactLog): Promise<Table> {
  const rows = [];
  for (const size of SIZES) {
    const inclusion = await measure(
      store,
      () => randomBelow(size),
      (index, read) => proveInclusion(index, size, read),
    );
    const consistency = await measure(
      store,
      () => randomBelow(size),
      (old, read) => proveConsistency(old, size, read),
    );
    const most = 2 * Math.ceil(Math.log2(size) / 8);
    rows.push([size.toLocaleString('en'), most, inclusion.most, inclusion.ms, consistency.most, consistency.ms]);
  }
  return {
    title: 'Proofs',
    note: `Of ${PROOFS} random places each: most tiles read, and the median time, tiles in memory.`,
    columns: ['leaves', '2 x log256', 'tiles, inclusion', 'ms', 'tiles, consistency', 'ms'],
    rows,
  };
}

async function measure(
  store: CompactLog,
  place: () => number,
  prove: (place: number, read: ReturnType<typeof nodesOf>) => Promise<unknown>,
): Promise<{ most: number; ms: string }> {
  let most = 0;
  const times: number[] = [];
  for (let n = 0; n < PROOFS; n++) {
    const before = store.counts.tilesRead;
    const start = performance.now();
    await prove(place(), nodesOf(store));
    times.push(performance.now() - start);
    most = Math.max(most, store.counts.tilesRead - before);
  }
  return { most, ms: median(times).toFixed(3) };
}

const randomBelow = (limit: number): number => Math.floor(Math.random() * limit);
