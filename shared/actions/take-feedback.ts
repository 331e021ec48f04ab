import type { SubjectId } from '../ids';
import { bounced, complained, type Bounce, type Complaint } from '../consent/decide/feedback';
import type { AnyEntry } from '../consent/read-entry';
import { leavable } from '../consent/not-understood';
import { requirements } from '../policy/sites';
import { alongMoves } from './along-moves';
import { siteOf } from './site-of';
import { takeStep } from './take-step';
import { takeWholeStep } from './take-steps';
import type { Deps } from './deps';

/** What there was, and whether a bounce was news. */
interface Bounced {
  readonly isNews: boolean;
  readonly all: readonly AnyEntry[];
}

export async function takeBounce(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  subject: SubjectId,
  bounce: Bounce,
  now: Date,
): Promise<Bounced> {
  const { entry, all: known } = await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment, all) => bounced(entries, bounce, moment, all[0]?.site),
  });
  return { isNews: entry !== undefined, all: known };
}

/** Ends it wherever the person moved to since, as any withdrawal does. @returns whether there was anything to end */
export async function takeComplaint(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  subject: SubjectId,
  complaint: Complaint,
  now: Date,
): Promise<boolean> {
  const looks = await alongMoves(subject, async (at) => {
    const { taken, entries } = await takeWholeStep(deps, {
      subject: at,
      now,
      decide: (state, known, moment, all) => {
        const site = siteOf(deps, all);
        return complained(known, complaint, requirements(site), moment, leavable(state, all, site));
      },
    });
    return { taken, entries };
  });
  return looks.some(({ taken }) => taken.length > 0);
}
