import { HASH_BYTES } from '../../hash';
import { fromBase64 } from '../base64';
import type { Bundle } from '../format';
import { verifyConsistency } from '../merkle';
import type { Checkpoint } from '../note';
import { claim, type Claim, type Finding, type Note } from '../report';
import type { Checkpoints } from './checkpoint';

/** 10. The anchors lead to the checkpoint. */
export function checkAnchors({ log, entries }: Bundle, { file, anchors }: Checkpoints): Claim {
  if (anchors.length === 0) return claim('anchors', [], { notes: [{ code: 'noAnchors' }], isEmpty: true });
  const failures = anchors.flatMap(({ checkpoint, findings }, n) => {
    const path = log.anchors[n]?.consistency ?? [];
    const before = anchors[n - 1]?.checkpoint;
    return [
      ...findings,
      ...(checkpoint && before && before.size >= checkpoint.size ? [outOfOrder(n + 1)] : []),
      ...(checkpoint && file.checkpoint ? checkPath(n + 1, checkpoint, file.checkpoint, path) : []),
    ];
  });
  const notes = anchors.flatMap(({ checkpoint }): Note[] =>
    checkpoint ? [{ code: 'anchored', size: checkpoint.size, covered: coveredBy(checkpoint, entries) }] : [],
  );
  return claim('anchors', failures, { notes, open: file.checkpoint ? [] : [{ code: 'noCheckpoint' }] });
}

const outOfOrder = (which: number): Finding => ({ code: 'anchorOutOfOrder', which });

function checkPath(which: number, anchor: Checkpoint, file: Checkpoint, path: readonly string[]): Finding[] {
  if (anchor.size > file.size) return [{ code: 'anchorLarger', which }];
  const nodes = path.map((text) => fromBase64(text) ?? new Uint8Array());
  const isContinued =
    nodes.every(({ length }) => length === HASH_BYTES) &&
    verifyConsistency(anchor.size, anchor.root, file.size, file.root, nodes);
  return isContinued ? [] : [{ code: 'anchorForked', which }];
}

/** How many of the entries were there when the anchor was made. */
export function coveredBy({ size }: Checkpoint, entries: Bundle['entries']): number {
  return entries.filter(({ proof }) => proof !== null && proof.index < size).length;
}
