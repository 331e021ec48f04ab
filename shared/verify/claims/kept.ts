import { isEqual } from '../../hash';
import type { Bundle } from '../format';
import { claim, type Claim } from '../report';
import { openCheckpoint, type Checkpoints } from './checkpoint';

/** 11. A checkpoint that the reader kept is one of the same log. */
export function checkKept({ log }: Pick<Bundle, 'log'>, { file, anchors }: Checkpoints, note: string): Claim {
  const { checkpoint: kept, findings } = openCheckpoint(note, 'kept', log);
  if (!kept || findings.length > 0) return claim('kept', findings);
  const { size } = kept;
  const same = [file, ...anchors].flatMap(({ checkpoint }) => (checkpoint?.size === size ? [checkpoint] : []));
  if (same.length === 0) return claim('kept', [], { open: [{ code: 'keptUnrelated', size }] });
  const isSame = same.every(({ root }) => isEqual(root, kept.root));
  return claim('kept', isSame ? [] : [{ code: 'keptForked', size }]);
}
