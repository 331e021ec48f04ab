import { withdrawable, type Requirements } from './decisions';
import { bounced } from './feedback';
import { factsOf, withFacts, type Actor, type Entry, type Step } from '../entry';
import { isFromElsewhere, saidWhen } from '../elsewhere';
import { entryPurpose, fold, isInForce, type RecordState } from '../fold';
import { leavable } from '../not-understood';
import type { AnyEntry } from '../read-entry';
import { standingOf } from '../standing';
import type { Site } from '../../policy/schema';
import { currentPurpose, objectionable } from './operator-decisions';

export const OPT_OUT_KINDS = ['withdrawal', 'objection', 'bounce'] as const;

/** That somebody does not want mails any more, or gets none, as a tool or an earlier system has it. */
export interface OptOut {
  readonly site: Site;
  readonly requires: Requirements;
  readonly actor: Actor;
  readonly kind: (typeof OPT_OUT_KINDS)[number];
  /** None for all that the site has. */
  readonly purposes: readonly string[];
  /** ISO 8601, in UTC; undefined where the source does not know: then it counts from now on. */
  readonly saidAt?: string | undefined;
  /** ISO 8601, in UTC: the first moment of what the source knows no closer, of which `saidAt` is the last. */
  readonly saidFrom?: string | undefined;
  /** A keyed hash of what the source calls it. */
  readonly reference?: string | undefined;
}

/** The step that it comes to, if any, and the purposes that stand all the same, as the person gave them later. */
export interface OptOutOutcome {
  readonly step: Step | undefined;
  readonly kept: readonly string[];
  readonly isKnown: boolean;
}

/**
 * What a "no" from elsewhere ends and bars. It ends nothing that the person gave after it, which is known only where it has a date;
 * and it stands against whatever others report later of an earlier time. A sign-up that waits is left to the person's own press.
 */
export function optOut(
  entries: readonly Entry[],
  report: OptOut,
  now: Date,
  all: readonly AnyEntry[] = entries,
): OptOutOutcome {
  const { reference } = report;
  const isRepeated = entries.some((entry) => reference !== undefined && factsOf(entry).reference === reference);
  if (isRepeated) return { step: undefined, kept: [], isKnown: true };
  return report.kind === 'bounce'
    ? bounce(entries, report, now)
    : refusal(entries, { ...report, kind: report.kind }, now, all);
}

const factsIn = ({ saidAt, saidFrom, reference }: OptOut) => ({
  ...(saidAt !== undefined && { saidAt }),
  ...(saidFrom !== undefined && { saidFrom }),
  ...(reference !== undefined && { reference }),
});

function bounce(entries: readonly Entry[], report: OptOut, now: Date): OptOutOutcome {
  const { saidAt, actor, site } = report;
  const at = saidAt === undefined ? now : new Date(saidAt);
  const step = bounced(entries, { bounce: 'permanent', at, actor }, now, site.id);
  const isKnown = standingOf(entries).undeliverableSince !== undefined;
  return { step: step && withFacts(step, factsIn(report)), kept: [], isKnown };
}

type Refusal = OptOut & { readonly kind: 'withdrawal' | 'objection' };

function refusal(entries: readonly Entry[], report: Refusal, now: Date, all: readonly AnyEntry[]): OptOutOutcome {
  const { site, requires, saidAt, actor, kind } = report;
  const state = fold(entries, now);
  const wanted = objectionable(site).filter(({ id }) => report.purposes.length === 0 || report.purposes.includes(id));
  const later = saidAt === undefined ? new Set<string>() : givenAfter(state, entries, saidAt);
  const kept = wanted.map(({ id }) => id).filter((id) => later.has(id));
  const meant = wanted.filter(({ id }) => !later.has(id));
  if (meant.length === 0) return { step: undefined, kept, isKnown: false };
  const purposes = meant.map(({ id }) => id);
  const ended = withdrawable(leavable(state, all, site), { purposes, requires }).filter(isInForce);
  const barred = meant
    .filter(({ id }) => !ended.some((purpose) => purpose.id === id) && !isBarred(entries, report, id))
    .map((purpose) => currentPurpose(site, purpose));
  const named = [...ended.map(entryPurpose), ...barred];
  if (named.length === 0) return { step: undefined, kept, isKnown: true };
  const record = state.findLast((one) => one.purposes.some(({ id }) => ended.some((purpose) => purpose.id === id)));
  const step: Step = {
    type: kind === 'objection' ? 'ObjectionRecorded' : 'ConsentWithdrawn',
    site: site.id,
    ...(record && { recordId: record.recordId }),
    at: now.toISOString(),
    actor,
    purposes: named,
    facts: { via: 'elsewhere', ...factsIn(report) },
  };
  return { step, kept, isKnown: false };
}

/**
 * Whether the same stands already, so that reporting it adds nothing. A "no" without a date is said now, so one that was said before is
 * another: a consent may be reported yet that lies between them. Only where neither has a date and this one no name is it a repetition.
 */
function isBarred(entries: readonly Entry[], { kind, saidAt, reference }: Refusal, id: string): boolean {
  if (standingOf(entries).objections.has(id)) return true;
  const isRepetition = (entry: Entry): boolean => reference === undefined && factsOf(entry).saidAt === undefined;
  const isSame = (entry: Entry): boolean =>
    isFromElsewhere(entry) && (saidAt === undefined ? isRepetition(entry) : saidAt <= saidWhen(entry));
  return kind === 'withdrawal' && entries.some((entry) => isSame(entry) && entry.purposes.some((one) => one.id === id));
}

/** The purposes in force that rest on a consent which is later than a moment. */
function givenAfter(state: readonly RecordState[], entries: readonly Entry[], moment: string): ReadonlySet<string> {
  const given = state.flatMap((record) =>
    record.purposes
      .filter((purpose) => isInForce(purpose) && purpose.legalBasis === 'consent')
      .filter(({ since }) => moment < (record.isFromElsewhere ? givenElsewhere(entries, record.recordId) : since)),
  );
  return new Set(given.map(({ id }) => id));
}

/** Before any moment, as text. */
const BEFORE_ALL = '';

/** What has no date is older than anything. */
function givenElsewhere(entries: readonly Entry[], id: string): string {
  const beginning = entries.find(({ recordId }) => recordId === id);
  return (beginning && factsOf(beginning).givenAt) ?? BEFORE_ALL;
}
