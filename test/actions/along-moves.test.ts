import { asSubject } from '../ids';
import fc from '../seeded';
import { alongMoves } from '../../shared/actions/along-moves';
import { History, purpose } from '../consent/history';

const NEWS = [purpose('news')];

/** The history of an address from which consents were moved to those subjects, in that order. */
function movedTo(subjects: readonly string[]): { entries: History['entries'] } {
  const history = new History(new Date('2026-11-22T09:15:30Z'));
  history.confirm('r1', 'news');
  for (const subject of subjects)
    history.write({ type: 'ConsentWithdrawn', purposes: NEWS, facts: { movedTo: asSubject(subject) } });
  history.write({ type: 'ConsentWithdrawn', purposes: NEWS, facts: { via: 'page' } });
  return { entries: history.entries };
}

/** Subject -> where its consents went. */
type Moves = Readonly<Record<string, readonly string[]>>;

async function visited(moves: Moves, first: string): Promise<string[]> {
  const seen: string[] = [];
  const looks = await alongMoves(asSubject(first), (subject) => {
    seen.push(subject);
    return Promise.resolve({ subject, ...movedTo(moves[subject] ?? []) });
  });
  expect(looks.map(({ subject }) => subject)).toEqual(seen);
  return seen;
}

test('who never moved is looked at once', async () => {
  expect(await visited({}, 'a')).toEqual(['a']);
});

test('where the person moved to is looked at next, the latest move first, and so on from there', async () => {
  expect(await visited({ a: ['b', 'c'], c: ['d'] }, 'a')).toEqual(['a', 'c', 'b', 'd']);
});

test('an old link is good for five further addresses, the fifth included', async () => {
  const chain = { a: ['b'], b: ['c'], c: ['d'], d: ['e'], e: ['f'], f: ['g'] };
  expect(await visited(chain, 'a')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(await visited({ a: ['b', 'c', 'd', 'e', 'f', 'g'] }, 'a')).toEqual(['a', 'g', 'f', 'e', 'd', 'c']);
});

test('however a person moved, back and forth included, no address is looked at twice, and only those that lead there', async () => {
  const names = [...'abcdefgh'];
  const moves = fc.dictionary(fc.constantFrom(...names), fc.array(fc.constantFrom(...names), { maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(moves, async (made) => {
      const seen = await visited(made, 'a');
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeLessThanOrEqual(6);
      for (const [n, subject] of seen.entries()) {
        const leads = seen.slice(0, n).some((before) => made[before]?.includes(subject));
        expect([subject, n === 0 || leads]).toEqual([subject, true]);
      }
    }),
    { numRuns: 30 },
  );
});
