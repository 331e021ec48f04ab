import path from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { buildSync } from 'esbuild';

const ENTRIES = {
  engine: path.join(__dirname, 'dynamo', 'engine-thread.ts'),
  lambda: path.join(__dirname, 'lambda', 'lambda-thread.ts'),
};

/** Threads cannot be started from TypeScript, so their code is bundled first. */
export function bundleThreads(outdir: string): void {
  buildSync({ entryPoints: ENTRIES, outdir, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
}

/**
 * Megabytes for what dies young in each thread. V8 takes up to 48 for itself, which with a thread for each function is more than
 * all that lives.
 */
const YOUNG_MB = 12;

/** Starts one of the bundled threads, without the loaders that the main thread may run with. */
export function startThread(outdir: string, entry: keyof typeof ENTRIES, options: WorkerOptions): Worker {
  return new Worker(path.join(outdir, `${entry}.js`), {
    ...options,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}
