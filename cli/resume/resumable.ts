import { CommandError } from '../command-error';
import { stderr, tell } from '../print';
import { progressOn, type Progress } from './progress';
import type { Segment } from './side-by-side';
import type { StateFile } from './state-file';

/** Thrown to stop where the operator asked for it; everything up to here is kept. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** One run of a command that can be interrupted, and goes on where it was. */
export interface Run<S> {
  /** How far the run before came; undefined where there was none. */
  readonly begun: S | undefined;
  /** Everything up to here is done, and kept. @throws {Interrupted} */
  readonly reached: (state: S) => Promise<void>;
  readonly progress: Progress;
  /** How many items of a table one call reads. @default 1000 */
  readonly pageSize?: number;
  /** The part of each table that it is about. @default all of it */
  readonly segment?: Segment;
}

/**
 * Does work that can be gone on with: after a crash, or after Ctrl-C, which stops at the next place that was reached. A
 * second Ctrl-C stops at once.
 */
export async function resumable<S, R>(state: StateFile<S>, work: (run: Run<S>) => Promise<R>): Promise<R> {
  const begun = await state.read();
  const progress = progressOn(stderr);
  let isStopped = false;
  let isKept = begun !== undefined;
  const stop = (): void => void (isStopped = true);
  const reached = async (place: S): Promise<void> => {
    await state.write(place);
    isKept = true;
    if (isStopped) throw new Interrupted();
  };
  process.once('SIGINT', stop);
  try {
    const result = await work({ begun, reached, progress });
    await state.remove();
    return result;
  } catch (error) {
    progress.end();
    if (isKept) tell(`The same command goes on where it was (${state.name} says where).\n`);
    throw error instanceof Interrupted ? new CommandError('Interrupted.') : error;
  } finally {
    progress.end();
    process.off('SIGINT', stop);
  }
}
