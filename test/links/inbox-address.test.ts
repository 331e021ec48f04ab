import { asSubject } from '../ids';
import { createHmac } from 'node:crypto';
import fc from '../seeded';
import { markOf, purposesOf, readLocalPart, writeLocalPart } from '../../shared/links/inbox-address';
import { readToken } from '../../shared/links/link-token';

const RING = {
  current: 1,
  keys: new Map([
    [1, 'one'],
    [2, 'two'],
  ]),
} as const;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** What only somebody who has the first key can write. */
function signed(payload: readonly number[]): string {
  const mac = createHmac('sha256', 'one').update('mailto').update(Buffer.from(payload)).digest().subarray(0, 16);
  const bits = [...payload, ...mac].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = bits.match(/.{1,5}/g)?.map((five) => LETTERS[parseInt(five.padEnd(5, '0'), 2)]) ?? [];
  return `u-${digits.join('')}`;
}

const subjects = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const purposes = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), { minLength: 1, maxLength: 10 });

describe('an address to unsubscribe by', () => {
  test('fits, is read in any letter case, and says what was written', () => {
    fc.assert(
      fc.property(subjects, fc.nat(0xffffffff), (subject, mark) => {
        const localPart = writeLocalPart({ subject: asSubject(subject), mark }, RING);
        expect(localPart).toMatch(/^u-[a-z2-7]{61}$/);
        expect(localPart.length).toBeLessThanOrEqual(64);
        expect(readLocalPart(localPart.toUpperCase(), RING)).toEqual({ subject, mark });
      }),
    );
  });

  test('is good with whichever key of the ring it was signed, and with none that is not in it', () => {
    const localPart = writeLocalPart({ subject: asSubject('A'.repeat(22)), mark: 7 }, { ...RING, current: 2 });
    expect(readLocalPart(localPart, RING)).toBeDefined();
    expect(readLocalPart(localPart, { current: 1, keys: new Map([[1, 'one']]) })).toBeUndefined();
    expect(readLocalPart(localPart, { current: 1, keys: new Map([[2, 'other']]) })).toBeUndefined();
  });

  test('is none any more with any letter changed, left out or added', () => {
    const localPart = writeLocalPart({ subject: asSubject('A'.repeat(22)), mark: 7 }, RING);
    fc.assert(
      fc.property(fc.nat(localPart.length - 1), fc.constantFrom(...LETTERS), (at, letter) => {
        const changed = localPart.slice(0, at) + letter + localPart.slice(at + 1);
        if (changed !== localPart) expect(readLocalPart(changed, RING)).toBeUndefined();
        expect(readLocalPart(localPart.slice(0, at) + localPart.slice(at + 1), RING)).toBeUndefined();
        expect(readLocalPart(localPart.slice(0, at) + letter + localPart.slice(at), RING)).toBeUndefined();
      }),
    );
  });

  test('has one spelling: the bit of the last letter that says nothing has to be as it was written', () => {
    const localPart = writeLocalPart({ subject: asSubject('A'.repeat(22)), mark: 7 }, RING);
    const others = [...LETTERS].filter((letter) => !localPart.endsWith(letter));
    for (const letter of others) expect(readLocalPart(localPart.slice(0, -1) + letter, RING)).toBeUndefined();
  });

  test('is none if it is signed, and of another kind or length', () => {
    const body = [1, ...Buffer.alloc(16), 0, 0, 0, 7];
    expect(readLocalPart(signed([0x75, ...body]), RING)).toEqual({ subject: 'A'.repeat(22), mark: 7 });
    expect(readLocalPart(signed([0x02, ...body]), RING)).toBeUndefined();
    expect(readLocalPart(signed([0x75, 1, 0, 0, 0]), RING)).toBeUndefined();
    expect(readLocalPart(signed([0x75, ...body, 0, 0, 0, 0, 0]), RING)).toBeUndefined();
  });

  test('is not what a link’s token is, and the other way round', () => {
    const bytes = Buffer.from(writeLocalPart({ subject: asSubject('A'.repeat(22)), mark: 7 }, RING));
    expect(readToken(bytes.toString('base64url'), 'unsubscribe', RING)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 70 }), (text) => {
        expect(readLocalPart(text, RING)).toBeUndefined();
      }),
    );
  });
});

describe('the purposes in it', () => {
  test('are found again among those of the site, whichever they are', () => {
    fc.assert(
      fc.property(purposes, fc.nat(), (all, chosen) => {
        const some = all.filter((_, n) => (chosen >> n) & 1);
        expect([...purposesOf(markOf(some), all)].sort()).toEqual([...some].sort());
      }),
    );
  });

  test('are looked for among the first sixteen of the site', () => {
    const all = Array.from({ length: 17 }, (_, n) => `purpose-${n}`);
    expect(purposesOf(markOf(['purpose-15']), all)).toEqual(['purpose-15']);
    expect(purposesOf(markOf(['purpose-16']), all)).toEqual([]);
  });

  test('are all that there are where none is named, or one that the site has no longer', () => {
    expect(purposesOf(markOf([]), ['news', 'events'])).toEqual([]);
    expect(purposesOf(markOf(['gone']), ['news', 'events'])).toEqual([]);
  });
});
