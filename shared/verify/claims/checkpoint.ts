import type { Bundle } from '../format';
import { openNote, parseCheckpoint, parseVerifierKey, type Checkpoint } from '../note';
import { claim, type Claim, type Finding, type WhichCheckpoint } from '../report';

/** A checkpoint with what is wrong with it, and those of the file's keys that signed it. */
export interface Opened {
  /** Undefined where there is none, or one that cannot be read. */
  readonly checkpoint: Checkpoint | undefined;
  readonly signers: readonly string[];
  readonly findings: readonly Finding[];
}

/** Opens a checkpoint of the file, or one that should be of the same log. */
export function openCheckpoint(note: string, which: WhichCheckpoint, { origin, keys }: Bundle['log']): Opened {
  const opened = openNote(note, keys);
  const checkpoint = opened && parseCheckpoint(opened.text);
  if (!opened || !checkpoint) {
    return { checkpoint, signers: [], findings: [{ code: 'checkpointUnreadable', which }] };
  }
  const { signers, forged, unknown } = opened;
  const repeated = signers.filter((key, n) => signers.indexOf(key) < n);
  const findings: Finding[] = [
    ...forged.map((): Finding => ({ code: 'checkpointForged', which })),
    ...unknown.map((name): Finding => ({ code: 'signatureUnknown', which, name })),
    ...repeated.map((name): Finding => ({ code: 'signatureRepeated', which, name })),
    ...(checkpoint.origin === origin ? [] : [{ code: 'originDiffers' as const, which }]),
  ];
  return { checkpoint, signers, findings };
}

/** 8. The checkpoint is signed. */
export function checkCheckpoint({ log }: Bundle, { file, anchors }: Checkpoints): Claim {
  const failures = [...checkKeys(log.keys, [file, ...anchors]), ...file.findings];
  return claim('checkpoint', failures, { open: log.checkpoint === null ? [{ code: 'noCheckpoint' }] : [] });
}

export interface Checkpoints {
  readonly file: Opened;
  readonly anchors: readonly Opened[];
}

/** All of the file's checkpoints. Each signature costs as much as the hashes of a hundred steps. */
export function openCheckpoints({ log }: Bundle): Checkpoints {
  const none: Opened = { checkpoint: undefined, signers: [], findings: [] };
  return {
    file: log.checkpoint === null ? none : openCheckpoint(log.checkpoint, 'file', log),
    anchors: log.anchors.map(({ checkpoint }, n) => openCheckpoint(checkpoint, n + 1, log)),
  };
}

/** Each key has signed something here: what nothing depends on could be exchanged unnoticed. */
function checkKeys(keys: readonly string[], checkpoints: readonly Opened[]): Finding[] {
  return keys.flatMap((key, n): Finding[] => {
    if (!parseVerifierKey(key)) return [{ code: 'keyUnreadable', key }];
    if (keys.indexOf(key) < n) return [{ code: 'keyRepeated', key }];
    const isUsed = checkpoints.some(({ signers, findings }) => signers.includes(key) || findings.length > 0);
    return isUsed ? [] : [{ code: 'keyUnused', key }];
  });
}
