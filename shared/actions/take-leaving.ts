import { bounced } from '../consent/decide/feedback';
import { isOurs, leftThere, reportFacts, type Reported } from '../consent/decide/leaving';
import { withFacts } from '../consent/entry';
import { leavable } from '../consent/not-understood';
import { requirements } from '../policy/sites';
import type { Site } from '../policy/schema';
import { plus } from '../calendar';
import type { SubjectId } from '../ids';
import { logger } from '../logger';
import { alongMoves } from './along-moves';
import { takeStep } from './take-step';
import type { Deps } from './deps';

/** What a processor reported of a person. */
export interface Report extends Omit<Reported, 'site'> {
  readonly kind: 'unsubscribed' | 'complaint' | 'permanent-bounce' | 'transient-bounce';
  readonly purposes: readonly string[];
  /** What it said, word for word. */
  readonly said: string;
}

/** As much as a report needs, and no more than an item has room for. */
const MOST_SAID = 4000;

/**
 * Leaving at a processor is a withdrawal here, wherever the person moved to since; what the processor said is its evidence.
 * Repeating it is harmless.
 *
 * @returns whether it was news
 */
export async function takeLeaving(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  site: Site,
  subject: SubjectId,
  report: Report,
  now: Date,
): Promise<boolean> {
  const looks = await alongMoves(subject, async (at) => {
    const {
      entry,
      entries,
      all: known,
    } = await takeStep(deps, {
      subject: at,
      now,
      // It may have the time of any of the person's steps.
      onAll: report.mayBeOurs === true,
      decide: (state, known, moment, all) => {
        const reported = { ...report, site: site.id };
        if (report.kind === 'permanent-bounce' || report.kind === 'transient-bounce') {
          if (isOurs(known, reported)) return undefined;
          const bounce = report.kind === 'permanent-bounce' ? 'permanent' : 'transient';
          const step = bounced(known, { ...reported, at: report.at ?? now, bounce }, moment, all[0]?.site);
          return step && withFacts(step, reportFacts(reported));
        }
        const leaving = { ...reported, kind: report.kind };
        return leftThere(known, leaving, requirements(site), moment, leavable(state, all, site));
      },
      parts: { reason: { reason: report.said.slice(0, MOST_SAID) } },
      partsEnd: plus(now, site.retention.accessLog),
      evenWithoutParts: true,
    });
    return { entry, entries, isKnown: known.length > 0 };
  });
  if (!looks.some(({ entry, isKnown }) => entry ?? isKnown)) noteNobody(site, report);
  return looks.some(({ entry }) => entry !== undefined);
}

/**
 * Counted, and no case: of somebody who is not known here nothing is kept, as the law wants it, and there is nothing to end. Many
 * of them say that a list there was not filled from here.
 */
export function noteNobody({ id: site }: Site, { processor, kind }: Pick<Report, 'processor' | 'kind'>): void {
  logger.warn('report of nobody known here', { site, processor, kind, count: 1 });
}
