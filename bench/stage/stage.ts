import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A local stack in a process of its own, so that the measuring does not slow it down. */
export interface Stage {
  /** Where HTTP requests go. */
  readonly gateway: string;
  /** For what marketing asks. */
  readonly marketingToken: string;
  /** For what compliance asks. */
  readonly complianceToken: string;
  /** For what a backend reports. */
  readonly backendToken: string;
  /** DynamoDB as the functions reach it, with the stream's tap before it. */
  readonly tapped: string;
  /** DynamoDB itself. */
  readonly engine: string;
  /** For functions that are to run on it. */
  readonly environment: Readonly<Record<string, string>>;
}

let child: ChildProcess | undefined;
let stage: Promise<Stage> | undefined;

/**
 * The one stage of this run. Afterwards this process has its environment, so that modules of `shared/` can be loaded.
 */
export function openStage(): Promise<Stage> {
  return (stage ??= start());
}

/** From now on the stage takes entries into the log, which evidence waits for. */
export function startSequencer(): void {
  child?.send('sequence');
}

/** From now on the gateway has the limits of a deployment. */
export function throttle(): void {
  child?.send('throttle');
}

/** Milliseconds of processor time that the stage took so far: gateway, functions and database together. */
export async function processorTime(): Promise<number> {
  if (!child) throw new Error('No stage was opened.');
  child.send('processor-time');
  const [ms] = (await once(child, 'message')) as [number];
  return ms;
}

export function closeStage(): void {
  if (child?.connected) child.disconnect();
}

async function start(): Promise<Stage> {
  child = fork(path.join(__dirname, 'stage-process.ts'));
  child.once('exit', (code) => {
    if (code !== 0) throw new Error('The stack that was to be measured ended.');
  });
  const [started] = (await once(child, 'message')) as [Stage];
  Object.assign(process.env, started.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  return started;
}
