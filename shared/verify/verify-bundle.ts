import { aboutOf } from './about';
import { Comparison } from './as-written';
import { bundleShape } from './bundle-shape';
import { checkAddress } from './claims/address';
import { checkAnchors } from './claims/anchors';
import { checkChain } from './claims/chain';
import { checkCheckpoint, openCheckpoints } from './claims/checkpoint';
import { checkEntries } from './claims/entries';
import { checkHead } from './claims/head';
import { checkKept } from './claims/kept';
import { checkLog } from './claims/log';
import { checkNotices } from './claims/notices';
import { checkOrigin, type Vouched } from './claims/origin';
import { checkParts } from './claims/parts';
import { checkSummary } from './claims/summary';
import { checkWitnesses } from './claims/witnesses';
import { checkTimestamps, type ReadStamp } from './claims/timestamps';
import type { Bundle } from './format';
import type { Hashes } from './hashes';
import { claim, verdictOf, type About, type Claim, type Finding, type Report } from './report';
import { diagnose, parse } from './strict-json';

/** What the reader has from elsewhere than from the file. */
export interface Trusted extends Vouched {
  /** A checkpoint (signed note) that the file's log has to agree with. */
  readonly checkpoint?: string;
  /** Verifier keys of witnesses, each of which has to have seen the log with these steps in it. */
  readonly witnesses?: readonly string[];
}

/**
 * Checks an evidence file as docs/evidence-format.md has it. Never throws, whatever the file is.
 *
 * Timestamps take WebCrypto, which is asynchronous: `verifyTimestamps` looks at them, and until then they are open.
 */
export function verifyBundle(file: Uint8Array | string, trusted: Trusted = {}): Report {
  const read = readBundle(file);
  if ('finding' in read) return reportOf([claim('file', [read.finding])]);
  if (read.bundle.entries.length === 0)
    return { verdict: 'empty', claims: [claim('file', [])], about: aboutOf(read.bundle) };
  return reportOf(checkClaims(read, trusted), aboutOf(read.bundle));
}

/** The same, with the timestamps looked at. */
export async function verifyTimestamps(
  file: Uint8Array | string,
  report: Report,
  readStamp: ReadStamp,
): Promise<Report> {
  const isWaiting = report.claims.some(({ id }) => id === 'timestamps');
  const read = isWaiting ? readBundle(file) : undefined;
  if (!read || 'finding' in read) return report;
  const checked = await checkTimestamps(read.bundle, readStamp);
  const claims = report.claims.map((claim) => (claim.id === 'timestamps' ? checked : claim));
  return reportOf(claims, report.about);
}

export const reportOf = (claims: readonly Claim[], about?: About): Report => ({
  verdict: verdictOf(claims),
  claims,
  ...(about && { about }),
});

interface Read {
  readonly bundle: Bundle;
  readonly hashes: Hashes;
}

/** 1. The file is well formed. */
function readBundle(file: Uint8Array | string): Read | { finding: Finding } {
  const parsed = parse(file);
  if ('finding' in parsed) return parsed;
  const misfit = bundleShape(parsed.value);
  if (misfit) return { finding: { code: 'misfit', ...misfit } };
  const bundle = parsed.value as Bundle;
  const comparison = new Comparison(parsed.text);
  const finding = diagnose(parsed.text, comparison.isAsWritten(bundle));
  return finding ? { finding } : { bundle, hashes: comparison.hashes };
}

function checkClaims({ bundle, hashes }: Read, trusted: Trusted): Claim[] {
  const checkpoints = openCheckpoints(bundle);
  const kept = trusted.checkpoint === undefined ? undefined : checkKept(bundle, checkpoints, trusted.checkpoint);
  return [
    claim('file', []),
    checkEntries(bundle, hashes),
    checkChain(bundle),
    checkHead(bundle),
    checkParts(bundle, hashes),
    checkAddress(bundle),
    checkNotices(bundle),
    checkSummary(bundle),
    checkCheckpoint(bundle, checkpoints, trusted.witnesses ?? []),
    checkOrigin(bundle.log, checkpoints.file.signers, trusted, kept),
    checkLog(bundle, checkpoints.file.checkpoint),
    checkAnchors(bundle, checkpoints),
    ...timestampsToRead(bundle),
    ...(kept ? [kept] : []),
    ...checkWitnesses(bundle, checkpoints, trusted.witnesses ?? []),
  ];
}

function timestampsToRead({ log }: Bundle): Claim[] {
  const open = log.anchors.flatMap(({ timestamp }, n): Finding[] =>
    timestamp === null ? [] : [{ code: 'timestampUnread', which: n + 1 }],
  );
  return open.length === 0 ? [] : [claim('timestamps', [], { open })];
}
