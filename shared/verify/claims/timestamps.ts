import { isEqual, sha256 } from '../../hash';
import { fromBase64 } from '../base64';
import type { Anchor, Bundle } from '../format';
import { parseCheckpoint } from '../note';
import { claim, type Claim, type Finding, type Note } from '../report';
import { coveredBy } from './anchors';
import { isPossible } from './witnesses';

/** What a timestamp of RFC 3161 says. */
export interface Stamp {
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** The SHA-256 of what was stamped. */
  readonly imprint: Uint8Array;
  /** The name in the certificate of who stamped. */
  readonly authority: string;
  readonly isSignatureValid: boolean;
}

/** Reads a TimeStampResp (DER); rejects if it is none. */
export type ReadStamp = (tsr: Uint8Array) => Promise<Stamp>;

/** 10., as far as it takes WebCrypto: the timestamps are over the anchors' checkpoints. */
export async function checkTimestamps(bundle: Bundle, readStamp: ReadStamp): Promise<Claim> {
  const { log } = bundle;
  const stamped = log.anchors.map((anchor, n) => ({ anchor, which: n + 1 })).filter(({ anchor }) => anchor.timestamp);
  const results = await Promise.all(stamped.map(({ anchor, which }) => check(anchor, which, bundle, readStamp)));
  const failures = results.flatMap((result) => ('finding' in result ? [result.finding] : []));
  const open = results.flatMap((result) => ('open' in result ? [result.open] : []));
  const notes = results.flatMap((result) => ('note' in result ? [result.note] : []));
  return claim('timestamps', failures, { open, notes });
}

async function check(
  { checkpoint, timestamp }: Anchor,
  which: number,
  bundle: Bundle,
  readStamp: ReadStamp,
): Promise<{ finding: Finding } | { open: Finding } | { note: Note }> {
  const bytes = fromBase64(timestamp ?? '');
  const stamp = bytes && (await readStamp(bytes).catch(() => undefined));
  if (!stamp) return { finding: { code: 'timestampUnreadable', which } };
  if (!isEqual(stamp.imprint, sha256(checkpoint))) return { finding: { code: 'timestampOther', which } };
  if (!stamp.isSignatureValid) return { finding: { code: 'timestampForged', which } };
  const anchor = parseCheckpoint(checkpoint);
  const covered = anchor ? coveredBy(anchor, bundle.entries) : [];
  // Then the clock of one of the two is wrong, and nobody can tell from the file whose it is.
  if (!isPossible(stamp.at, covered, bundle)) return { open: { code: 'timestampAtOdds', which, at: stamp.at } };
  return { note: { code: 'stampedAt', at: stamp.at, authority: stamp.authority, covered: covered.length } };
}
