import type { Credentials, Task, TaskPurpose } from '../adapter';

/**
 * How somebody stands at a tool, as the tool says. That they left, or that the tool blocks them, is the person's or the tool's
 * own word; who is merely on no list is as we left them.
 */
export interface AtTool {
  /** They are to get nothing at all. */
  readonly left?: Left | undefined;
  readonly on: readonly string[];
  /** The lists that they left, where the tool knows that of each. */
  readonly leftLists?: ReadonlyMap<string, Left>;
}

export interface Left {
  /** In milliseconds: then at the latest. Undefined where the tool does not say. */
  readonly since: number | undefined;
}

/** What a tool has to be changed to. */
export interface Course {
  /** Whether mail may go out for anything. Otherwise what stands at the tool stays. */
  readonly isActive: boolean;
  /** The lists that they are to be on in the end, and of these those that they are not on yet. */
  readonly on: readonly string[];
  readonly join: readonly string[];
  /** The other lists of this processor. */
  readonly off: readonly string[];
}

/**
 * The one rule for all tools. What the processor was told before it has carried out; if the tool says otherwise by now, then
 * the person or the tool wanted it so, and it stays. So somebody is put on a list only
 *
 * - for a purpose that is new since the processor was told last, unless they left that list, or left altogether;
 * - for a purpose that they gave in a double opt-in after they left.
 *
 * @param at undefined where the tool does not have the person
 */
export function courseOf(
  { purposes }: Task,
  { lists = {} }: Pick<Credentials, 'lists'>,
  at: AtTool | undefined,
): Course {
  const allowed = purposes.filter((purpose) => purpose.allowed);
  const going = allowed.filter((purpose) => goes(purpose, lists[purpose.id], at));
  const on = listsOf(going, lists);
  // Whoever stays out keeps what they have, so that nothing is forgotten there but what may be used no longer.
  const isOut = at?.left !== undefined && going.length === 0;
  const kept = isOut ? listsOf(allowed, lists) : on;
  const off = listsOf(purposes, lists).filter((list) => !kept.includes(list));
  return { isActive: going.length > 0, on, join: on.filter((list) => !at?.on.includes(list)), off };
}

function goes({ isNew = false, givenAt }: TaskPurpose, list: string | undefined, at: AtTool | undefined): boolean {
  const left = at?.left ?? (list === undefined ? undefined : at?.leftLists?.get(list));
  // Without a time nobody can tell what was said last.
  if (left) return givenAt !== undefined && left.since !== undefined && left.since < Date.parse(givenAt);
  const isThere = at !== undefined && (list === undefined || at.on.includes(list));
  return isThere || isNew || givenAt !== undefined;
}

/** A purpose may have no list, such as one that only says what may be measured. */
function listsOf(purposes: readonly TaskPurpose[], lists: Readonly<Record<string, string>>): string[] {
  return [...new Set(purposes.flatMap(({ id }) => lists[id] ?? []))];
}
