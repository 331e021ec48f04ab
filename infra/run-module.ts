import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';

/** What a TypeScript module exports, wherever it is and whatever it imports: run as the bundles will have it. */
export function runModule(file: string): unknown {
  const options = { bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'warning' } as const;
  const [bundle] = buildSync({ ...options, entryPoints: [file] }).outputFiles;
  const loaded = { exports: {} };
  // oxlint-disable-next-line typescript/no-implied-eval -- the very code that is about to be deployed
  const run = new Function('module', 'require', bundle?.text ?? '') as (
    module: object,
    require: NodeJS.Require,
  ) => void;
  run(loaded, createRequire(file));
  return loaded.exports;
}
