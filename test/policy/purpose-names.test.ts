import { defineSite } from '../../shared/policy/site';
import type { SiteInput } from '../../shared/policy/schema';
import { FULL } from './full-site';

/** A site the ids of whose purposes have so many letters, with a comma between two. */
function siteWith(letters: number): SiteInput {
  const left = letters - FULL.purposes.map(({ id }) => id).join().length;
  // Each takes a comma and forty letters, but for the last, which has what is left.
  const count = Math.ceil(left / 41);
  const lengths = Array.from({ length: count }, (_, n) => (n < count - 1 ? 40 : left - 41 * (count - 1) - 1));
  const ids = lengths.map((length, n) => `p${String(n).padStart(3, '0')}`.padEnd(length, 'x'));
  return { ...FULL, purposes: [...FULL.purposes, ...ids.map((id) => ({ ...FULL.purposes[0]!, id }))] };
}

test('the ids of all purposes together are as long as a link may be, and no longer', () => {
  const all = siteWith(4000);
  expect(all.purposes.map(({ id }) => id).join()).toHaveLength(4000);
  expect(defineSite(all).purposes).toHaveLength(all.purposes.length);
  expect(() => defineSite(siteWith(4001))).toThrow('/purposes: The ids of all purposes together');
});
