import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkRegister, extended, REGISTER_FILE, type Register } from '../shared/policy/register';
import { PolicyError } from '../shared/policy/site';
import type { Site } from '../shared/policy/schema';
import { runModule } from './run-module';

/**
 * Holds a module of sites to the register beside it.
 *
 * @throws {PolicyError} saying what to do
 */
export function checkNotices(module: string): void {
  const file = registerFile(module);
  if (!existsSync(file)) {
    const option = ` -- --sites ${path.relative(process.cwd(), module)}`;
    throw new PolicyError(`There is no ${file}. Make it with "npm run notices${option}", and commit it.`);
  }
  checkRegister(read(file), loadSites(module));
}

/**
 * Adds to the register what the sites say for the first time.
 *
 * @returns how many texts were added
 * @throws {PolicyError} where a text changed and kept its version; then nothing is written
 */
export function writeNotices(module: string): { readonly file: string; readonly added: number } {
  const file = registerFile(module);
  const known = existsSync(file) ? read(file) : {};
  const register = extended(known, loadSites(module));
  writeFileSync(file, `${JSON.stringify(register, null, 2)}\n`);
  return { file, added: Object.keys(register).length - Object.keys(known).length };
}

export const registerFile = (module: string): string => path.join(path.dirname(module), REGISTER_FILE);

const read = (file: string): Register => JSON.parse(readFileSync(file, 'utf8')) as Register;

/** The sites as the bundles will have them, wherever the module is. */
export function loadSites(module: string): readonly Site[] {
  const { sites } = runModule(module) as { sites?: readonly Site[] };
  if (!sites?.length) throw new PolicyError(`${module} has to export "sites", with at least one site.`);
  const twice = sites.find(({ id }, n) => sites.slice(0, n).some((earlier) => earlier.id === id));
  if (twice) throw new PolicyError(`${module} has two sites "${twice.id}".`);
  return sites;
}
