import { endOfDay, plus } from '../../calendar';
import { retentionOf } from '../../policy/retention';
import type { Site } from '../../policy/schema';
import { isInForce, wasInForce, type PurposeState, type RecordState, type SubjectState } from '../fold';
import type { StepFor } from '../entry';

export type OverRules = Pick<Site, 'retention' | 'purposes'>;

/** Why a purpose is over though nobody said so. */
export type Because = NonNullable<StepFor<'ConsentLapsed'>['facts']['because']>;

/** That a purpose of a record is over by the rules of its site alone, and from when on. */
export interface Over {
  readonly at: Date;
  readonly because: Because;
  /** The last day, where it had one, ISO 8601 date. */
  readonly endsOn?: string | undefined;
}

/** When a purpose of a record is over, whether or not that was written down; undefined where time alone never ends it. */
export type OverOf = (record: RecordState, purpose: PurposeState) => Over | undefined;

/** When a registration for a purpose has been kept for as long as any is; undefined where that is not said. */
export function maximumOf({ registeredAt }: RecordState, purpose: string, rules: OverRules): Date | undefined {
  const { registrationMaximum } = retentionOf(rules, purpose);
  return registrationMaximum === undefined ? undefined : plus(new Date(registeredAt), registrationMaximum);
}

/** By all that a person agreed to, as what only measures is over with the last purpose whose mails it is about. */
export function overIn(state: SubjectState, rules: OverRules): OverOf {
  const alone: OverOf = (record, { id }) => {
    const maximum = maximumOf(record, id, rules);
    const { endsOn } = rules.purposes.find((purpose) => purpose.id === id) ?? {};
    const lastDay = endsOn === undefined ? undefined : endOfDay(endsOn);
    if (lastDay && (!maximum || lastDay < maximum)) return { at: lastDay, because: 'ends-on', endsOn };
    return maximum && { at: maximum, because: 'registration-maximum' };
  };
  return (record, purpose) => {
    const own = alone(record, purpose);
    const unsupported = measuresUntil(state, purpose, rules, alone);
    return unsupported && (!own || unsupported < own.at) ? { at: unsupported, because: 'nothing-to-measure' } : own;
  };
}

/** When there are no mails left that a purpose measures; undefined where there are, or where it measures none. */
function measuresUntil(
  state: SubjectState,
  { id, since }: PurposeState,
  { purposes }: OverRules,
  alone: OverOf,
): Date | undefined {
  const { measures, requires = [] } = purposes.find((purpose) => purpose.id === id) ?? {};
  if (!measures) return undefined;
  const ends = state.flatMap((record) =>
    record.purposes
      .filter((other) => requires.includes(other.id) && wasInForce(other))
      .map((other) => (isInForce(other) ? (alone(record, other)?.at.getTime() ?? Infinity) : Date.parse(other.since))),
  );
  const last = Math.max(Date.parse(since), ...ends);
  return last === Infinity ? undefined : new Date(last);
}
