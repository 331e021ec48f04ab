import type { Language, Site } from '../policy/schema';
import type { Entry } from './entry';
import { isInForce, purposesInForce, type PurposeState, type RecordState, type SubjectState } from './fold';
import { identityDigest } from './identity';
import { mayMail } from './permissions';
import { standingOf } from './standing';

/** Where a person stands with a purpose that they were ever asked for. */
export interface Membership {
  readonly purpose: string;
  /** Whether they may be mailed for it now. */
  readonly active: boolean;
  /** Whether it rests on something, even if that may not be used now: the address takes no mail, or its use is restricted. */
  readonly inForce: boolean;
  readonly since: string;
  /** The record that it stands by. */
  readonly recordId: string;
  /** The digest of that record's identity part; empty where there is none any more. */
  readonly identity: string;
  /** In which the person is to be written to. */
  readonly language: Language;
  /** Whether the person's opens and clicks may be measured. */
  readonly mayMeasure: boolean;
}

/** Where a person stands with each purpose that they were ever asked for, by their history and what it amounts to now. */
export function membershipsOf(
  entries: readonly Entry[],
  state: SubjectState,
  purposes: Site['purposes'],
): readonly Membership[] {
  const standing = standingOf(entries);
  const mayMeasure = [...purposesInForce(state).values()].some(
    (current) => isAboutMeasuring(current, purposes) && mayMail(current, standing),
  );
  const asked = new Set(state.flatMap((record) => record.purposes.map(({ id }) => id)));
  return [...asked].flatMap((purpose) => {
    const found = standBy(state, purpose);
    if (!found) return [];
    const { recordId, language } = found.record;
    const identity = identityDigest(entries, recordId) ?? '';
    const { since } = found.current;
    const active = mayMail(found.current, standing);
    const inForce = isInForce(found.current);
    return [
      { purpose, active, inForce, since, recordId, identity, language: standing.language ?? language, mayMeasure },
    ];
  });
}

function isAboutMeasuring({ id }: PurposeState, purposes: Site['purposes']): boolean {
  return purposes.some((purpose) => purpose.id === id && purpose.measures);
}

interface Stand {
  readonly record: RecordState;
  readonly current: PurposeState;
}

/** The record that counts most of those that have a purpose in force, or else the last that asked for it. */
function standBy(state: SubjectState, id: string): Stand | undefined {
  const all = state.flatMap((record) =>
    record.purposes.filter((purpose) => purpose.id === id).map((current) => ({ record, current })),
  );
  const inForce = purposesInForce(state).get(id);
  return all.find(({ current }) => current === inForce) ?? all.at(-1);
}
