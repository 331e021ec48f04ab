import { fromBase64 } from '../base64';
import type { Bundle } from '../format';
import { verifyConsistency } from '../merkle';
import type { Checkpoint } from '../note';
import { claim, type Claim, type Finding, type Note } from '../report';
import type { Checkpoints } from './checkpoint';

/** 10. The anchors lead to the checkpoint. */
export function checkAnchors({ log, entries }: Pick<Bundle, 'log' | 'entries'>, { file, anchors }: Checkpoints): Claim {
  if (anchors.length === 0) return claim('anchors', [], { notes: [{ code: 'noAnchors' }], isEmpty: true });
  const failures = anchors.flatMap(({ checkpoint, findings }, n) => {
    const path = log.anchors[n]?.consistency ?? [];
    const before = anchors[n - 1]?.checkpoint;
    return [
      ...findings,
      ...(checkpoint && before && isOutOfOrder(log.anchors, n, before, checkpoint) ? [outOfOrder(n + 1)] : []),
      ...(checkpoint && file.checkpoint ? checkPath(n + 1, checkpoint, file.checkpoint, path) : []),
    ];
  });
  const notes = anchors.flatMap(({ checkpoint }): Note[] =>
    checkpoint ? [{ code: 'anchored', size: checkpoint.size, covered: coveredBy(checkpoint, entries).length }] : [],
  );
  return claim('anchors', failures, { notes, open: file.checkpoint ? [] : [{ code: 'noCheckpoint' }] });
}

/** One of the same size is there once more at most where it has other signatures: a timestamp is over all of them. */
function isOutOfOrder(anchors: Bundle['log']['anchors'], n: number, before: Checkpoint, { size }: Checkpoint): boolean {
  return before.size > size || (before.size === size && anchors[n - 1]?.checkpoint === anchors[n]?.checkpoint);
}

const outOfOrder = (which: number): Finding => ({ code: 'anchorOutOfOrder', which });

function checkPath(which: number, anchor: Checkpoint, file: Checkpoint, path: readonly string[]): Finding[] {
  if (anchor.size > file.size) return [{ code: 'anchorLarger', which }];
  return isContinued(anchor, file, path) ? [] : [{ code: 'anchorForked', which }];
}

/** Whether the path shows that the file's checkpoint continues an anchor. */
export function isContinued(anchor: Checkpoint, file: Checkpoint, path: readonly string[]): boolean {
  const nodes = path.map((text) => fromBase64(text) ?? new Uint8Array());
  return verifyConsistency(anchor.size, anchor.root, file.size, file.root, nodes);
}

/** The entries that were there when the anchor was made. */
export function coveredBy({ size }: Checkpoint, entries: Bundle['entries']): Bundle['entries'] {
  return entries.filter(({ proof }) => proof !== null && proof.index < size);
}
