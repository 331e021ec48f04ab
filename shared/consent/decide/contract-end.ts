import type { Actor, Step } from '../entry';
import { beginningOf, type PurposeState, type SubjectState } from '../fold';
import { endOfDay } from '../../calendar';

/** That a person has no contract any more, as whoever keeps contracts reports it. */
export interface ContractEnd {
  readonly actor: Actor;
  /** What the contracts were about; empty for all that there is. */
  readonly purposes: readonly string[];
  /** ISO 8601 date; undefined for the day of the report. */
  readonly endedOn: string | undefined;
}

/**
 * Ends what contracts of the person were about, in whichever record; undefined where none of them runs. One that is known to have
 * begun after the day is another contract: what it is about goes on.
 */
export function endContracts(state: SubjectState, end: ContractEnd, now: Date): Step | undefined {
  const runs = ({ status }: PurposeState): boolean => status === 'ContractRecorded';
  const lastMoment = end.endedOn === undefined ? now : endOfDay(end.endedOn);
  const begunSince = state.filter((record) => beginningOf(record) >= lastMoment);
  const goingOn = new Set(begunSince.flatMap(({ purposes }) => purposes.filter(runs)).map(({ id }) => id));
  const isEnded = (purpose: PurposeState): boolean =>
    runs(purpose) && !goingOn.has(purpose.id) && (end.purposes.length === 0 || end.purposes.includes(purpose.id));
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
