import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { bundleFunctions, BUNDLING } from '../../infra/bundle';
import { functionFiles } from '../../infra/function-files';
import { inTurns, median, sum } from '../numbers';
import type { Cell, Table } from '../table';
import { importTime, type ImportTime } from './import-time';

const SAMPLES = 21;
const BARE = 'bare client';
/** For these there are goals. */
const ASKED_BY_PEOPLE = ['signup', 'confirm', 'unsubscribe'];
const MOST_KB = 330;
const MOST_RATIO = 1.35;

/** How large each function is, and how long it takes to load, against a handler that has the DynamoDB client alone. */
export async function bundles(): Promise<Table[]> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'bench-bundles-'));
  try {
    const metafile = bundleFunctions({ outdir, sites: EXAMPLE_SITES });
    const bare = path.join(__dirname, 'bare.ts');
    buildSync({ ...BUNDLING, entryPoints: { [`${BARE}/index`]: bare }, outdir });
    return [await sizesAndTimes(outdir), contents(metafile)];
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

async function sizesAndTimes(outdir: string): Promise<Table> {
  // In this order, as what is close in time is compared best.
  const names = [...new Set([BARE, ...ASKED_BY_PEOPLE, ...functionFiles().keys()])];
  const file = (name: string): string => path.join(outdir, name, 'index.js');
  const ways = Object.fromEntries(names.map((name) => [name, () => importTime(file(name))]));
  await inTurns(1, ways); // warms up
  const times = await inTurns(SAMPLES, ways);
  const bare = times[BARE] ?? [];
  const row = (name: string): Cell[] => {
    const [kb, taken] = [statSync(file(name)).size / 1000, times[name] ?? []];
    const ratio = ratioOf(taken, bare, 'ms');
    const cpu = ratioOf(taken, bare, 'cpuMs').toFixed(2);
    const ms = median(taken.map(({ ms }) => ms)).toFixed(1);
    return [name, kb.toFixed(1), ms, ratio.toFixed(2), cpu, ASKED_BY_PEOPLE.includes(name) ? verdict(kb, ratio) : ''];
  };
  return {
    title: 'Bundles: size and cold import',
    note:
      `1 KB = 1000 bytes. Import: median of ${SAMPLES} new processes, taken in turns. Ratios: median / median of the bare client, ` +
      `which has the SDK's default credentials and otherwise the same bundling. Goals: ${MOST_KB} KB, ${MOST_RATIO} x.`,
    columns: ['function', 'KB', 'import ms', 'x bare', 'x bare, CPU time', 'goals'],
    rows: names.map(row),
  };
}

function ratioOf(taken: readonly ImportTime[], bare: readonly ImportTime[], what: keyof ImportTime): number {
  return median(taken.map((time) => time[what])) / median(bare.map((time) => time[what]));
}

function verdict(kb: number, ratio: number): string {
  const missed = [...(kb > MOST_KB ? ['KB'] : []), ...(ratio > MOST_RATIO ? ['import'] : [])];
  return missed.length === 0 ? 'met' : `missed: ${missed.join(', ')}`;
}

/** The sources of the code in the bundles. */
function contents({ outputs }: Metafile): Table {
  const sizes = ASKED_BY_PEOPLE.map((name) => {
    const output = Object.entries(outputs).find(([file]) => file.endsWith(`/${name}/index.js`))?.[1];
    return bySource(Object.entries(output?.inputs ?? {}).map(([file, { bytesInOutput }]) => [file, bytesInOutput]));
  });
  const sources = [...new Set(sizes.flatMap((size) => [...size.keys()]))];
  const total = (source: string): number => sum(sizes.map((size) => size.get(source) ?? 0));
  const kb = (source: string): string[] => sizes.map((size) => ((size.get(source) ?? 0) / 1000).toFixed(1));
  return {
    title: 'Bundles: what is in them, in KB',
    columns: ['from', ...ASKED_BY_PEOPLE],
    rows: sources.sort((a, b) => total(b) - total(a)).map((source) => [source, ...kb(source)]),
  };
}

function bySource(files: readonly [file: string, bytes: number][]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const [file, bytes] of files) sizes.set(sourceOf(file), (sizes.get(sourceOf(file)) ?? 0) + bytes);
  return sizes;
}

function sourceOf(file: string): string {
  const library = /.*node_modules\/(@[^/]+|[^/]+)/.exec(file)?.[1];
  if (library !== undefined)
    return library.startsWith('@smithy') || /^@aws(-sdk)?$/.test(library) ? 'AWS SDK' : library;
  return file.includes('examples/sites') ? 'the example sites and their wording' : 'our own code';
}
