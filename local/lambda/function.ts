import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../threads';
import type { Invocation, LambdaData, Outcome } from './lambda-thread';

/** The function threw, crashed, or took too long. */
export class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
  constructor(
    readonly reason: 'error' | 'crash' | 'timeout' | 'too-large' | 'throttled',
    message: string,
  ) {
    super(message);
  }
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: FunctionFailed) => void;
}

interface Sandbox {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
}

export interface FunctionParts {
  readonly name: string;
  /** Folder of the bundled threads. */
  readonly threads: string;
  readonly bundle: string;
  readonly clock: SharedArrayBuffer;
  readonly environment: Record<string, string>;
  readonly timeoutMs: number;
  /** Takes every line that the function prints, and what Lambda would print when it failed. */
  readonly onLine: (line: string) => void;
}

/** As much as Lambda hands to a function that somebody waits for, and takes from it: 6 MB, of JSON. */
const MOST = 6_291_556;

/** An account has so many executions; what is more is refused. */
const MOST_AT_ONCE = 1000;

/**
 * Lambda gives each call an instance of its own, and so a processor. Here they share a thread: so many run at once, and the others
 * wait for their turn, from which on their time counts. All at once none might be done in it.
 */
const RUNNING_AT_ONCE = 10;

/** One function: its bundle in a thread of its own, started by the first invocation and by the first after a crash. */
export class LambdaFunction {
  private sandbox: Sandbox | undefined;
  private lastId = 0;
  private running = 0;
  private turns = RUNNING_AT_ONCE;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly parts: FunctionParts) {}

  /** How many invocations there were so far, and how many of them are running, or wait for their turn. */
  counts(): { readonly started: number; readonly running: number } {
    return { started: this.lastId, running: this.running };
  }

  async stop(): Promise<void> {
    const { sandbox } = this;
    this.sandbox = undefined;
    await sandbox?.worker.terminate();
  }

  /** @throws {FunctionFailed} */
  async invoke(event: unknown): Promise<unknown> {
    const text = JSON.stringify(event);
    if (Buffer.byteLength(text) > MOST) throw this.failure('too-large', `The event is larger than ${MOST} bytes.`);
    if (this.running >= MOST_AT_ONCE) throw this.failure('throttled', 'Rate Exceeded.');
    const id = (this.lastId += 1);
    this.running += 1;
    await this.turn();
    try {
      return await this.run(id, text);
    } finally {
      this.running -= 1;
      this.endTurn();
    }
  }

  private async turn(): Promise<void> {
    if (this.turns > 0) this.turns -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private endTurn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.turns += 1;
  }

  private async run(id: number, event: string): Promise<unknown> {
    const sandbox = (this.sandbox ??= this.startSandbox());
    const timer = setTimeout(() => this.timedOut(sandbox, id), this.parts.timeoutMs);
    try {
      return await new Promise((resolve, reject) => {
        sandbox.pending.set(id, { resolve, reject });
        sandbox.worker.postMessage({ id, event } satisfies Invocation);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  private startSandbox(): Sandbox {
    const { name, threads, bundle, clock, environment, timeoutMs, onLine } = this.parts;
    const workerData: LambdaData = { name, bundle, clock, timeoutMs };
    const worker = startThread(threads, 'lambda', { name, workerData, env: environment, stdout: true, stderr: true });
    const sandbox: Sandbox = { worker, pending: new Map() };
    worker.on('message', (outcome: Outcome) => this.settle(sandbox, outcome));
    worker.on('error', (error) => this.crashed(sandbox, String(error.stack ?? error)));
    worker.on('exit', () => this.crashed(sandbox, 'The function ended its own process.'));
    for (const stream of [worker.stdout, worker.stderr]) eachLine(stream, onLine);
    return sandbox;
  }

  private settle(sandbox: Sandbox, outcome: Outcome): void {
    const waiting = sandbox.pending.get(outcome.id);
    sandbox.pending.delete(outcome.id);
    if ('result' in outcome && Buffer.byteLength(outcome.result) > MOST) {
      waiting?.reject(
        this.failure('error', `Response payload size exceeded maximum allowed payload size (${MOST} bytes).`),
      );
    } else if ('result' in outcome) waiting?.resolve(JSON.parse(outcome.result));
    else waiting?.reject(this.failure('error', outcome.error));
    if (this.sandbox !== sandbox) this.endWhenIdle(sandbox);
  }

  /** Comes twice for one crash, first with the error and then as the thread's end. */
  private crashed(sandbox: Sandbox, message: string): void {
    if (this.sandbox !== sandbox && sandbox.pending.size === 0) return;
    this.retire(sandbox);
    const failure = this.failure('crash', message);
    for (const { reject } of sandbox.pending.values()) reject(failure);
    sandbox.pending.clear();
  }

  /** New invocations get a new thread; the old one ends when the others that run in it had their time. */
  private timedOut(sandbox: Sandbox, id: number): void {
    this.retire(sandbox);
    const pending = sandbox.pending.get(id);
    sandbox.pending.delete(id);
    pending?.reject(this.failure('timeout', `Task timed out after ${this.parts.timeoutMs / 1000} seconds`));
    this.endWhenIdle(sandbox);
  }

  private endWhenIdle(sandbox: Sandbox): void {
    if (sandbox.pending.size === 0) void sandbox.worker.terminate();
  }

  private failure(reason: FunctionFailed['reason'], message: string): FunctionFailed {
    const { name, onLine } = this.parts;
    onLine(JSON.stringify({ level: 'ERROR', function: name, message: `${reason}: ${message}` }));
    return new FunctionFailed(reason, message);
  }

  private retire(sandbox: Sandbox): void {
    if (this.sandbox === sandbox) this.sandbox = undefined;
  }
}

function eachLine(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on('line', onLine);
}
