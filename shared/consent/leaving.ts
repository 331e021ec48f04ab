import type { Because } from './because';
import type { Entry } from './entry';
import { standBy, wasInForce, type SubjectState } from './fold';
import type { Membership } from './membership';

/** How somebody can have left, of the reasons that there are: they were in once, and are out for good unless they come back. */
export const LEFT = [
  'withdrawn',
  'complained',
  'objected',
  'not-renewed',
  'over',
  'contract-ended',
  'erased',
  'suppressed',
] as const satisfies readonly Because[];

/** In a word; `ended` is all that can be said where the history was deleted at once. */
export const HOWS = [...LEFT, 'ended'] as const;
export type How = (typeof HOWS)[number];

export interface Leaving {
  readonly purpose: string;
  /** ISO 8601. */
  readonly at: string;
  readonly how: How;
  /** By which way the person told us, where they did. */
  readonly via?: string;
}

/** Which purposes somebody left, and is out of. What they never confirmed they did not leave. */
export function leavingsOf(
  entries: readonly Entry[],
  state: SubjectState,
  members: readonly Membership[],
): readonly Leaving[] {
  return members.flatMap(({ purpose, inForce, because, since: at }) => {
    const how = LEFT.find((one) => one === because);
    if (inForce || how === undefined || !wasIn(purpose, state)) return [];
    const via = wayOf(purpose, at, entries);
    return [{ purpose, at, how, ...(via !== undefined && { via }) }];
  });
}

function wasIn(purpose: string, state: SubjectState): boolean {
  const stand = standBy(state, purpose);
  return stand?.record.confirmedAt !== undefined && wasInForce(stand.current);
}

function wayOf(purpose: string, at: string, entries: readonly Entry[]): string | undefined {
  const ended = entries.findLast((entry) => entry.at === at && entry.purposes.some(({ id }) => id === purpose));
  return ended && 'via' in ended.facts ? ended.facts.via : undefined;
}
