import { HASH_BYTES, leafHash, type Hash } from '../hash';
import { fromBase64, fromBase64Url } from './base64';
import { verifyInclusion } from './merkle';
import { openNote, parseCheckpoint } from './note';

/** That one entry is in a log, as a text of its own: https://c2sp.org/tlog-proof. */
export interface TlogProof {
  readonly index: number;
  readonly path: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

/** Reads a proof; undefined if it is none. Its `extra` line says nothing that is signed, and is passed over. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const end = text.indexOf('\n\n');
  const [head, ...lines] = text.slice(0, end).split('\n');
  if (end < 0 || head !== HEAD) return undefined;
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const [, index = ''] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? [];
  const path = lines.map((line) => fromBase64(line) ?? new Uint8Array());
  const isWhole = index !== '' && path.every(({ length }) => length === HASH_BYTES);
  return isWhole ? { index: Number(index), path, checkpoint: text.slice(end + 2) } : undefined;
}

/** Whether a proof shows that the entry with this hash (base64url) is in a log that one of the keys signs for. */
export function verifyTlogProof(text: string, entryHash: string, keys: readonly string[]): boolean {
  const proof = parseTlogProof(text);
  const note = proof && openNote(proof.checkpoint, keys);
  const checkpoint = note && parseCheckpoint(note.text);
  const hash = fromBase64Url(entryHash);
  if (!checkpoint || !hash || note.signers.length === 0 || note.forged.length > 0) return false;
  return verifyInclusion(leafHash(hash), proof.index, checkpoint.size, proof.path, checkpoint.root);
}
