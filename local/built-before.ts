import { version, type Metafile } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BundleOptions } from '../infra/bundle';
import { filesOf } from '../infra/large-files';
import { registerFile } from '../infra/notice-register';
import { build } from './build';

const ROOT = path.resolve(__dirname, '..');

/** Whatever bundles are made from, and by. */
const FOLDERS = ['console', 'functions', 'infra', 'local', 'shared'].map((name) => path.join(ROOT, name));
/** What is installed, as npm writes it down. */
const INSTALLED = [path.join(ROOT, 'package.json'), path.join(ROOT, 'node_modules', '.package-lock.json')];

interface MadeFrom {
  readonly hash: string;
  /** Sources elsewhere: what the sites are made from. */
  readonly others: readonly string[];
}

/** Bundles what a stack runs, unless just that was bundled there before: then nothing would come out differently. */
export function buildOnce(options: BundleOptions): void {
  if (isBuilt(options)) return;
  rmSync(options.outdir, { recursive: true, force: true });
  const others = othersIn(build(options), options.outdir);
  writeFileSync(fileIn(options), JSON.stringify({ hash: hashOf(options, others), others } satisfies MadeFrom));
}

/** Whether what would be bundled lies there already, made from the same. */
export function isBuilt(options: BundleOptions): boolean {
  const before = read(fileIn(options));
  return before !== undefined && hashOf(options, before.others) === before.hash;
}

const fileIn = ({ outdir }: BundleOptions): string => path.join(outdir, 'made-from.json');

/** Undefined where nothing was made, or whoever wrote it was ended meanwhile: then all is made anew. */
function read(file: string): MadeFrom | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as MadeFrom;
  } catch {
    return undefined;
  }
}

function othersIn({ inputs }: Metafile, outdir: string): string[] {
  const known = [...FOLDERS, path.join(ROOT, 'node_modules'), outdir].map((folder) => folder + path.sep);
  return Object.keys(inputs)
    .map((input) => path.resolve(input))
    .filter((input) => existsSync(input) && !known.some((folder) => input.startsWith(folder)));
}

/** Of names and contents, as copying files or changing branches leaves no times to go by. */
function hashOf({ outdir: _, ...options }: BundleOptions, others: readonly string[]): string {
  const files = [...[...FOLDERS, filesOf(options.sites)].flatMap(filesIn), ...INSTALLED, ...others];
  const hash = createHash('sha256').update(JSON.stringify([version, process.version, options]));
  for (const file of [...files, registerFile(options.sites)]) {
    const content = existsSync(file) ? readFileSync(file) : undefined;
    hash.update(`\0${file}\0${content?.length ?? 'none'}\0`).update(content ?? '');
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}
