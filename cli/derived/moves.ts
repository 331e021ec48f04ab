import { confirmedMoves, endOfMoved } from '../../shared/consent/decide/moving';
import { leavable } from '../../shared/consent/not-understood';
import { readHistory } from '../../shared/ledger/ledger';
import { requirements } from '../../shared/policy/sites';
import { isSettled, type Lack, type Looking, type Person } from './person';

/** What `mover` has to end at an old address whose person confirmed another one. */
export async function lacksOfMover(person: Person, { ledger, now }: Looking): Promise<Lack[]> {
  const { entries, site, subject } = person;
  const moves = confirmedMoves(entries);
  if (moves.length === 0 || !isSettled(person, 'mover', now)) return [];
  const left: string[] = [];
  for (const { from, given } of moves) {
    const old = await readHistory(ledger, from, now);
    if (endOfMoved(old.entries, given, requirements(site), now, leavable([], old.all, site))) left.push(from);
  }
  return [...new Set(left)].map((from) => {
    const text = `Subject ${subject} of ${site.id} took over what subject ${from} had, and that was not ended there.`;
    return { consumer: 'mover', code: 'moveUnfinished', site: site.id, subject, text };
  });
}
