import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Keys } from '../../shared/ledger/dynamo';
import { BadUsage } from '../usage';
import type { Code, Finding } from './finding';

/** Where an audit is. */
export type Position =
  | { readonly phase: 'ledger' | 'vault'; readonly after?: Keys }
  | {
      readonly phase: 'log';
      /** Full tiles of entries that were seen. */
      readonly tiles: number;
      /** See `frontier.ts`; base64. */
      readonly frontier: readonly (readonly string[])[];
    };

const COUNTS = {
  entries: 0,
  subjects: 0,
  gaps: 0,
  wordings: 0,
  inLog: 0,
  onTheWay: 0,
  parts: 0,
  leaves: 0,
  checkpoints: 0,
  timestamps: 0,
  findings: 0,
  /** Findings about the log itself. */
  logFaults: 0,
};
export type Counts = Record<keyof typeof COUNTS, number>;

interface State {
  /** What is audited; an audit of something else cannot go on from here. */
  readonly of: string;
  position: Position;
  readonly counts: Counts;
  /** The first ones; all are printed when they are found, and these once more by who goes on. */
  readonly findings: Finding[];
  /** Hashes of entries that the log lacks: as many as it takes at once. */
  readonly missing: string[];
}

const KEPT_FINDINGS = 1000;
const OF_THE_LOG: readonly Code[] = ['leafNotIndexed', 'tileWrong', 'headWrong', 'checkpointWrong', 'archiveWrong'];

/** Thrown to stop when that was asked for; everything up to here is saved. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** What an audit knows of itself, in a file, so that it can go on where it was. */
export class Journal {
  private constructor(
    private readonly file: string,
    private readonly state: State,
    private readonly print: (finding: Finding) => void,
  ) {}

  /** @throws {BadUsage} when the file is of another audit */
  static async open(file: string, of: string, print: (finding: Finding) => void): Promise<Journal> {
    const state = (await readState(file)) ?? newState(of);
    if (state.of !== of) {
      throw new BadUsage(`${file} is of an audit of ${state.of}. Delete it, or name another file with --state.`);
    }
    state.findings.forEach(print);
    return new Journal(file, state, print);
  }

  get position(): Position {
    return this.state.position;
  }

  get counts(): Readonly<Counts> {
    return this.state.counts;
  }

  get missing(): readonly string[] {
    return this.state.missing;
  }

  report(findings: readonly Finding[]): void {
    this.count('findings', findings.length);
    this.count('logFaults', findings.filter(({ code }) => OF_THE_LOG.includes(code)).length);
    this.state.findings.push(...findings.slice(0, KEPT_FINDINGS - this.state.findings.length));
    findings.forEach(this.print);
  }

  count(what: keyof Counts, n: number): void {
    this.state.counts[what] += n;
  }

  miss(hashes: readonly string[], most: number): void {
    this.state.missing.push(...hashes.slice(0, most - this.state.missing.length));
  }

  /** All before is done. Renaming a file is one step, so a crash leaves the old state or the new one. */
  async moveTo(position: Position): Promise<void> {
    this.state.position = position;
    await writeFile(`${this.file}.new`, JSON.stringify(this.state));
    await rename(`${this.file}.new`, this.file);
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

const newState = (of: string): State => ({
  of,
  position: { phase: 'ledger' },
  counts: { ...COUNTS },
  findings: [],
  missing: [],
});

async function readState(file: string): Promise<State | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as State;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new BadUsage(`${file} cannot be read as the state of an audit: ${(error as Error).message}`);
  }
}
