import type { RecordId } from '../../ids';
import type { Entry } from '../entry';
import { applyEntry, type RecordState, type SubjectState } from '../fold';
import { stepType } from '../steps';

/** The records that a step belongs to or changed: it has to be there for as long as the longest of them. */
export interface Reach {
  readonly entry: Entry;
  readonly records: ReadonlySet<RecordId>;
}

/** Follows a history and notes what each step reached. */
export function reachesOf(entries: readonly Entry[]): Reach[] {
  const reaches: Reach[] = [];
  entries.reduce<SubjectState>((before, entry) => {
    const after = applyEntry(before, entry);
    reaches.push({ entry, records: reached(entry, before, after) });
    return after;
  }, []);
  return reaches;
}

function reached(entry: Entry, before: SubjectState, after: SubjectState): ReadonlySet<RecordId> {
  const changed = after.filter((record, n) => isChanged(before[n], record)).map(({ recordId }) => recordId);
  return new Set([...(entry.recordId === undefined ? [] : [entry.recordId]), ...changed, ...concerned(entry, after)]);
}

function isChanged(before: RecordState | undefined, { purposes, confirmBy }: RecordState): boolean {
  return before?.confirmBy !== confirmBy || purposes.some((purpose, n) => purpose !== before.purposes[n]);
}

/** What is about the person changes no record, and yet a duty or an address may go by it. */
function concerned(entry: Entry, state: SubjectState): RecordId[] {
  if (stepType(entry).kept.alsoWith(entry) !== 'named') return [];
  const named = new Set(entry.purposes.map(({ id }) => id));
  const isMeant = (record: RecordState): boolean => named.size === 0 || record.purposes.some(({ id }) => named.has(id));
  return state.filter(isMeant).map(({ recordId }) => recordId);
}
