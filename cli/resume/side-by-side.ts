import { PartsProcess } from './parts-process';
import type { Progress } from './progress';
import type { Run } from './resumable';

/** One of so many parts that a table is scanned in; all items of a partition are in the same. */
export interface Segment {
  readonly of: number;
  readonly n: number;
}

/** The run of one part. `Reached` is what it says of a place, which is kept as `State`. */
export type PartRun<State, Reached = State> = Omit<Run<State>, 'reached'> & {
  readonly reached: (place: Reached) => Promise<void>;
};

/** Gives the place that it ended at, or nothing where that is kept already. */
export type PartWork<State, Reached = State> = (run: PartRun<State, Reached>) => Promise<Reached | undefined>;

interface Sides<State, Reached> {
  /** Does what comes with a place, one part at a time, and gives what is kept. @default the place as it is */
  readonly settle?: (reached: Reached, before: State | undefined) => Promise<State>;
  /** How many parts a process does at once. @default 3, so that one computes while another waits */
  readonly atOnce?: number;
  /** Over how many processes the parts are spread, each of which has the command call {@link doParts}. @default 1, this one */
  readonly processes?: number;
}

/**
 * Does the same work on each part of a table, side by side. Each part keeps its own place, all of them in one state. Where one stops,
 * the others do at their next place, so that what they did is kept.
 */
export async function sideBySide<State, Reached = State>(
  segments: number,
  { begun, reached, progress, pageSize }: Run<readonly (State | undefined)[]>,
  work: PartWork<State, Reached>,
  { settle = asItIs, atOnce = 3, processes = 1 }: Sides<State, Reached> = {},
): Promise<State[]> {
  const places = Array.from({ length: segments }, (_, n) => begun?.[n]);
  const shown = together(progress);
  const others = processes > 1 && segments > 1 ? PartsProcess.begin(Math.min(processes, segments)) : [];
  let isStopped = false;
  let writing = Promise.resolve();
  const keep = (n: number, place: Reached): Promise<void> => {
    // One after the other, as there is one file.
    const kept = writing.then(async () => {
      places[n] = await settle(place, places[n]);
      await reached([...places]);
    });
    writing = kept.catch(() => undefined);
    return kept.then(() => {
      if (isStopped) throw new Stopped();
    });
  };
  const part = async (n: number): Promise<void> => {
    try {
      let last: Reached | undefined;
      const run: PartRun<State, Reached> = {
        begun: begun?.[n],
        reached: (place) => keep(n, (last = place)),
        progress: shown,
        ...(pageSize !== undefined && { pageSize }),
        ...(segments > 1 && { segment: { of: segments, n } }),
      };
      const other = others[n % others.length];
      const done = await (other ? other.work(run) : work(run));
      // What went on from its end has nothing new to be kept.
      if (done !== undefined && JSON.stringify(done) !== JSON.stringify(last ?? begun?.[n])) await keep(n, done);
    } catch (error) {
      isStopped = true;
      throw error;
    }
  };
  const lanes = Math.min(segments, atOnce * Math.max(1, others.length));
  const lane = async (first: number): Promise<void> => {
    for (let n = first; n < segments && !isStopped; n += lanes) await part(n);
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, (_, n) => lane(n)));
  others.forEach((other) => other.end());
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((failure) => !(failure instanceof Stopped));
  return places.flatMap((place) => place ?? []);
}

const asItIs = <State, Reached>(reached: Reached): Promise<State> => Promise.resolve(reached as unknown as State);

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
