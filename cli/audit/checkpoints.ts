import type { ArchivedCheckpoint } from '../../shared/archive/archive';
import { BadTimestamp, readTimestamp } from '../../shared/archive/timestamp';
import { isEqual, sha256, type Hash } from '../../shared/hash';
import { openNote, parseCheckpoint, parseVerifierKey } from '../../shared/verify/note';
import type { Finding } from './finding';

/** A checkpoint that is to fit the tree. */
export interface Claim {
  readonly size: number;
  /** Undefined where it cannot be read. */
  readonly root: Hash | undefined;
  readonly isArchived: boolean;
}

export interface OpenedClaim {
  readonly claim: Claim;
  readonly findings: readonly Finding[];
}

/** Reads a checkpoint and checks all of it but its root: that is known only where the tree has this size. */
export function openClaim(size: number, note: string, keys: readonly string[], isArchived: boolean): OpenedClaim {
  const opened = openNote(note, keys);
  const checkpoint = opened && parseCheckpoint(opened.text);
  const claim = { size, root: checkpoint?.root, isArchived };
  const isSigned = opened && opened.signers.length > 0 && opened.forged.length === 0;
  const isOfTheLog = opened?.signers.some((key) => parseVerifierKey(key)?.name === checkpoint?.origin);
  const wrong = (text: string): OpenedClaim => ({ claim, findings: [wrongCheckpoint(claim, text)] });
  if (!checkpoint) return wrong('cannot be read as one.');
  if (!isSigned) return wrong('is not signed by a key of the log.');
  if (!isOfTheLog) return wrong(`is of another log: ${checkpoint.origin}.`);
  if (checkpoint.size !== size) return wrong(`says that its size is ${checkpoint.size}.`);
  return { claim, findings: [] };
}

export function compareRoot(claim: Claim, root: Hash): Finding[] {
  if (!claim.root || isEqual(claim.root, root)) return [];
  return [wrongCheckpoint(claim, 'does not fit the log: its root is not that of the first leaves.')];
}

export function wrongCheckpoint({ size, isArchived }: Claim, what: string): Finding {
  const text = `The ${isArchived ? 'archived' : 'published'} checkpoint of size ${size} ${what}`;
  return { code: isArchived ? 'archiveWrong' : 'checkpointWrong', place: { size }, text };
}

/** Whether an archived checkpoint's timestamp is one, is good, and is over this very checkpoint. */
export async function checkTimestamp({ size, note, timestamp }: ArchivedCheckpoint): Promise<Finding[]> {
  const fault = timestamp && (await faultOfTimestamp(note, timestamp));
  if (!fault) return [];
  const text = `The timestamp of the archived checkpoint of size ${size} is not good: ${fault}`;
  return [{ code: 'timestampWrong', place: { size }, text }];
}

async function faultOfTimestamp(note: string, timestamp: Uint8Array): Promise<string | undefined> {
  try {
    const { imprint, isSignatureValid } = await readTimestamp(timestamp);
    if (!isEqual(imprint, sha256(note))) return 'it is over something else.';
    return isSignatureValid ? undefined : 'its signature is not valid.';
  } catch (error) {
    if (error instanceof BadTimestamp) return error.message;
    throw error;
  }
}
