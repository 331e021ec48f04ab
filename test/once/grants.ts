import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Grant } from '../infra/allowed';

/** What each function is granted: synthesised once, by the first that has to know. */
export function grants(): ReadonlyMap<string, readonly Grant[]> {
  const made = process.env['MADE_FOR_TESTS'];
  if (made === undefined)
    throw new Error('What functions are granted is known where bundles are: not in the unit tier.');
  const file = path.join(made, 'grants.json');
  if (!existsSync(file)) {
    const unfinished = `${file}.${process.pid}`;
    const script = [path.join(__dirname, 'write-grants.ts'), unfinished];
    execFileSync(process.execPath, ['--import', 'tsx', ...script], { stdio: 'inherit' });
    renameSync(unfinished, file);
  }
  return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, Grant[]][]);
}
