import type { Bucket } from '../../shared/bucket';
import type { AudienceTable, Holdings } from '../../shared/ledger/table';
import type { LogStore } from '../../shared/log/store';
import type { Run } from '../resume/resumable';
import type { Place } from '../tables/walk';
import type { Rules } from './ends';
import type { Code, Finding } from './finding';

/** Where an audit is. */
export type Phase =
  | ({ readonly phase: 'ledger' | 'vault' | 'audience' } & Place)
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

export interface State {
  position: Phase;
  readonly counts: Counts;
  /** The first ones; all are printed when they are found, and these once more by who goes on. */
  readonly findings: Finding[];
  /** Hashes of entries that the log lacks: as many as it takes at once. */
  readonly missing: string[];
}

const KEPT_FINDINGS = 1000;
const OF_THE_LOG: readonly Code[] = ['leafNotIndexed', 'tileWrong', 'headWrong', 'checkpointWrong', 'archiveWrong'];

/** The findings and counts of an audit, and how far it is. */
export class Journal {
  private readonly state: State;

  constructor(
    readonly run: Run<State>,
    private readonly print: (finding: Finding) => void,
  ) {
    this.state = run.begun ?? newState();
    this.state.findings.forEach(print);
  }

  get position(): Phase {
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

  /** Everything before this position is done. @throws {Interrupted} */
  async reached(position: Phase): Promise<void> {
    this.state.position = position;
    await this.run.reached(this.state);
  }
}

/** What is audited, and by which rules. */
export interface Audit extends Holdings {
  readonly audience: AudienceTable;
  readonly log: LogStore;
  readonly archive: Bucket;
  readonly journal: Journal;
  readonly siteOf: Rules['siteOf'];
  readonly now: () => Date;
}

/** The rules of this moment. */
export const rulesOf = ({ siteOf, now }: Audit): Rules => ({ siteOf, now: now() });

const newState = (): State => ({
  position: { phase: 'ledger', seen: 0 },
  counts: { ...COUNTS },
  findings: [],
  missing: [],
});
