import type { Entry } from '../consent/entry';
import { Problem } from './problem';
import { outlineOf } from './subject-answer';

/**
 * The history moved since the preview that an order is bound to.
 *
 * @param preview what the order would come to now
 * @param taken what was done before it moved
 */
export function changedMeanwhile(preview: object, taken: readonly Entry[] = []): Problem {
  const done = taken.map((entry) => outlineOf(entry, false));
  const detail =
    done.length === 0
      ? 'Something happened since the preview; nothing was done. Look at what would be done now.'
      : 'Something happened while this was carried out; only what "done" lists was done. Look at what is left to do.';
  const members = { ...(done.length > 0 && { done }), preview };
  return new Problem(409, 'changed-meanwhile', detail, [], {}, members);
}
