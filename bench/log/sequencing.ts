import { LARGEST_BATCH } from '../../shared/log/sequencer';
import { median } from '../statistics';
import type { Table } from '../table';
import type { CompactLog } from './compact-log';
import { fill, someEntries, take } from './fill';

const SIZES = [0, 1000, 10_000, 100_000, 1_000_000, 10_000_000];
const ROUNDS = 7;
const SMALL = 10;

interface Cost {
  readonly ms: number;
  readonly read: number;
  readonly written: number;
}

/** What a batch costs as the log grows. Random, so that no batch begins where a tile does. */
export async function sequencing(store: CompactLog): Promise<Table> {
  const rows = [];
  let size = 0;
  for (const wanted of SIZES) {
    await fill(store, size, wanted);
    const large = await cost(store, LARGEST_BATCH);
    const small = await cost(store, SMALL);
    size = Math.max(size, wanted) + ROUNDS * (LARGEST_BATCH + SMALL);
    rows.push([
      wanted.toLocaleString('en'),
      Math.round((1000 * LARGEST_BATCH) / large.ms).toLocaleString('en'),
      `${large.read} / ${large.written}`,
      small.ms.toFixed(2),
      `${small.read} / ${small.written}`,
    ]);
  }
  return {
    title: 'Taking entries into the log',
    note: `In memory, signed. Medians of ${ROUNDS} batches. Reads and writes are of tiles; each batch also reads and writes the head and the checkpoint.`,
    columns: [
      'leaves before',
      `entries/s, ${LARGEST_BATCH} at once`,
      'tiles read / written',
      `ms for ${SMALL}`,
      'tiles read / written',
    ],
    rows,
  };
}

async function cost(store: CompactLog, count: number): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const entries = someEntries(count);
    const before = { ...store.counts };
    const start = performance.now();
    await take(entries, store);
    const ms = performance.now() - start;
    const { tilesRead, tilesWritten } = store.counts;
    costs.push({ ms, read: tilesRead - before.tilesRead, written: tilesWritten - before.tilesWritten });
  }
  const middle = (of: keyof Cost): number => median(costs.map((one) => one[of]));
  return { ms: middle('ms'), read: middle('read'), written: middle('written') };
}
