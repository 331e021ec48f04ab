import type { Progress } from './progress';
import type { Run } from './resumable';

/** One of so many parts that a table is scanned in; all items of a partition are in the same. */
export interface Segment {
  readonly of: number;
  readonly n: number;
}

/**
 * Does the same work on each part of a table, side by side. Each part keeps its own place, all of them in one state. Where one stops,
 * the others do at their next place, so that what they did is kept.
 */
export async function sideBySide<S>(
  segments: number,
  { begun, reached, progress, pageSize }: Run<readonly (S | undefined)[]>,
  work: (run: Run<S>) => Promise<S>,
): Promise<S[]> {
  const places = Array.from({ length: segments }, (_, n) => begun?.[n]);
  const shown = together(progress);
  let isStopped = false;
  let writing = Promise.resolve();
  const keep = (n: number, place: S): Promise<void> => {
    places[n] = place;
    // One after the other, as there is one file.
    const kept = writing.then(() => reached([...places]));
    writing = kept.catch(() => undefined);
    return kept.then(() => {
      if (isStopped) throw new Stopped();
    });
  };
  const part = async (n: number): Promise<S> => {
    try {
      const segment = segments === 1 ? undefined : { of: segments, n };
      const done = await work({
        begun: begun?.[n],
        reached: (place) => keep(n, place),
        progress: shown,
        ...(pageSize !== undefined && { pageSize }),
        ...(segment && { segment }),
      });
      // What went on from its end has nothing new to be kept.
      if (JSON.stringify(done) !== JSON.stringify(places[n])) await keep(n, done);
      return done;
    } catch (error) {
      isStopped = true;
      throw error;
    }
  };
  const ends = await Promise.allSettled(places.map((_, n) => part(n)));
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((failure) => !(failure instanceof Stopped));
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
}

/** Another part failed; this one stopped where it was. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** One line for all parts: the table that the first of them came to last. */
function together(progress: Progress): Progress {
  let table = '';
  return {
    begin: (what, total, done) => {
      if (what === table) return progress.advance(done);
      table = what;
      progress.begin(what, total, done);
    },
    advance: (count) => progress.advance(count),
    end: () => progress.end(),
  };
}
