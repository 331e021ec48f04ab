import type { RecordId } from '../ids';
import type { Language, Site } from '../policy/schema';
import { explained, type Because } from './because';
import type { Entry } from './entry';
import { languageFor } from './decide/language';
import { isInForce, purposesInForce, standBy, type PurposeState, type RecordState, type SubjectState } from './fold';
import { identitiesOf, type IdentityName } from './identity';
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
  /** Why they may not be mailed, where they may not; an address that was lost is not known here. */
  readonly because?: Because;
  /** Until when a sign-up can still be confirmed, where one waits for that. */
  readonly waitsUntil?: string;
  /** The record that it stands by. */
  readonly recordId: RecordId;
  /** The wording that it stands by. */
  readonly noticeHash: string;
  /** The parts that say who the person is, the one that counts most first. */
  readonly identities: readonly IdentityName[];
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
  const identities = identitiesOf(entries);
  const asked = new Set(state.flatMap((record) => record.purposes.map(({ id }) => id)));
  return [...asked].flatMap((purpose) => {
    const found = standBy(state, purpose);
    if (!found) return [];
    const { record, current } = found;
    const language = languageFor(entries, state, record);
    const [active, inForce] = [mayMail(current, standing), isInForce(current)];
    const { since, legalBasis, noticeHash } = current;
    const permissions = [{ id: purpose, legalBasis, allowed: active }];
    const [said] = explained({ entries, state, standing, permissions, isAddressMissing: false });
    const because = said?.because;
    const waitsUntil = state
      .filter(isWaitingFor(purpose))
      .map(({ confirmBy }) => confirmBy)
      .sort()
      .at(-1);
    return [
      {
        ...{ purpose, active, inForce, since, recordId: record.recordId, noticeHash, identities, language, mayMeasure },
        ...(because !== undefined && { because }),
        ...(waitsUntil !== undefined && !inForce && { waitsUntil }),
      },
    ];
  });
}

const isWaitingFor =
  (purpose: string) =>
  ({ purposes }: RecordState): boolean =>
    purposes.some(({ id, status }) => id === purpose && status === 'ConsentRequested');

function isAboutMeasuring({ id }: PurposeState, purposes: Site['purposes']): boolean {
  return purposes.some((purpose) => purpose.id === id && purpose.measures);
}
