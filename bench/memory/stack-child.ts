import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Heap, Question } from './probe';

const ROOT = path.join(__dirname, '..', '..');
const STARTED_MS = 120_000;

/** What `npm start` runs, as a child that can be looked into. */
export class StackChild {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @param oldSpace megabytes for the old generation of each thread's heap */
  static async start(dataDir: string, oldSpace: number | undefined): Promise<StackChild> {
    const limit = oldSpace === undefined ? [] : [`--max-old-space-size=${oldSpace}`];
    const child = fork(path.join(ROOT, 'local', 'main.ts'), ['--sites', 'examples/sites/index.ts'], {
      cwd: ROOT,
      execArgv: [...limit, '--import', 'tsx', '--import', path.join(__dirname, 'probe.ts')],
      env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let said = '';
    const signal = AbortSignal.timeout(STARTED_MS);
    for (;;) {
      const [chunk] = (await once(child.stdout!, 'data', { signal })) as [Buffer];
      said += chunk.toString();
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (url) {
        child.stdout!.resume();
        return new StackChild(child, url);
      }
    }
  }

  /** What the operating system has in memory for it, and had at most, in megabytes. */
  memory(): { readonly resident: number; readonly peak: number } {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    return { resident: of('VmRSS'), peak: of('VmHWM') };
  }

  async heaps(question: Question): Promise<Heap[]> {
    this.child.send(question);
    const [heaps] = (await once(this.child, 'message')) as [Heap[]];
    return heaps;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(): Promise<void> {
    if (!this.isAlive) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
