import type { Bundle, BundleEntry, Json } from '../format';
import { parseWitnessKey, type Checkpoint } from '../note';
import { claim, stepName, type Claim, type Finding, type Note } from '../report';
import { coveredBy, isContinued } from './anchors';
import type { Checkpoints } from './checkpoint';

/** By how much clocks may differ. */
export const CLOCKS_MS = 5 * 60 * 1000;

/** A state of the file's log that a witness cosigned. */
interface Seen {
  readonly checkpoint: Checkpoint;
  readonly at: string;
}

/**
 * 13. Each witness that the reader knows saw the log with these steps in it, and no other version. Nothing is claimed
 * where the reader names none, and none is said to contradict.
 */
export function checkWitnesses(bundle: Bundle, checkpoints: Checkpoints, given: readonly string[]): Claim[] {
  const contradicted = contradictions(bundle);
  if (given.length === 0 && contradicted.length === 0) return [];
  const unreadable = given.filter((key) => !parseWitnessKey(key));
  const results = given.filter((key) => parseWitnessKey(key)).map((key) => checkWitness(bundle, checkpoints, key));
  return [
    claim(
      'witnesses',
      unreadable.map((key) => ({ code: 'givenKeyUnreadable', key })),
      { open: [...contradicted, ...results.flatMap(({ open }) => open)], notes: results.flatMap(({ notes }) => notes) },
    ),
  ];
}

/** What the reading says of witnesses; the entry commits to it. */
function contradictions({ entries }: Bundle): Finding[] {
  const reading = entries.at(-1)?.parts['reading'];
  const said = reading?.state === 'disclosed' ? reading.data['contradictedBy'] : undefined;
  return (Array.isArray(said) ? said : []).flatMap((one: Json): Finding[] => {
    const { key, since } = (one ?? {}) as { key?: Json; since?: Json };
    const name = nameOf(typeof key === 'string' ? key : '');
    return [{ code: 'contradicted', name, since: typeof since === 'string' ? since : '' }];
  });
}

const nameOf = (key: string): string => key.split('+')[0] ?? '';

function checkWitness(
  bundle: Bundle,
  checkpoints: Checkpoints,
  key: string,
): { readonly open: readonly Finding[]; readonly notes: readonly Note[] } {
  const name = nameOf(key);
  const seen = newestSeen(bundle, checkpoints, key);
  if (!seen) return { open: [{ code: 'notCosigned', name }], notes: [] };
  const { at, checkpoint } = seen;
  const covered = coveredBy(checkpoint, bundle.entries);
  if (!isPossible(at, covered, bundle)) return { open: [{ code: 'cosignedAtOdds', name, at }], notes: [] };
  // Evidence is read before the log can be cosigned again, and a reading says nothing about what the person did.
  const later = bundle.entries
    .filter(({ entry }) => entry.type !== 'EvidenceDisclosed')
    .filter((e) => !isIn(e, checkpoint));
  return {
    open: later.map(({ entry }) => ({ code: 'newerThanCosigned', name, at, step: stepName(entry) })),
    notes: [{ code: 'cosigned', name, at, size: checkpoint.size, covered: covered.length }],
  };
}

const isIn = ({ proof }: BundleEntry, { size }: Checkpoint): boolean => proof !== null && proof.index < size;

/** The largest state that the witness cosigned and that the file's own log continues. */
function newestSeen({ log }: Bundle, { file, anchors }: Checkpoints, key: string): Seen | undefined {
  const own = file.checkpoint;
  if (!own) return undefined;
  const states = [
    { ...file, isOwn: true },
    ...anchors.map((anchor, n) => ({
      ...anchor,
      isOwn: anchor.checkpoint !== undefined && isContinued(anchor.checkpoint, own, log.anchors[n]?.consistency ?? []),
    })),
  ];
  const seen = states.flatMap(({ checkpoint, cosigners, signers, findings, isOwn }): Seen[] => {
    const isGood = isOwn && checkpoint !== undefined && findings.length === 0 && signers.length > 0;
    const at = cosigners.find((cosigner) => cosigner.key === key)?.at;
    return isGood && at !== undefined ? [{ checkpoint, at }] : [];
  });
  return seen.sort((one, other) => other.checkpoint.size - one.checkpoint.size)[0];
}

/** Nobody can have seen a step before it was taken, or the file's log after the file was made. */
export function isPossible(at: string, covered: readonly BundleEntry[], bundle: Bundle): boolean {
  const time = Date.parse(at);
  const isAfterAll = covered.every(({ entry }) => Date.parse(entry.at) - CLOCKS_MS <= time);
  return isAfterAll && time <= Date.parse(bundle.at) + CLOCKS_MS;
}
