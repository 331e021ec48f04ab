import type { Bucket } from '../../shared/bucket';
import type { AudienceTable, Holdings } from '../../shared/ledger/table';
import { LARGEST_BATCH } from '../../shared/log/sequencer';
import type { LogStore } from '../../shared/log/store';
import type { changesFiled } from '../derived/changes-filed';
import type { Run } from '../resume/resumable';
import type { Place } from '../tables/walk';
import type { Rules } from './ends';
import type { Code, Finding } from './finding';

/** How far an audit is: with each part of the tables, and after all of them with the log. */
export interface AuditState {
  readonly tables: readonly (State | undefined)[];
  readonly log?: State;
}

/** Where an audit, or a part of it, is. */
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

/** The findings and counts of an audit, or of a part of it, and how far it is. */
export class Journal {
  private readonly state: State;

  constructor(
    readonly run: Run<State>,
    private readonly print: (finding: Finding) => void,
  ) {
    this.state = structuredClone(run.begun ?? newState());
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

  miss(hashes: readonly string[]): void {
    this.state.missing.push(...hashes.slice(0, LARGEST_BATCH - this.state.missing.length));
  }

  /** Everything before this position is done. What is counted from now on is no part of what is kept here. @throws {Interrupted} */
  async reached(position: Phase): Promise<void> {
    this.state.position = position;
    await this.run.reached(this.soFar());
  }

  soFar(): State {
    return structuredClone(this.state);
  }
}

/** What is audited, and by which rules. */
export interface Audit extends Holdings {
  readonly audience: AudienceTable;
  readonly log: LogStore;
  readonly archive: Bucket;
  readonly journal: Journal;
  /** Read once for all parts. */
  readonly filed: ReturnType<typeof changesFiled>;
  readonly siteOf: Rules['siteOf'];
  readonly now: () => Date;
}

/** The rules of this moment. */
export const rulesOf = ({ siteOf, now }: Audit): Rules => ({ siteOf, now: now() });

/** What several parts of the tables came to, before the log is looked at. */
export function sumOf(parts: readonly State[]): State {
  const counts = { ...COUNTS };
  for (const part of parts) for (const name of countNames) counts[name] += part.counts[name];
  return {
    position: { phase: 'log', tiles: 0, frontier: [] },
    counts,
    findings: parts.flatMap(({ findings }) => findings).slice(0, KEPT_FINDINGS),
    missing: parts.flatMap(({ missing }) => missing).slice(0, LARGEST_BATCH),
  };
}

const countNames = Object.keys(COUNTS) as (keyof Counts)[];

const newState = (): State => ({
  position: { phase: 'ledger', seen: 0 },
  counts: { ...COUNTS },
  findings: [],
  missing: [],
});
