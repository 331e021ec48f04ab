import { spawnSync } from 'node:child_process';

const PARTS = ['consent', 'policy', 'verify', 'log', 'links', 'actions'];

/** `npm run mutants -- PART [options of Stryker]`: changes a part of `shared/` in every way, and shows which change no test noticed. */
function main([part = '', ...options]: readonly string[]): number {
  if (!PARTS.includes(part)) {
    console.error(`Which part? npm run mutants -- ${PARTS.join(' | ')}`);
    return 2;
  }
  const env = { ...process.env, MUTANTS_OF: part };
  return spawnSync('npx', ['stryker', 'run', ...options], { stdio: 'inherit', env }).status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
