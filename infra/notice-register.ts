import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { checkRegister, extended, REGISTER_FILE, type Register } from '../shared/policy/register';
import { PolicyError } from '../shared/policy/site';
import type { Site } from '../shared/policy/schema';

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

const registerFile = (module: string): string => path.join(path.dirname(module), REGISTER_FILE);

const read = (file: string): Register => JSON.parse(readFileSync(file, 'utf8')) as Register;

/** The sites as the bundles will have them, wherever the module is. */
export function loadSites(module: string): readonly Site[] {
  const options = { bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'warning' } as const;
  const [bundle] = buildSync({ ...options, entryPoints: [module] }).outputFiles;
  const loaded: { exports: { sites?: readonly Site[] } } = { exports: {} };
  // oxlint-disable-next-line typescript/no-implied-eval -- the very code that is about to be deployed
  const run = new Function('module', 'require', bundle?.text ?? '') as (
    module: object,
    require: NodeJS.Require,
  ) => void;
  run(loaded, createRequire(module));
  const { sites } = loaded.exports;
  if (!sites?.length) throw new PolicyError(`${module} has to export "sites", with at least one site.`);
  const twice = sites.find(({ id }, n) => sites.slice(0, n).some((earlier) => earlier.id === id));
  if (twice) throw new PolicyError(`${module} has two sites "${twice.id}".`);
  return sites;
}
