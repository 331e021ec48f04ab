import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An import or export from a file beside it, of which something is left when it runs: types alone are not. */
const IMPORT = /(?:import|export)\s+(?!type\b)(?<names>[^;'"]*?)\s*from\s*'(?<from>\.[^']+)'/g;
const TYPES_ALONE = /^\{(?:\s*type\s[^,}]*,?)+\s*\}$/;

const known = new Map<string, readonly string[]>();

/** The files that a file loads, by their absolute paths. */
function loaded(file: string): readonly string[] {
  const found = known.get(file) ?? read(file);
  known.set(file, found);
  return found;
}

function read(file: string): string[] {
  const found: string[] = [];
  for (const { groups } of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (TYPES_ALONE.test(groups?.['names'] ?? '')) continue;
    const name = path.resolve(path.dirname(file), groups?.['from'] ?? '');
    found.push(
      ...[`${name}.ts`, `${name}.tsx`, path.join(name, 'index.ts')].filter((each) => existsSync(each)).slice(0, 1),
    );
  }
  return found;
}

/**
 * The suites in some folders that load a file, the nearest first: by way of how many others they do. A suite that loads it itself is most
 * likely about it.
 *
 * @param file and folders: absolute paths
 */
export function suitesNear(file: string, folders: readonly string[]): string[] {
  const suites = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  const near = suites.flatMap((suite) => {
    const away = distance(suite, file);
    return away === undefined ? [] : [{ suite, away }];
  });
  return near.sort((one, other) => one.away - other.away).map(({ suite }) => suite);
}

function distance(from: string, to: string): number | undefined {
  const met = new Set([from]);
  for (let [away, row] = [0, [from]]; row.length > 0; away++) {
    if (row.includes(to)) return away;
    row = row.flatMap(loaded).filter((file) => !met.has(file));
    for (const file of row) met.add(file);
  }
  return undefined;
}
