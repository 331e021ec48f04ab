/** One part of a story: its steps are printed as they happen, and the first that does not happen ends it. */
export interface Chapter {
  readonly title: string;
  readonly play: (timeline: Timeline) => Promise<void>;
}

/** Thrown by a step that did not happen as told. */
export class NotSo extends Error {
  override readonly name = 'NotSo';
}

/** @throws {NotSo} with the message, unless the condition holds */
export function expect(condition: boolean, message: string): asserts condition {
  if (!condition) throw new NotSo(message);
}

/** Details that a step prints besides that it happened. */
type Happened = string | readonly string[] | void;

const INDENT = `\n${' '.repeat(25)}`;

/** Prints what happens, each step with the time that the stack has then. */
export class Timeline {
  private steps = 0;

  constructor(
    private readonly now: () => Promise<Date>,
    private readonly print: (line: string) => void,
  ) {}

  async play(chapters: readonly Chapter[]): Promise<number> {
    for (const { title, play } of chapters) {
      this.print(`\n${title}`);
      await play(this);
    }
    return this.steps;
  }

  /** Does a step; what it returns is printed behind it. @throws what the step throws */
  async step(text: string, action: () => Happened | Promise<Happened>): Promise<void> {
    const time = (await this.now()).toISOString().slice(0, 19).replace('T', ' ');
    try {
      const details = [(await action()) ?? []].flat();
      this.steps += 1;
      this.print([`  ${time}  ✓ ${text}`, ...details].join(INDENT));
    } catch (error) {
      this.print(`  ${time}  ✗ ${text}`);
      throw error;
    }
  }
}
