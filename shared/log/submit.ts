import { addCheckpointBody, readAnswer, type WitnessAnswer } from './add-checkpoint';
import { nodesOf } from './nodes';
import { proveConsistency } from './prove';
import type { LogReader, PublishedCheckpoint, WitnessProblem } from './store';
import { findCosignature, textOf, type Cosignature, type WitnessKey } from './witness';

/** A witness's clock may be a little ahead of ours. */
const AHEAD_MS = 5 * 60 * 1000;
/** Two: at the size that we know of, and, if it is another, at the one that the witness says. */
const MOST_REQUESTS = 2;

export interface Submission {
  readonly witness: WitnessKey;
  /** The size that it cosigned last, as far as we know; 0 before the first. */
  readonly from: number;
  readonly checkpoint: PublishedCheckpoint;
  readonly now: Date;
}

export interface Submitting {
  readonly log: Pick<LogReader, 'readTile' | 'readCheckpoint'>;
  /** Sends the body to the witness's add-checkpoint; undefined where no answer came. */
  readonly post: (body: string) => Promise<{ readonly status: number; readonly body: string } | undefined>;
}

export type Submitted =
  | { readonly cosignature: Cosignature }
  | { readonly problem: WitnessProblem }
  /** Another run was faster; nothing is known that was not known before. */
  | 'overtaken';

/** Submits a checkpoint to a witness, with the proof that leads to it from what the witness knows. */
export async function submit(submission: Submission, { log, post }: Submitting): Promise<Submitted> {
  const { checkpoint } = submission;
  let oldSize = Math.min(submission.from, checkpoint.size);
  for (let requests = 1; requests <= MOST_REQUESTS; requests++) {
    const proof = await proveConsistency(oldSize, checkpoint.size, nodesOf(log));
    const response = await post(addCheckpointBody(oldSize, proof, checkpoint.note));
    const answer: WitnessAnswer = response ? readAnswer(response.status, response.body) : { kind: 'busy' };
    if (answer.kind !== 'elsewhere') return outcomeOf(answer, submission);
    if (answer.size === checkpoint.size && oldSize === checkpoint.size) return { problem: 'contradicts' };
    if (answer.size > checkpoint.size) return beyond(answer.size, log);
    oldSize = answer.size;
  }
  return { problem: 'garbles' };
}

function outcomeOf(
  answer: Exclude<WitnessAnswer, { kind: 'elsewhere' }>,
  { witness, checkpoint, now }: Submission,
): Submitted {
  switch (answer.kind) {
    case 'cosigned': {
      const cosignature = findCosignature(answer.lines, textOf(checkpoint.note), witness);
      const isInTime = cosignature !== undefined && cosignature.at.getTime() <= now.getTime() + AHEAD_MS;
      return isInTime ? { cosignature } : { problem: 'garbles' };
    }
    case 'forked':
      return { problem: 'contradicts' };
    case 'refused':
      return { problem: 'refuses' };
    case 'busy':
      return { problem: 'silent' };
    case 'garbled':
      return { problem: 'garbles' };
  }
}

/** What is published since may have been submitted by a run at the same time; what is not, nobody of us submitted. */
async function beyond(size: number, log: Pick<LogReader, 'readCheckpoint'>): Promise<Submitted> {
  const newest = await log.readCheckpoint();
  return size > (newest?.size ?? 0) ? { problem: 'contradicts' } : 'overtaken';
}
