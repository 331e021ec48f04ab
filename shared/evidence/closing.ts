import { canonicalHash } from '../canonical';
import { nodesOf } from '../log/nodes';
import { proveConsistency } from '../log/prove';
import type { LogReader } from '../log/store';
import type { ClosingStatement } from '../ledger/closings';
import { COPY_DAYS } from '../policy/copies';
import { everythingGoes } from '../policy/closing';
import type { Site } from '../policy/schema';
import type { Anchor, BundleLog } from './bundle';
import { signedBy, withWitnesses } from './cosigned';
import { proveEntries, type EntryProof } from './log-proofs';

/** Names what a reader has before them; another number is another format. */
export const CLOSING_FORMAT = 'consent-closing-statement/v1';

/** The statement with its proof, for a file. */
export interface ClosingFile {
  readonly format: typeof CLOSING_FORMAT;
  readonly statement: ClosingStatement;
  readonly proof: EntryProof;
  readonly log: BundleLog;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export type Closed = Pick<ClosingStatement, 'begunAt' | 'doneAt' | 'deleted' | 'before'>;

/** @throws {RangeError} for a site that stays open */
export function closingStatement(site: Site, { begunAt, doneAt, deleted, before }: Closed): ClosingStatement {
  const goes = everythingGoes(site);
  if (!site.closing || !goes) throw new RangeError(`${site.id} stays open.`);
  const { name, address, country } = site.controller;
  // A copy may have been begun just before, and its own end is looked after once a day.
  const copyEnds = (days: number): string => new Date(Date.parse(doneAt) + (days + 1) * DAY_MS).toISOString();
  const said = {
    v: 1 as const,
    site: site.id,
    controller: { name, address, country },
    lastDay: site.closing.lastDay,
    exportsUntil: goes.toISOString(),
    begunAt,
    doneAt,
    deleted,
    copies: { personal: copyEnds(COPY_DAYS.Personal), history: copyEnds(COPY_DAYS.History) },
    before,
  };
  return { ...said, hash: canonicalHash(said) };
}

/** Whether a statement says what it said when it was written. */
export function isAsWritten({ hash, ...said }: ClosingStatement): boolean {
  return canonicalHash(said) === hash;
}

/** The statement with what proves it now; undefined while the log does not have it. */
export async function closingFile(statement: ClosingStatement, log: LogReader): Promise<ClosingFile | undefined> {
  const { checkpoint, proofs } = await proveEntries([statement], log);
  const proof = proofs.get(statement.hash);
  if (!checkpoint || !proof) return undefined;
  const anchors = statement.before === null ? [] : [await anchor(statement.before, checkpoint.size, log)];
  const witnesses = await log.readWitnesses();
  const cosigned = await withWitnesses({ checkpoint, anchors }, witnesses, log);
  const [origin = ''] = checkpoint.note.split('\n');
  const signed = signedBy(await log.readVerifierKeys(), witnesses, cosigned);
  return { format: CLOSING_FORMAT, statement, proof, log: { origin, ...signed } };
}

async function anchor(checkpoint: string, size: number, log: LogReader): Promise<Anchor> {
  const path = await proveConsistency(Number(checkpoint.split('\n')[1]), size, nodesOf(log));
  return { checkpoint, consistency: path.map((hash) => Buffer.from(hash).toString('base64')), timestamp: null };
}
