import { asRecord, asSubject } from '../ids';
import fc from '../seeded';
import * as rings from '../../shared/links/key-ring';
import { readToken, writeToken } from '../../shared/links/link-token';

const LINK = {
  kind: 'unsubscribe',
  subject: asSubject('A'.repeat(22)),
  recordId: asRecord('A'.repeat(22)),
  purposes: ['news'],
} as const;
const first = () => rings.parseKeyRing(JSON.stringify({ current: 1, '1': 'one' }));

/** The rings of a life with so many rotations, the first one first. */
function life(keys: readonly string[]): rings.KeyRing[] {
  return keys.reduce<rings.KeyRing[]>((all, key) => [...all, rings.rotate(all.at(-1) ?? first(), key)], [first()]);
}

describe('a key ring', () => {
  test('as the deployment makes it has one key, which signs', () => {
    expect(first()).toEqual({ current: 1, keys: new Map([[1, 'one']]) });
  });

  test('gets a key with the first rotation, which signs from the second on', () => {
    const [, second, third] = life(['two', 'three']);
    expect(second).toEqual({
      current: 1,
      keys: new Map([
        [1, 'one'],
        [2, 'two'],
      ]),
    });
    expect(third).toEqual({
      current: 2,
      keys: new Map([
        [1, 'one'],
        [2, 'two'],
        [3, 'three'],
      ]),
    });
  });

  test('is the same after it was a secret', () => {
    for (const ring of life(['two', 'three'])) expect(rings.parseKeyRing(rings.formatKeyRing(ring))).toEqual(ring);
  });

  test('opens every link that was ever signed, after however many rotations, and those of one rotation ahead', () => {
    const newKeys = fc.array(fc.string({ minLength: 64, maxLength: 64 }), { maxLength: 20 });
    fc.assert(
      fc.property(newKeys, (keys) => {
        const all = life(keys);
        const tokens = all.map((ring) => writeToken(LINK, ring));
        for (const [n, ring] of all.entries()) {
          const known = tokens.slice(0, n + 2).map((token) => readToken(token, 'unsubscribe', ring));
          expect(known).toEqual(known.map(() => LINK));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('without the key that is to sign, signs nothing', () => {
    expect(() => writeToken(LINK, { current: 2, keys: new Map([[1, 'one']]) })).toThrow('no key 2');
  });
});
