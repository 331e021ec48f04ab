import fc from '../seeded';
import { sites } from '../../examples/sites';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { stateAt } from '../../shared/consent/keep/state-at';
import { mayMail, permissions } from '../../shared/consent/permissions';
import { heldConnections, standingOf, wholeHolds } from '../../shared/consent/standing';
import { closedFrom, everythingGoes, isClosed } from '../../shared/policy/closing';
import { defineSite } from '../../shared/policy/site';
import { findSite } from '../../shared/policy/sites';
import { history } from './histories';
import { PURPOSES } from './model';

/* O12: a site that closes. From the day after its last one nobody is asked or mailed; when the time for exports is over everything goes. */

const demo = findSite(sites, 'demo')!;
const closing = { lastDay: '2026-06-30', exports: 'P30D' };
const site = defineSite({ ...demo, closing });
/** The histories' purposes, as if they were the site's. */
const rules = {
  ...site,
  purposes: PURPOSES.map((id) => ({ ...site.purposes[0]!, id, endsOn: closing.lastDay })),
};

describe('the day', () => {
  test('is over when it is in Germany, and the exports are 30 days after that, the hour of a clock change included', () => {
    expect(closedFrom(site)).toEqual(new Date('2026-06-30T22:00:00Z'));
    expect(everythingGoes(site)).toEqual(new Date('2026-07-30T22:00:00Z'));
    expect(everythingGoes(defineSite({ ...demo, closing: { lastDay: '2026-10-20' } }))).toEqual(
      new Date('2026-11-19T23:00:00Z'),
    );
    expect([
      isClosed(site, new Date('2026-06-30T21:59:59Z')),
      isClosed(site, new Date('2026-06-30T22:00:00Z')),
    ]).toEqual([false, true]);
    expect([closedFrom(demo), everythingGoes(demo), isClosed(demo, new Date())]).toEqual([undefined, undefined, false]);
  });

  test('is the last of every purpose, also of one that a contract needs, unless that ends before', () => {
    const purposes = demo.purposes.map((purpose, n) => ({ ...purpose, ...(n === 0 && { endsOn: '2026-05-31' }) }));
    const ends = defineSite({ ...demo, purposes, closing }).purposes.map(({ endsOn }) => endsOn);
    expect([ends[0], ...new Set(ends.slice(1))]).toEqual(['2026-05-31', '2026-06-30']);
    const late = demo.purposes.map((purpose, n) => ({ ...purpose, ...(n === 0 && { endsOn: '2027-05-31' }) }));
    expect(defineSite({ ...demo, purposes: late, closing }).purposes[0]?.endsOn).toBe('2026-06-30');
  });

  test('leaves those who mail for the site the time to hear of it', () => {
    expect(() => defineSite({ ...demo, closing: { ...closing, exports: 'P20D' } })).toThrow('/closing/exports');
    expect(defineSite({ ...demo, closing: { ...closing, exports: 'P21D' } }).closing?.exports).toBe('P21D');
  });
});

test('nobody may be mailed from then on, whatever happened before or since', () => {
  const after = new Date('2026-06-30T22:00:00Z');
  fc.assert(
    fc.property(history, ({ entries }) => {
      const state = stateAt(entries, rules, after);
      const standing = standingOf(entries);
      const mailed = state.flatMap(({ purposes }) => purposes.filter((purpose) => mayMail(purpose, standing)));
      expect(mailed.map(({ id }) => id)).toEqual([]);
    }),
  );
  const allowed = permissions(site.purposes, [], standingOf([]), after).filter((one) => one.allowed);
  expect(allowed).toEqual([]);
});

test('nothing outlives the time for exports but what a dispute needs, and what would go before still does', () => {
  const goes = everythingGoes(site)!;
  const open = { ...rules, closing: undefined };
  fc.assert(
    fc.property(history, ({ entries }) => {
      const standing = standingOf(entries);
      if (wholeHolds(standing).length > 0) return expect(itemEnds(entries, rules)).toEqual(itemEnds(entries, open));
      const needed = heldConnections(standing);
      const ends = itemEnds(entries, rules);
      for (const [n, { entry, parts }] of itemEnds(entries, open).entries()) {
        const atMost = (end: Date | undefined): Date => (end && end < goes ? end : goes);
        expect(ends[n]?.entry).toEqual(needed.size > 0 ? undefined : atMost(entry));
        for (const [name, end] of Object.entries(parts)) expect(ends[n]?.parts[name]).toEqual(atMost(end));
      }
    }),
  );
});
