import type { SubjectId } from '../ids';
import { plus } from '../calendar';
import { optOut, type OptOut, type OptOutOutcome } from '../consent/decide/opt-out';
import { asBackend, type Entry, type Operator } from '../consent/entry';
import type { AnyEntry } from '../consent/read-entry';
import type { OptOutReport } from '../http/opt-out-body';
import { momentAfter, EMPTY } from '../ledger/chain';
import { readHistory } from '../ledger/ledger';
import { recordIdFor, subjectId } from '../ledger/subject-id';
import { requirements } from '../policy/sites';
import type { Site } from '../policy/schema';
import { alongMoves } from './along-moves';
import type { Deps } from './deps';
import { keepObjectionable } from './keep-objectionable';
import { takeStep } from './take-step';

type OptOutDeps = Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>;

/** What came of it at one address of the person. */
interface Look extends OptOutOutcome {
  readonly entries: readonly Entry[];
}

/** What came of it, wherever the person moved to since. */
export interface OptOutResult {
  readonly status: 'recorded' | 'already-recorded' | 'overtaken';
  /** The purposes that stand, as the person gave them after that. */
  readonly kept: readonly string[];
}

/**
 * Takes what a tool or an earlier system says of somebody who left, objected, or gets no mail: also of people whom nobody knows
 * here, so that no later list brings them in. Interrupted it is sent again, and what is left is done.
 */
export async function takeOptOut(
  deps: OptOutDeps,
  site: Site,
  report: OptOutReport,
  operator: Operator,
  now: Date,
): Promise<OptOutResult> {
  const { kind, purposes, saidAt, saidFrom, address, note } = report;
  const first = await subjectId(deps.subjectKey, site.id, address.canonical);
  const reference =
    report.reference === undefined ? undefined : await recordIdFor(deps.subjectKey, first, report.reference);
  const said: OptOut = {
    site,
    requires: requirements(site),
    actor: asBackend(operator),
    kind,
    purposes,
    saidAt,
    saidFrom,
    reference,
  };
  const parts = note === undefined ? {} : { reason: { reason: note } };
  const look = (subject: SubjectId): Promise<Look> =>
    report.dryRun
      ? imagine(deps, subject, said, now)
      : take(deps, { subject, now, parts, partsEnd: plus(now, site.retention.accessLog) }, said);
  // A mailbox that takes no mail says nothing of the person's other one.
  const looks = kind === 'bounce' ? [await look(first)] : await alongMoves(first, look);
  const kept = [...new Set(looks.flatMap((one) => one.kept))];
  if (looks.some(({ step }) => step)) return { status: 'recorded', kept };
  return { status: looks.some(({ isKnown }) => isKnown) ? 'already-recorded' : 'overtaken', kept };
}

async function take(
  deps: OptOutDeps,
  request: Pick<Parameters<typeof takeStep>[1], 'subject' | 'now'> & { parts: object; partsEnd: Date },
  said: OptOut,
): Promise<Look> {
  let outcome: OptOutOutcome = { step: undefined, kept: [], isKnown: false };
  const decide = (entries: readonly Entry[], moment: Date, all: readonly AnyEntry[]) =>
    (outcome = optOut(entries, said, moment, all)).step;
  const { entries } = await takeStep(deps, {
    ...request,
    decide: (_, ...seen) => decide(...seen),
    alongside: () => keepObjectionable(deps, said.site),
  });
  return { ...outcome, entries };
}

async function imagine(deps: OptOutDeps, subject: SubjectId, said: OptOut, now: Date): Promise<Look> {
  const { entries, all, tail } = await readHistory(deps.ledger, subject, now);
  return { ...optOut(entries, said, momentAfter(tail ?? EMPTY, now), all), entries };
}
