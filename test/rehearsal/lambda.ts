import { FunctionFailed } from '../../local/lambda/function';
import { Sandbox, type SandboxParts } from './sandbox';

/** As many as Lambda hands to a function that somebody waits for: 6 MB. */
const MOST = 6_291_556;

/** Lambda has as many instances as there are events. This machine has no room for more than so many of each function. */
const AT_ONCE = 3;

/** A function of the template: instances of it, each of which has one event at a time, as in Lambda. */
export class Lambda {
  private readonly idle: Sandbox[] = [];
  private readonly all = new Set<Sandbox>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  /** When it was last done with something, by this machine's clock. */
  doneAt = 0;

  constructor(
    private readonly parts: SandboxParts,
    private readonly report: (line: string) => void,
  ) {}

  get name(): string {
    return this.parts.name;
  }

  get running(): number {
    return this.busy + this.waiting.length;
  }

  /** @throws {FunctionFailed} */
  async invoke(event: unknown): Promise<unknown> {
    const text = JSON.stringify(event);
    if (Buffer.byteLength(text) > MOST)
      throw new FunctionFailed('too-large', `The event is larger than ${MOST} bytes.`);
    if (this.busy >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    const sandbox = this.idle.pop() ?? (await this.start());
    try {
      return await sandbox.invoke(text);
    } catch (error) {
      this.report(`${this.parts.name}: ${(error as Error).message}`);
      throw new FunctionFailed('error', (error as Error).message);
    } finally {
      if (!sandbox.isGone) this.idle.push(sandbox);
      this.busy -= 1;
      this.doneAt = performance.now();
      this.waiting.shift()?.();
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.all].map((sandbox) => sandbox.stop()));
  }

  private async start(): Promise<Sandbox> {
    const sandbox = await Sandbox.start(this.parts);
    this.all.add(sandbox);
    return sandbox;
  }
}
