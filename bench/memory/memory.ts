import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sum } from '../numbers';
import type { Cell, Table } from '../table';
import { classesIn, growth, type Held } from './grown';
import { compact, parts } from './on-disk';
import { People } from './people';
import type { Heap } from './probe';
import { StackChild } from './stack-child';

export interface MemoryOptions {
  /** How many come. @default 500 */
  readonly people?: number | undefined;
  /** Over which they come evenly. @default as fast as they can */
  readonly minutes?: number | undefined;
  /** Of each thread, in megabytes. @default what Node takes */
  readonly oldSpace?: number | undefined;
  /** Whether heaps are compared by what is in them, which takes memory itself. @default false */
  readonly snapshots?: boolean | undefined;
}

const PEOPLE = 500;
const MINUTE_MS = 60_000;
/** For what follows from the last ones. */
const AFTERWARDS_MS = 30_000;
const MEGA = 1e6;
/** A thread that grew by less between two snapshots did not. */
const GREW = MEGA / 10;
const SHOWN = 6;

/** The local stack as `npm start` runs it, while people come. */
export async function memory({
  people = PEOPLE,
  minutes = 0,
  oldSpace,
  snapshots = false,
}: MemoryOptions): Promise<Table[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-memory-'));
  const dataDir = path.join(folder, 'data');
  const stack = await StackChild.start(dataDir, oldSpace);
  try {
    const coming = await People.arrive(stack.url, dataDir);
    const everyMs = (minutes * MINUTE_MS) / people;
    const begun = performance.now();
    const moments = [await look('started', stack, coming)];
    await coming.come(people / 2, everyMs);
    moments.push(await look('half', stack, coming, snapshots ? path.join(folder, 'half') : undefined));
    await coming.come(people, everyMs);
    moments.push(await look('all', stack, coming, snapshots ? path.join(folder, 'all') : undefined));
    await wait(AFTERWARDS_MS);
    moments.push(await look('half a minute later', stack, coming));
    if (!stack.isAlive) throw new Error('The stack ended.');
    coming.leave();
    const grown = snapshots ? await grownIn(moments[1]!.heaps, moments[2]!.heaps, coming.done - people / 2) : [];
    await stack.stop();
    return [
      memoryTable(moments, (performance.now() - begun) / 1000),
      heapTable(moments),
      ...grown,
      await diskTable(dataDir, coming.done),
    ];
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true });
  }
}

interface Moment {
  readonly name: string;
  readonly people: number;
  readonly resident: number;
  readonly peak: number;
  readonly heaps: readonly Heap[];
}

async function look(name: string, stack: StackChild, { done }: People, folder?: string): Promise<Moment> {
  const memory = stack.memory();
  if (folder) await mkdir(folder);
  return { name, people: done, ...memory, heaps: await stack.heaps(folder === undefined ? {} : { folder }) };
}

function memoryTable(moments: readonly Moment[], seconds: number): Table {
  return {
    title: 'Memory of the local stack',
    note: `In megabytes; heaps are what is in use in all threads after garbage was collected. In ${seconds.toFixed(0)} seconds.`,
    columns: ['when', 'people', 'resident', 'at most until then', 'heaps', 'threads'],
    rows: moments.map(({ name, people, resident, peak, heaps }) => [
      ...[name, people, resident.toFixed(0), peak.toFixed(0)],
      (sum(heaps.map(({ usedBytes }) => usedBytes)) / MEGA).toFixed(0),
      heaps.length,
    ]),
  };
}

/** The largest, and those that grew most. */
function heapTable(moments: readonly Moment[]): Table {
  const of = ({ heaps }: Moment, thread: string): number =>
    heaps.find((heap) => heap.thread === thread)?.usedBytes ?? 0;
  const [, half, all] = moments as [Moment, Moment, Moment, ...Moment[]];
  const threads = all.heaps.map(({ thread }) => thread);
  const rows = threads
    .map(
      (thread) => [thread, ...moments.map((moment) => of(moment, thread)), of(all, thread) - of(half, thread)] as const,
    )
    .sort((one, other) => Number(other.at(-1)) - Number(one.at(-1)));
  return {
    title: 'Heaps by thread',
    note: 'In megabytes, after garbage was collected.',
    columns: ['thread', ...moments.map(({ name }) => name), 'since half'],
    rows: rows.map(([thread, ...bytes]) => [thread, ...bytes.map((one) => (one / MEGA).toFixed(1))]),
  };
}

/** What there is more of in the threads that grew most. */
async function grownIn(before: readonly Heap[], after: readonly Heap[], people: number): Promise<Table[]> {
  const rows: Cell[][] = [];
  for (const { thread, file } of after) {
    const had = before.find((heap) => heap.thread === thread)?.file;
    if (file === undefined || had === undefined) continue;
    const [old, now] = [await classesIn(had), await classesIn(file)];
    const bytes = (of: ReadonlyMap<string, Held>): number => sum([...of.values()].map((held) => held.bytes));
    if (bytes(now) - bytes(old) < GREW) continue;
    for (const one of growth(old, now).slice(0, SHOWN)) {
      rows.push([
        thread,
        one.name.slice(0, 40),
        one.count,
        (one.bytes / MEGA).toFixed(2),
        (one.bytes / people).toFixed(0),
      ]);
    }
  }
  return [
    {
      title: 'What grew between half and all',
      note: 'In threads whose snapshot grew by a tenth of a megabyte and more.',
      columns: ['thread', 'class', 'more of them', 'MB', 'bytes a person'],
      rows,
    },
  ];
}

async function diskTable(dataDir: string, people: number): Promise<Table> {
  const before = parts(dataDir);
  for (const folder of ['tables', 'messages']) await compact(path.join(dataDir, folder));
  const after = parts(dataDir);
  const rows: Cell[][] = [...before].map(([name, bytes]) => [name, bytes, after.get(name) ?? 0]);
  rows.push(['sum', sum([...before.values()]), sum([...after.values()])]);
  const kilobytes = (bytes: Cell): string => (Number(bytes) / 1000 / people).toFixed(1);
  return {
    title: 'On disk',
    note: `KB a person, of ${people}.`,
    columns: ['folder', 'when it was stopped', 'after compaction'],
    rows: rows.map(([name, one, other]) => [name!, kilobytes(one!), kilobytes(other!)]),
  };
}
