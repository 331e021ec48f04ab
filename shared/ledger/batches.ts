/** Calls under way at once. */
const CALLS_AT_ONCE = 16;

/** Cuts a list into pieces of at most `size` items, as DynamoDB's batches have a largest size. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

/** Works through the batches, some at once; what comes of them is in their order. */
export async function eachOf<T, R>(batches: readonly T[], work: (batch: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(batches.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < batches.length; n = next++) results[n] = await work(batches[n] as T);
  };
  await Promise.all(Array.from({ length: Math.min(CALLS_AT_ONCE, batches.length) }, worker));
  return results;
}
