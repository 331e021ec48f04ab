import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suitesNear } from './run/mutants/suites-near';

const ROOT = path.join(__dirname, '..');
const MADE = path.join(ROOT, 'dist', 'mutants');
/** Where `stryker.config.mjs` has Stryker write what one run found. */
const REPORT = path.join(MADE, 'run.json');

const PARTS = ['consent', 'policy', 'verify', 'log', 'links', 'actions'];
/** Where suites of a part are that are not in the folder of its name. */
const ALSO: Readonly<Record<string, readonly string[]>> = { links: ['functions'], log: ['verify'] };
/** How large the page is that checks evidence is not to be told of code that can be a mutant. */
const NOT_OF_MUTANTS = 'page-size.test.ts';
/** Stryker takes no run without a suite; this one loads nothing of `shared/`, and so notices nothing. */
const NOTHING = path.join(__dirname, 'run', 'draws.test.ts');
/** With so many suites each mutant is tried at first, the nearest: most are noticed by those that are about their file. */
const FIRST = 8;

interface Mutant {
  readonly status: string;
  readonly replacement: string;
  readonly location: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>;
}

const LIVED = new Set(['Survived', 'NoCoverage']);
const NOTICED = new Set(['Killed', 'Timeout']);

/**
 * `npm run mutants -- PART [FILE...]`: changes a part of `shared/` in every way, file by file, and shows which change no test noticed.
 * FILE is part of a file's path; without one all are tried.
 */
function main([part = '', ...only]: readonly string[]): number {
  if (!PARTS.includes(part)) {
    console.error(`Which part? npm run mutants -- ${PARTS.join(' | ')}`);
    return 2;
  }
  mkdirSync(MADE, { recursive: true });
  const folder = path.join(ROOT, 'shared', part);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && (only.length === 0 || only.some((wanted) => name.includes(wanted))))
    .sort();
  if (files.length === 0) {
    console.error(`No file in shared/${part} is named so: ${only.join(', ')}.`);
    return 2;
  }
  const found: Record<string, readonly Mutant[]> = {};
  for (const name of files) {
    found[name] = tryAll(part, path.join(folder, name));
    writeFileSync(path.join(MADE, `${part}.json`), JSON.stringify(found));
    say(`${part}/${name}`, found[name]);
  }
  const [noticed, all] = count(Object.values(found).flat());
  console.log(`${noticed} of ${all} were noticed.`);
  return noticed >= 0.9 * all ? 0 : 1;
}

/** What lives with the nearest suites is tried anew with all that load the file, which takes many times as long for each. */
function tryAll(part: string, file: string): readonly Mutant[] {
  const folders = [part, ...(ALSO[part] ?? [])].map((name) => path.join(ROOT, 'test', name));
  const suites = suitesNear(file, folders).filter((suite) => !suite.endsWith(NOT_OF_MUTANTS));
  if (suites.length === 0) return run([file], [NOTHING], 1);
  const first = run([file], suites.slice(0, FIRST), 10);
  const lived = first.filter(({ status }) => LIVED.has(status));
  if (lived.length === 0) return first;
  const again = run(
    [...new Set(lived.map(({ location: { start, end } }) => `${file}:${start.line}-${end.line}`))],
    suites,
    1,
  );
  const then = new Map(again.map((mutant) => [nameOf(mutant), mutant]));
  return first.map((mutant) => (LIVED.has(mutant.status) ? (then.get(nameOf(mutant)) ?? mutant) : mutant));
}

const nameOf = ({ location, replacement }: Mutant): string => JSON.stringify([location, replacement]);

/** @param oneOf of how many draws of a property one is made */
function run(places: readonly string[], suites: readonly string[], oneOf: number): readonly Mutant[] {
  rmSync(REPORT, { force: true });
  const inProject = (name: string): string => path.relative(ROOT, name);
  const env = { ...process.env, SUITES: suites.map(inProject).join(','), FC_ONE_OF: String(oneOf) };
  const { status, stderr, stdout } = spawnSync('npx', ['stryker', 'run', '--mutate', places.map(inProject).join(',')], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  try {
    const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as { files: Record<string, { mutants: Mutant[] }> };
    return Object.values(files).flatMap(({ mutants }) => mutants);
  } catch (cause) {
    throw new Error(`Stryker ended with ${status} and no report:\n${stdout}${stderr}`, { cause });
  }
}

function say(name: string, mutants: readonly Mutant[]): void {
  const [noticed, all] = count(mutants);
  if (all > 0) console.log(`| \`${name}\` | ${noticed} of ${all} | ${Math.round((100 * noticed) / all)} % |`);
  for (const { status, location, replacement } of mutants)
    if (LIVED.has(status))
      console.log(
        `    ${location.start.line}:${location.start.column} ${replacement.replaceAll(/\s+/g, ' ').slice(0, 90)}`,
      );
}

function count(mutants: readonly Mutant[]): [noticed: number, all: number] {
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  return [noticed, noticed + mutants.filter(({ status }) => LIVED.has(status)).length];
}

process.exitCode = main(process.argv.slice(2));
