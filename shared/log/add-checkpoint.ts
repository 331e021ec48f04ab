import type { Hash } from '../hash';

/*
 * How a log asks a witness for its cosignature: `add-checkpoint` of https://c2sp.org/tlog-witness.
 */

/** The body of the request: from which size on the proof leads, the proof, and the signed checkpoint. */
export function addCheckpointBody(oldSize: number, proof: readonly Hash[], note: string): string {
  const lines = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `old ${oldSize}\n${lines.join('')}\n${note}`;
}

/** What a witness answers. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly lines: string }
  /** It is at another size; or, if it is the very size that was sent, at another root. */
  | { readonly kind: 'elsewhere'; readonly size: number }
  /** The proof does not lead from what it knows to the checkpoint. */
  | { readonly kind: 'forked' }
  /** It does not know the log, or none of the keys that signed. */
  | { readonly kind: 'refused' }
  /** It cannot answer now. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'garbled' };

const TOO_MANY_REQUESTS = 429;

export function readAnswer(status: number, body: string): WitnessAnswer {
  if (status === 200) return { kind: 'cosigned', lines: body };
  if (status === 409) return elsewhere(body);
  if (status === 422) return { kind: 'forked' };
  if (status >= 500 || status === TOO_MANY_REQUESTS) return { kind: 'busy' };
  return { kind: status >= 400 ? 'refused' : 'garbled' };
}

function elsewhere(body: string): WitnessAnswer {
  const size = Number(/^(0|[1-9]\d{0,15})\n?$/.exec(body)?.[1]);
  return Number.isSafeInteger(size) ? { kind: 'elsewhere', size } : { kind: 'garbled' };
}
