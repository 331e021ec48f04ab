import { bounced, complained, type Bounce, type Complaint } from '../consent/decide/feedback';
import type { Entry } from '../consent/entry';
import { findSite, requirements } from '../policy/sites';
import { alongMoves } from './along-moves';
import { takeStep } from './take-step';
import type { Deps } from './deps';

/** @returns whether it was news */
export async function takeBounce(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  subject: string,
  bounce: Bounce,
  now: Date,
): Promise<boolean> {
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment) => bounced(entries, bounce, moment),
  });
  return entry !== undefined;
}

/** Ends it wherever the person moved to since, as any withdrawal does. @returns whether there was anything to end */
export async function takeComplaint(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  subject: string,
  complaint: Complaint,
  now: Date,
): Promise<boolean> {
  const looks = await alongMoves(subject, async (at) => {
    const { entry, entries } = await takeStep(deps, {
      subject: at,
      now,
      decide: (_, all, moment) => ended(deps, all, complaint, moment),
    });
    return { entry, entries };
  });
  return looks.some(({ entry }) => entry !== undefined);
}

function ended(deps: Pick<Deps, 'sites'>, entries: readonly Entry[], complaint: Complaint, now: Date) {
  return complained(entries, complaint, requirements(findSite(deps.sites, entries[0]?.site ?? '')), now);
}
