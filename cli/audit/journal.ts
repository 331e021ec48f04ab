import type { Keys } from '../../shared/ledger/dynamo';
import { StateFile } from '../tables/state-file';
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
  position: Position;
  readonly counts: Counts;
  /** The first ones; all are printed when they are found, and these once more by who goes on. */
  readonly findings: Finding[];
  /** Hashes of entries that the log lacks: as many as it takes at once. */
  readonly missing: string[];
}

const KEPT_FINDINGS = 1000;
const OF_THE_LOG: readonly Code[] = ['leafNotIndexed', 'tileWrong', 'headWrong', 'checkpointWrong', 'archiveWrong'];

/** What an audit knows of itself, in a file, so that it can go on where it was. */
export class Journal {
  private constructor(
    private readonly file: StateFile<State>,
    private readonly state: State,
    private readonly print: (finding: Finding) => void,
  ) {}

  /** @throws {BadUsage} when the file is of another audit */
  static async open(name: string, of: string, print: (finding: Finding) => void): Promise<Journal> {
    const file = new StateFile<State>(name, { what: 'an audit', of });
    const state = (await file.read()) ?? newState();
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

  /** All before is done. */
  async moveTo(position: Position): Promise<void> {
    this.state.position = position;
    await this.file.write(this.state);
  }

  remove(): Promise<void> {
    return this.file.remove();
  }
}

const newState = (): State => ({
  position: { phase: 'ledger' },
  counts: { ...COUNTS },
  findings: [],
  missing: [],
});
