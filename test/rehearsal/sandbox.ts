import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { readBody, serve, type Service } from '../../local/http';

/** Lambda takes answers of 6 MB, and some more. */
const MOST = 6_291_556;

/** What an instance is made of. */
export interface SandboxParts {
  readonly name: string;
  readonly arn: string;
  /** The bundled bootstrap.ts. */
  readonly bootstrap: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly offsetMs: () => number;
  readonly now: () => number;
  readonly print: (line: string) => void;
}

interface Call {
  readonly id: string;
  readonly event: string;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One instance of a function: a process, and the Runtime API that it asks for its events. It has one event at a time. */
export class Sandbox {
  private child: ChildProcess | undefined;
  private call: Call | undefined;
  private poll: ServerResponse | undefined;
  isGone = false;

  private constructor(
    private readonly parts: SandboxParts,
    private api: Service | undefined,
  ) {}

  static async start(parts: SandboxParts): Promise<Sandbox> {
    const sandbox = new Sandbox(parts, undefined);
    sandbox.api = await serve((request, response) => void sandbox.answer(request, response));
    sandbox.spawn(sandbox.api.port);
    return sandbox;
  }

  /** @throws {Error} when the function threw, ended, or took longer than the template lets it */
  async invoke(event: string): Promise<unknown> {
    const { timeoutMs, name } = this.parts;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        this.call = { id: randomUUID(), event, resolve, reject };
        timer = setTimeout(
          () => this.end(new Error(`${name} took longer than ${timeoutMs / 1000} seconds`)),
          timeoutMs,
        );
        this.handOver();
      });
    } finally {
      clearTimeout(timer);
      this.call = undefined;
    }
  }

  async stop(): Promise<void> {
    this.end(new Error('The rehearsal is over.'));
    await this.api?.close();
  }

  private spawn(port: number): void {
    const { bootstrap, environment, memoryMb, name, print } = this.parts;
    const env = { ...environment, AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}` };
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, '--enable-source-maps', bootstrap], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', print);
    child.on('exit', (code) => this.end(new Error(`the process of ${name} ended with ${code}`)));
    this.child = child;
  }

  private end(error: Error): void {
    this.isGone = true;
    this.child?.kill('SIGKILL');
    this.call?.reject(error);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const what = (request.url ?? '').replace('/2018-06-01/runtime/', '');
    if (what === 'invocation/next') {
      this.poll = response;
      return this.handOver();
    }
    const body = await readBody(request);
    const [, id, outcome] = what.split('/');
    const isKnown = what === 'init/error' || id === this.call?.id;
    response.writeHead(isKnown ? 202 : 400).end();
    if (what === 'init/error' || outcome === 'error') return this.call?.reject(new Error(body.toString()));
    if (body.length > MOST) return this.call?.reject(new Error(`The answer is larger than ${MOST} bytes.`));
    if (isKnown) this.call?.resolve(JSON.parse(body.toString()));
  }

  /** As soon as there is an event, and somebody who asks for it. */
  private handOver(): void {
    const { poll, call, parts } = this;
    if (!poll || !call) return;
    this.poll = undefined;
    poll.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': call.id,
      'lambda-runtime-deadline-ms': String(parts.now() + parts.timeoutMs),
      'lambda-runtime-invoked-function-arn': parts.arn,
      'rehearsal-clock-offset-ms': String(parts.offsetMs()),
    });
    poll.end(call.event);
  }
}
