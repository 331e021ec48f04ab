/** The times of a job that was done many times. */
export interface Load {
  readonly perSecond: number;
  /** How long each time took. */
  readonly ms: readonly number[];
}

/** Does all of the jobs, always so many at once. */
export async function load(jobs: readonly (() => Promise<unknown>)[], concurrency: number): Promise<Load> {
  const ms: number[] = [];
  const waiting = jobs.values();
  const worker = async (): Promise<void> => {
    for (const job of waiting) {
      const start = performance.now();
      await job();
      ms.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { perSecond: jobs.length / ((performance.now() - start) / 1000), ms };
}
