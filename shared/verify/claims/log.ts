import { leafHash } from '../../hash';
import { fromBase64Url } from '../base64';
import type { Bundle, Proof } from '../format';
import { LogTree } from '../log-tree';
import type { Checkpoint } from '../note';
import { claim, stepName, type Claim, type Finding } from '../report';

/** 9. Each entry is in the log. */
export function checkLog({ entries }: Bundle, checkpoint: Checkpoint | undefined): Claim {
  const pending = entries.filter(({ proof }) => proof === null);
  const open = pending.map(({ entry }): Finding => ({ code: 'newerThanCheckpoint', step: stepName(entry) }));
  if (!checkpoint) return claim('log', [], { open: [{ code: 'noCheckpoint' }] });
  const tree = new LogTree(checkpoint.size, checkpoint.root);
  const taken = new Set<number>();
  const failures = entries.flatMap(({ entry, proof }): Finding[] => {
    if (!proof) return [];
    if (taken.has(proof.index)) return [{ code: 'indexTwice', step: stepName(entry) }];
    taken.add(proof.index);
    return isInLog(entry.hash, proof, tree) ? [] : [{ code: 'notInLog', step: stepName(entry) }];
  });
  return claim('log', failures, { open });
}

function isInLog(entryHash: string, { index, path }: Proof, tree: LogTree): boolean {
  const hash = fromBase64Url(entryHash);
  return hash !== undefined && tree.includes(leafHash(hash), index, path);
}
