import { spawnSync } from 'node:child_process';

/** `npm run mutants -- PART [options of Stryker]`: changes a part of `shared/` in every way, and shows which change no test noticed. */
const [part = '', ...options] = process.argv.slice(2);
const env = { ...process.env, MUTANTS_OF: part };
const { status } = spawnSync('npx', ['stryker', 'run', ...options], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
