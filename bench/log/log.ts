import { nodesOf } from '../../shared/log/nodes';
import { proveConsistency, proveInclusion } from '../../shared/log/prove';
import { LARGEST_BATCH } from '../../shared/log/sequencer';
import { median } from '../numbers';
import type { Cell, Table } from '../table';
import { CompactLog, fill, someEntries, take } from './compact-log';

const SIZES = [1000, 10_000, 100_000, 1_000_000, 10_000_000];
const BATCHES = 7;
const SMALL = 10;
const PROOFS = 300;

/** The log, up to ten million leaves. */
export async function log(): Promise<Table[]> {
  const store = new CompactLog();
  return [await sequencing(store), await proving(store)];
}

interface Cost {
  readonly ms: number;
  readonly read: number;
  readonly written: number;
}

/** The costs of some work on the log, each time that it is done. */
async function costs(store: CompactLog, times: number, work: () => Promise<unknown>): Promise<Cost[]> {
  const found: Cost[] = [];
  for (let n = 0; n < times; n++) {
    const { tilesRead, tilesWritten } = store.counts;
    const start = performance.now();
    await work();
    const ms = performance.now() - start;
    found.push({ ms, read: store.counts.tilesRead - tilesRead, written: store.counts.tilesWritten - tilesWritten });
  }
  return found;
}

const middle = (found: readonly Cost[], of: keyof Cost): number => median(found.map((one) => one[of]));

/** The costs of a batch of random entries as the log grows. */
async function sequencing(store: CompactLog): Promise<Table> {
  const rows: Cell[][] = [];
  const batches = (count: number) => {
    const entries = Array.from({ length: BATCHES }, () => someEntries(count));
    return costs(store, BATCHES, () => take(entries.pop() ?? [], store));
  };
  let size = 0;
  for (const wanted of [0, ...SIZES]) {
    await fill(store, size, wanted);
    const [large, small] = [await batches(LARGEST_BATCH), await batches(SMALL)];
    size = Math.max(size, wanted) + BATCHES * (LARGEST_BATCH + SMALL);
    rows.push([
      wanted.toLocaleString('en'),
      Math.round((1000 * LARGEST_BATCH) / middle(large, 'ms')).toLocaleString('en'),
      `${middle(large, 'read')} / ${middle(large, 'written')}`,
      middle(small, 'ms').toFixed(2),
      `${middle(small, 'read')} / ${middle(small, 'written')}`,
    ]);
  }
  const tiles = 'tiles read / written';
  return {
    title: 'Taking entries into the log',
    note: `In memory, signed. Medians of ${BATCHES} batches. Reads and writes are of tiles; each batch also reads and writes the head and the checkpoint.`,
    columns: ['leaves before', `entries/s, ${LARGEST_BATCH} at once`, tiles, `ms for ${SMALL}`, tiles],
    rows,
  };
}

/** How many tiles a proof reads, with no tile known from before. */
async function proving(store: CompactLog): Promise<Table> {
  const rows: Cell[][] = [];
  for (const size of [256, ...SIZES]) {
    const place = (): number => Math.floor(Math.random() * size);
    const inclusion = await costs(store, PROOFS, () => proveInclusion(place(), size, nodesOf(store)));
    const consistency = await costs(store, PROOFS, () => proveConsistency(place(), size, nodesOf(store)));
    const figures = [inclusion, consistency].flatMap((found) => [
      Math.max(...found.map(({ read }) => read)),
      middle(found, 'ms').toFixed(3),
    ]);
    rows.push([size.toLocaleString('en'), 2 * Math.ceil(Math.log2(size) / 8), ...figures]);
  }
  return {
    title: 'Proofs',
    note: `Of ${PROOFS} random places each: most tiles read, and the median time, tiles in memory.`,
    columns: ['leaves', '2 x log256', 'tiles, inclusion', 'ms', 'tiles, consistency', 'ms'],
    rows,
  };
}
