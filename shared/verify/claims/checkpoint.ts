import type { Bundle } from '../format';
import { openNote, parseCheckpoint, parseVerifierKey, parseWitnessKey, type Checkpoint, type Cosigner } from '../note';
import { claim, type Claim, type Finding, type Note, type WhichCheckpoint } from '../report';

/** A checkpoint with what is wrong with it, and those of the file's keys that signed it. */
export interface Opened {
  /** Undefined where there is none, or one that cannot be read. */
  readonly checkpoint: Checkpoint | undefined;
  readonly signers: readonly string[];
  /** Those of the file's witnesses that cosigned it. */
  readonly cosigners: readonly Cosigner[];
  readonly findings: readonly Finding[];
}

/** Opens a checkpoint of the file, or one that should be of the same log. */
export function openCheckpoint(
  note: string,
  which: WhichCheckpoint,
  { origin, keys, witnesses }: Bundle['log'],
): Opened {
  const opened = openNote(note, keys, witnesses);
  const checkpoint = opened && parseCheckpoint(opened.text);
  if (!opened || !checkpoint) {
    return { checkpoint, signers: [], cosigners: [], findings: [{ code: 'checkpointUnreadable', which }] };
  }
  const { signers, cosigners, forged, unknown } = opened;
  const all = [...signers, ...cosigners.map(({ key }) => key)];
  const repeated = all.filter((key, n) => all.indexOf(key) < n);
  // What the reader kept may have been cosigned by witnesses that the file does not name.
  const isPassedOver = which === 'kept' && signers.length > 0;
  const findings: Finding[] = [
    ...forged.map((): Finding => ({ code: 'checkpointForged', which })),
    ...(isPassedOver ? [] : unknown.map((name): Finding => ({ code: 'signatureUnknown', which, name }))),
    ...repeated.map((name): Finding => ({ code: 'signatureRepeated', which, name })),
    ...(checkpoint.origin === origin ? [] : [{ code: 'originDiffers' as const, which }]),
  ];
  return { checkpoint, signers, cosigners, findings };
}

/** 8. The checkpoint is signed. `witnesses` are those that the reader knows. */
export function checkCheckpoint(
  { log }: Pick<Bundle, 'log'>,
  { file, anchors }: Checkpoints,
  witnesses: readonly string[],
): Claim {
  const failures = [
    ...checkKeys(log.keys, parseVerifierKey, [file, ...anchors]),
    ...checkKeys(log.witnesses, parseWitnessKey, [file, ...anchors]),
    ...file.findings,
  ];
  if (log.checkpoint === null) return claim('checkpoint', failures, { open: [{ code: 'noCheckpoint' }] });
  return claim('checkpoint', failures, { notes: notesOfWitnesses([file, ...anchors], witnesses) });
}

/** What only witnesses can rule out, and who of them would have something to say. */
function notesOfWitnesses(checkpoints: readonly Opened[], given: readonly string[]): Note[] {
  const all = checkpoints.flatMap(({ cosigners }) => cosigners).filter(({ key }) => !given.includes(key));
  const latest = new Map(all.toSorted((one, other) => (one.at < other.at ? -1 : 1)).map(({ key, at }) => [key, at]));
  const said = [...latest].map(([key, at]): Note => ({ code: 'cosignedUnchecked', name: key.split('+')[0] ?? '', at }));
  return given.length > 0 ? said : [{ code: 'otherVersionOpen' }, ...said];
}

export interface Checkpoints {
  readonly file: Opened;
  readonly anchors: readonly Opened[];
}

/** All of the file's checkpoints. Each signature costs as much as the hashes of a hundred steps. */
export function openCheckpoints({ log }: Pick<Bundle, 'log'>): Checkpoints {
  const none: Opened = { checkpoint: undefined, signers: [], cosigners: [], findings: [] };
  return {
    file: log.checkpoint === null ? none : openCheckpoint(log.checkpoint, 'file', log),
    anchors: log.anchors.map(({ checkpoint }, n) => openCheckpoint(checkpoint, n + 1, log)),
  };
}

/** Each key has signed something here: what nothing depends on could be exchanged unnoticed. */
function checkKeys(keys: readonly string[], read: typeof parseVerifierKey, checkpoints: readonly Opened[]): Finding[] {
  return keys.flatMap((key, n): Finding[] => {
    if (!read(key)) return [{ code: 'keyUnreadable', key }];
    if (keys.indexOf(key) < n) return [{ code: 'keyRepeated', key }];
    const isUsed = checkpoints.some(
      ({ signers, cosigners, findings }) =>
        signers.includes(key) || cosigners.some((cosigner) => cosigner.key === key) || findings.length > 0,
    );
    return isUsed ? [] : [{ code: 'keyUnused', key }];
  });
}
