import type { Site } from '../policy/schema';
import type { Cap } from './window';

/** What is counted of confirmation mails to decide whether to stop them: none is refused for it. */
export const OF_A_DAY: Cap = { most: Number.MAX_SAFE_INTEGER, windowMs: 24 * 60 * 60 * 1000 };

/** Whether so many confirmation mails came back for good that no more are to be sent. */
export function areTooMany(
  { bounced, mailed }: { readonly bounced: number; readonly mailed: number },
  { least, share }: Site['limits']['bounces'],
): boolean {
  return bounced >= least && bounced >= share * mailed;
}
