import { BadUsage } from '../usage';

/** Thrown to stop when that was asked for; everything up to here is saved. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Ctrl-C stops at the next place that can be gone on from; a second one at once.
 *
 * @param file where the work keeps how far it is
 */
export async function untilInterrupted(file: string, work: (isStopped: () => boolean) => Promise<void>): Promise<void> {
  let stopped = false;
  const stop = (): void => void (stopped = true);
  process.once('SIGINT', stop);
  try {
    await work(() => stopped);
  } catch (error) {
    const goOn = `The same command goes on where it was (${file} says where).`;
    if (error instanceof Interrupted) throw new BadUsage(`Interrupted. ${goOn}`);
    if (isOfAws(error)) throw new BadUsage(`AWS refused or did not answer: ${error.name}: ${error.message}\n${goOn}`);
    throw error;
  } finally {
    process.off('SIGINT', stop);
  }
}

/** Whether a call was refused or could not be made. */
function isOfAws(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return '$metadata' in error || error.name === 'CredentialsProviderError' || error.message === 'Region is missing';
}
