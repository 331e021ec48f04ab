import type { Actor, Step } from '../entry';
import type { PurposeState, SubjectState } from '../fold';

/** That a person has no contract any more, as whoever keeps contracts reports it. */
export interface ContractEnd {
  readonly actor: Actor;
  /** What the contracts were about; empty for all that there is. */
  readonly purposes: readonly string[];
  /** ISO 8601 date; undefined for the day of the report. */
  readonly endedOn: string | undefined;
}

/** Ends what contracts of the person were about, in whichever record; undefined where none of them runs. */
export function endContracts(state: SubjectState, end: ContractEnd, now: Date): Step | undefined {
  const isEnded = ({ id, status }: PurposeState): boolean =>
    status === 'ContractRecorded' && (end.purposes.length === 0 || end.purposes.includes(id));
  const record = state.findLast(({ purposes }) => purposes.some(isEnded));
  if (!record) return undefined;
  const named = state.flatMap(({ purposes }) => purposes.filter(isEnded));
  const purposes = new Map(named.map(({ id, legalBasis, noticeHash }) => [id, { id, legalBasis, noticeHash }]));
  return {
    type: 'ContractEnded',
    site: record.site,
    recordId: record.recordId,
    at: now.toISOString(),
    actor: end.actor,
    purposes: [...purposes.values()],
    facts: { ...(end.endedOn !== undefined && { endedOn: end.endedOn }) },
  };
}
