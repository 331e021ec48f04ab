import { Interrupted, type Run } from '../../cli/resume/resumable';
import type { StateFile } from '../../cli/resume/state-file';

const NO_PROGRESS = { begin: () => undefined, advance: () => undefined, end: () => undefined };

/** Does work up to the next place that it can be gone on from; undefined where that was not its end. */
export async function runPage<S, R>(
  state: StateFile<S>,
  pageSize: number,
  work: (run: Run<S>) => Promise<R>,
): Promise<R | undefined> {
  const reached = async (place: S): Promise<void> => {
    await state.write(place);
    throw new Interrupted();
  };
  try {
    const result = await work({ begun: await state.read(), reached, progress: NO_PROGRESS, pageSize });
    await state.remove();
    return result;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return undefined;
  }
}

/** The same again and again, up to the end. */
export async function runPages<S, R>(
  ...[state, pageSize, work]: Parameters<typeof runPage<S, R>>
): Promise<{ readonly result: R; readonly pages: number }> {
  for (let pages = 1; ; pages++) {
    const result = await runPage(state, pageSize, work);
    if (result !== undefined) return { result, pages };
  }
}
