import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { CommandError, failureOutside } from '../command-error';
import type { Progress } from './progress';
import type { PartRun, PartWork, Segment } from './side-by-side';

/*
 * Parts of a table in processes of their own, as one processor is the wall for whatever goes over everybody. Each is the same command
 * with the same words. What is kept, and what is shown, stays with the first process: others say how far they are, and go on once that
 * is kept.
 */

const VARIABLE = 'CONSENT_CLI_PARTS';

/** Whether this process is there for parts alone, and another asks for them. */
export const isForParts = process.env[VARIABLE] !== undefined && process.send !== undefined;

/** A part, as another process is told of it. */
type Part = Pick<PartRun<unknown>, 'begun' | 'pageSize'> & { readonly segment: Segment };

/** What a process for parts is told. */
type Told = { readonly do: Part } | { readonly goOn: number } | { readonly stop: number };

/** What it says, by the number of the part. */
type Said =
  | { readonly n: number; readonly reached: unknown }
  | { readonly n: number; readonly done: unknown }
  | { readonly n: number; readonly begins: Parameters<Progress['begin']> }
  | { readonly n: number; readonly advances: number }
  | { readonly n: number; readonly failed: { readonly message: string; readonly isForOperator: boolean } };

interface Doing {
  readonly run: PartRun<unknown>;
  readonly resolve: (done: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const ENDED = 'One of the processes that did this side by side was ended from outside';
const TRY = 'If memory is short, take fewer --segments.';

/** Another process, as the first one sees it. */
export class PartsProcess {
  private readonly doing = new Map<number, Doing>();
  private readonly isReady: Promise<unknown>;
  /** Why it does nothing any more. */
  private failure: Error | undefined;

  private constructor(private readonly child: ChildProcess) {
    this.isReady = once(child, 'message').then(() => child.on('message', (said) => void this.hear(said as Said)));
    // Told by what follows.
    this.isReady.catch(() => undefined);
    child.once('exit', (code, signal) => this.failAll(new CommandError(`${ENDED} (${signal ?? code}). ${TRY}`)));
    child.once('error', (error) => this.failAll(error));
  }

  static begin(count: number): PartsProcess[] {
    return Array.from({ length: count }, () => {
      const env = { ...process.env, [VARIABLE]: 'yes' };
      // A terminal interrupts this process alone, which says to the others where to stop.
      const options = { env, serialization: 'advanced', detached: true } as const;
      return new PartsProcess(fork(process.argv[1]!, process.argv.slice(2), options));
    });
  }

  /** Has a part done there. */
  work<State, Reached>(run: PartRun<State, Reached>): Promise<Reached | undefined> {
    const { begun, pageSize, segment } = run;
    return new Promise((resolve, reject) => {
      if (!segment) throw new Error('A part has a number.');
      if (this.failure) throw this.failure;
      const doing = { run: run as unknown as PartRun<unknown>, resolve: resolve as (done: unknown) => void, reject };
      this.doing.set(segment.n, doing);
      this.isReady.then(
        () => this.tell({ do: { begun, segment, ...(pageSize !== undefined && { pageSize }) } }),
        reject,
      );
    });
  }

  private async hear(said: Said): Promise<void> {
    const doing = this.doing.get(said.n);
    if (!doing) return;
    const { run, resolve, reject } = doing;
    if ('begins' in said) run.progress.begin(...said.begins);
    else if ('advances' in said) run.progress.advance(said.advances);
    else if ('done' in said) resolve(said.done);
    else if ('failed' in said) reject(errorOf(said.failed));
    else
      await run.reached(said.reached).then(
        () => this.tell({ goOn: said.n }),
        (error: unknown) => {
          reject(error);
          this.tell({ stop: said.n });
        },
      );
  }

  private tell(told: Told): void {
    if (this.child.connected) this.child.send(told);
  }

  private failAll(error: Error): void {
    this.failure = error;
    for (const { reject } of this.doing.values()) reject(error);
  }

  end(): void {
    if (this.child.connected) this.child.disconnect();
  }
}

const errorOf = ({ message, isForOperator }: { message: string; isForOperator: boolean }): Error =>
  isForOperator ? new CommandError(message) : new Error(message);

/** Does the parts that the first process asks for, for as long as that is there. */
export async function doParts<State, Reached = State>(work: PartWork<State, Reached>): Promise<never> {
  const waiting = new Map<number, { readonly goOn: () => void; readonly stop: (error: Error) => void }>();
  // Who asked may be gone; then this process ends, too.
  const say = (said: Said | 'ready'): void => void process.send?.(said, undefined, undefined, () => undefined);
  const doOne = async ({ begun, segment, ...rest }: Part): Promise<void> => {
    const { n } = segment;
    try {
      const done = await work({
        ...rest,
        begun: begun as State | undefined,
        segment,
        reached: (place) =>
          new Promise((goOn, stop) => {
            waiting.set(n, { goOn, stop });
            say({ n, reached: place });
          }),
        progress: {
          begin: (...begins) => say({ n, begins }),
          advance: (advances) => say({ n, advances }),
          end: () => undefined,
        },
      });
      say({ n, done });
    } catch (error) {
      say({ n, failed: failureOf(error) });
    }
  };
  process.on('message', (message) => {
    const told = message as Told;
    if ('do' in told) void doOne(told.do);
    else if ('goOn' in told) waiting.get(told.goOn)?.goOn();
    else waiting.get(told.stop)?.stop(new Error('Stopped.'));
  });
  say('ready');
  if (process.connected) await once(process, 'disconnect');
  process.exit();
}

function failureOf(error: unknown): { message: string; isForOperator: boolean } {
  const outside = error instanceof CommandError ? error.message : failureOutside(error);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return outside === undefined ? { message: text, isForOperator: false } : { message: outside, isForOperator: true };
}
