import type { Entry } from '../consent/entry';
import { againstErasure, newlyErased, type ErasureWish } from '../consent/decide/operator-erasure';
import { permissions } from '../consent/permissions';
import { keptRecordEnds } from '../consent/keep/item-ends';
import type { EntryHash } from '../ids';
import { stateAt } from '../consent/keep/state-at';
import { standingOf } from '../consent/standing';
import type { Site } from '../policy/schema';

/** What an order of an operator came to, or would come to. */
export interface Outcome {
  readonly site: Site;
  readonly dryRun: boolean;
  /** The head of the history that it was decided on, or that it left; null for none. */
  readonly head: EntryHash | null;
  readonly before: readonly Entry[];
  readonly taken: readonly Entry[];
  readonly now: Date;
  /** What operators call the disputes that hold data, by the id of the hold. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Says what was done, and what holds for the person from now on. Nothing in it is personal, but for what operators call disputes. */
export function answerOf({ site, dryRun, head, before, taken, now, labels }: Outcome) {
  const after = [...before, ...taken];
  const { holds, restrictedSince, erased, objections, weighed, isSuppressed } = standingOf(after);
  return {
    site: site.id,
    dryRun,
    done: taken.map((entry) => outlineOf(entry, dryRun)),
    head,
    now: {
      purposes: permissions(site.purposes, stateAt(after, site, now), standingOf(after), now),
      restrictedSince: restrictedSince ?? null,
      holds: holds.map((hold) => ({ ...hold, label: labels.get(hold.case) ?? null })),
      objections: [...objections],
      weighed: [...weighed.keys()],
      erasedAt: erased?.at ?? null,
      suppressed: isSuppressed,
      records: recordsKept(after, site),
    },
  };
}

/** Until when the records are kept, as far as that is known; not while something is in force, held, or restricted. */
function recordsKept(entries: readonly Entry[], site: Site) {
  return [...keptRecordEnds(entries, site)].map(([recordId, { end }]) => ({
    recordId,
    keptUntil: end?.toISOString() ?? null,
  }));
}

/** A step as it was taken, or as it would be. */
export function outlineOf({ type, at, recordId, purposes, facts, seq, hash }: Entry, dryRun: boolean) {
  const about = {
    type,
    at,
    ...(recordId !== undefined && { recordId }),
    purposes: purposes.map(({ id }) => id),
    facts,
  };
  return dryRun ? about : { ...about, seq, hash };
}

/** What an erasure ended, and what stands against it and until when. Entries name nobody; they go after their time. */
export function erasureAnswer({ site, before, taken, now, labels }: Outcome, wish: ErasureWish) {
  const after = [...before, ...taken];
  const { holds, duties, contracts } = againstErasure(after, site, wish, now);
  const gone = newlyErased(before, after).flatMap(({ parts }) => Object.keys(parts));
  const count = (name: string): number => gone.filter((other) => other === name).length;
  const isAgainst = holds.length + duties.length + contracts.length > 0;
  return {
    result: isAgainst ? ('restricted' as const) : ('erased' as const),
    parts: Object.fromEntries([...new Set(gone)].map((name) => [name, count(name)])),
    against: [
      ...holds.map(({ case: id, reviewBy }) => ({
        kind: 'hold' as const,
        case: id,
        label: labels.get(id) ?? null,
        reviewBy,
      })),
      ...duties.map((duty) => ({ kind: 'duty' as const, ...duty })),
      ...contracts.map((recordId) => ({ kind: 'contract' as const, recordId })),
    ],
  };
}
