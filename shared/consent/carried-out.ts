import { factsOf, type Entry, type Facts } from './entry';
import type { EntryType } from './steps';

/** Something that a person wanted and that the system did by itself, so that no operator has to. */
export interface CarriedOut {
  /** A keyed hash of the mail, or the random id of what was asked in the preference centre: it names nobody. */
  readonly id: string;
  /** When it was done, ISO 8601. */
  readonly at: string;
  readonly wish: 'withdrawal' | 'objection' | 'erasure' | 'rectification';
  /** Whether they wrote a mail; otherwise they asked in the preference centre. */
  readonly isMail: boolean;
  /** The places of the steps that did it. */
  readonly steps: readonly number[];
  readonly provenBy?: NonNullable<Facts['provenBy']>;
}

/** What the steps are the answer to; where there are several of one kind, the last one says it. */
const WISHES: Readonly<Partial<Record<EntryType, CarriedOut['wish']>>> = {
  ConsentWithdrawn: 'withdrawal',
  ObjectionRecorded: 'objection',
  DataErased: 'erasure',
  // What has to be kept is restricted in place of that.
  ProcessingRestricted: 'erasure',
  IdentityRectified: 'rectification',
};

/**
 * What was carried out because a person wrote a mail that was understood, or asked in the preference centre and confirmed it by
 * mail. Whoever leaves by a link or a button of their mail program has not turned to anybody.
 */
export function carriedOut(entries: readonly Entry[]): CarriedOut[] {
  const found = new Map<string, CarriedOut>();
  for (const entry of entries) {
    const { type, at, seq, actor } = entry;
    const wish = WISHES[type];
    const { via, messageId, request, provenBy } = factsOf(entry);
    const id = request ?? (via === 'e-mail' ? messageId : undefined);
    if (wish === undefined || id === undefined || actor.kind !== 'subject') continue;
    const before = found.get(id);
    const steps = [...(before?.steps ?? []), seq];
    found.set(id, {
      id,
      at: before?.at ?? at,
      wish,
      isMail: request === undefined,
      steps,
      ...(provenBy && { provenBy }),
    });
  }
  return [...found.values()];
}
