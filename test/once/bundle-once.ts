import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, existsSync } from 'node:fs';
import path from 'node:path';
import { inputsHash } from './inputs';

const FOLDER = path.join(__dirname, '..', '..', 'dist', 'made-for-tests');
const DAY_MS = 24 * 60 * 60 * 1000;

/** Bundles all functions, unless they were for the same files before; gives the folder of the bundles. */
export function bundleOnce(): string {
  mkdirSync(FOLDER, { recursive: true });
  const made = path.join(FOLDER, inputsHash());
  if (existsSync(made)) utimesSync(made, new Date(), new Date());
  else make(made);
  deleteOld();
  process.env['MADE_FOR_TESTS'] = made;
  return path.join(made, 'bundles');
}

/** Jest calls it before the first suite. */
export default bundleOnce;

/** Under its name once it is whole, so that a run that was interrupted leaves nothing half done to the next. */
function make(made: string): void {
  const unfinished = `${made}.${process.pid}`;
  mkdirSync(path.join(unfinished, 'templates'), { recursive: true });
  const script = [path.join(__dirname, 'make.ts'), path.join(unfinished, 'bundles')];
  execFileSync(process.execPath, ['--import', 'tsx', ...script], { stdio: 'inherit' });
  if (existsSync(made)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, made);
}

function deleteOld(): void {
  for (const name of readdirSync(FOLDER)) {
    const folder = path.join(FOLDER, name);
    if (Date.now() - statSync(folder).mtimeMs > DAY_MS) rmSync(folder, { recursive: true, force: true });
  }
}
