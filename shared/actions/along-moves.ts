import type { SubjectId } from '../ids';
import type { Entry } from '../consent/entry';
import { movedTo } from '../consent/decide/moving';

/** How many further addresses of a person an old link is good for. */
const MOVES = 5;

/** Looks where a link leads, and then wherever the person moved to since: who has an old mail can still end it all. */
export async function alongMoves<Look extends { readonly entries: readonly Entry[] }>(
  first: SubjectId,
  look: (subject: SubjectId) => Promise<Look>,
): Promise<[Look, ...Look[]]> {
  const looks: [Look, ...Look[]] = [await look(first)];
  const subjects = [first];
  for (const { entries } of looks) {
    const next = movedTo(entries).filter((other) => !subjects.includes(other));
    for (const subject of next.slice(0, MOVES + 1 - subjects.length)) {
      subjects.push(subject);
      looks.push(await look(subject));
    }
  }
  return looks;
}
