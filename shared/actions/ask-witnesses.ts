import { logger } from '../logger';
import type { Witness } from '../log/configured-witness';
import { submit, type Submitted } from '../log/submit';
import { textOf } from '../log/witness';
import type { PublishedCheckpoint, WitnessState, WitnessStore } from '../log/store';
import { send } from '../processors/send';

/** All witnesses together; within the function's own time. */
const PATIENCE_MS = 20_000;

export interface AskingWitnesses {
  readonly log: WitnessStore;
  readonly witnesses: readonly Witness[];
}

/**
 * Submits the newest checkpoint to each witness that has not cosigned it yet, to all at the same time.
 *
 * 1. Read the checkpoint and what is known of the witnesses. A crash leaves nothing.
 * 2. Submit. A crash leaves a witness that knows more than we know of it: it says so when it is asked again.
 * 3. Save what it said: its cosignature, or why there is none.
 *
 * @returns what is known of the configured witnesses now
 */
export async function askWitnesses({ log, witnesses }: AskingWitnesses, now: Date): Promise<readonly WitnessState[]> {
  const [checkpoint, states] = await Promise.all([log.readCheckpoint(), log.readWitnesses()]);
  if (!checkpoint) return [];
  const allTime = AbortSignal.timeout(PATIENCE_MS);
  return Promise.all(
    witnesses.map((witness) => {
      const before = states.find(({ key }) => key === witness.key) ?? { key: witness.key };
      return ask(witness, before);
    }),
  );

  async function ask(witness: Witness, before: WitnessState): Promise<WitnessState> {
    if (isCosigned(checkpoint as PublishedCheckpoint, before)) return before;
    const from = before.cosigned?.size ?? 0;
    const post = (body: string) => postTo(witness, body, allTime);
    const submitted = await submit(
      { witness, from, checkpoint: checkpoint as PublishedCheckpoint, now },
      { log, post },
    );
    const after = stateAfter(before, submitted, checkpoint as PublishedCheckpoint, now);
    if (after.problem) logger.warn('witness does not cosign', { witness: witness.name, problem: after.problem.kind });
    if (after !== before) await log.saveWitness(after);
    return after;
  }
}

const isCosigned = ({ note }: PublishedCheckpoint, { cosigned, problem }: WitnessState): boolean =>
  problem === undefined && cosigned !== undefined && textOf(cosigned.note) === textOf(note);

const postTo = ({ url }: Witness, body: string, allTime: AbortSignal) =>
  send({ url: `${url}/add-checkpoint`, method: 'POST', headers: {}, body }, allTime).catch(() => undefined);

/** A contradiction stays until the witness cosigns: that it is silent afterwards does not take it back. */
function stateAfter(
  before: WitnessState,
  submitted: Submitted,
  { size, note }: PublishedCheckpoint,
  now: Date,
): WitnessState {
  if (submitted === 'overtaken') return before;
  if ('cosignature' in submitted) {
    const { line, at } = submitted.cosignature;
    return { key: before.key, cosigned: { size, note, cosignature: line, at: at.toISOString() } };
  }
  const kind = before.problem?.kind;
  if (kind === submitted.problem || kind === 'contradicts') return before;
  const isNew = kind === undefined || submitted.problem === 'contradicts';
  const since = isNew ? now.toISOString() : before.problem!.since;
  return { ...before, problem: { kind: submitted.problem, since } };
}
