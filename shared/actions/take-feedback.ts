import { bounced, complained, type Bounce, type Complaint } from '../consent/decide/feedback';
import type { Entry } from '../consent/entry';
import { findSite, requirements } from '../policy/sites';
import { alongMoves } from './along-moves';
import { readHistory } from '../ledger/ledger';
import { takeStep } from './take-step';

/** @returns whether it was news */
export async function takeBounce(subject: string, bounce: Bounce, now: Date): Promise<boolean> {
  const entry = await takeStep({ subject, now, decide: (_, entries) => bounced(entries, bounce, now) });
  return entry !== undefined;
}

/** Ends it wherever the person moved to since, as any withdrawal does. @returns whether there was anything to end */
export async function takeComplaint(subject: string, complaint: Complaint, now: Date): Promise<boolean> {
  const looks = await alongMoves(subject, async (at) => {
    const entry = await takeStep({ subject: at, now, decide: (_, entries) => ended(entries, complaint, now) });
    return { entry, entries: (await readHistory(at, now)).entries };
  });
  return looks.some(({ entry }) => entry !== undefined);
}

function ended(entries: readonly Entry[], complaint: Complaint, now: Date) {
  return complained(entries, complaint, requirements(findSite(entries[0]?.site ?? '')), now);
}
