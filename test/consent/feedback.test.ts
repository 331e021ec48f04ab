import { asSubject } from '../ids';
import fc from '../seeded';
import { bounced, complained } from '../../shared/consent/decide/feedback';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { standingOf } from '../../shared/consent/standing';
import { EMPTY, seal } from '../../shared/ledger/chain';
import type { Actor, Entry, Step } from '../../shared/consent/entry';
import { history } from './histories';
import { REQUIRES } from './model';

const SYSTEM = { kind: 'system' } as const;
const hoursAgo = fc.integer({ min: 0, max: 20 * 24 });

const after = (entries: readonly Entry[], step: Step | undefined): readonly Entry[] =>
  step ? [...entries, seal(step, { subject: asSubject('s'.repeat(22)), parts: {} }, entries.at(-1) ?? EMPTY)] : entries;

/** All that a complaint comes to: what is in force and what waits end by steps of their own. */
function told(entries: readonly Entry[], complaint: { at: Date; actor: Actor }, now: Date): readonly Entry[] {
  const once = after(entries, complained(entries, complaint, REQUIRES, now));
  return after(once, complained(once, complaint, REQUIRES, now));
}

const earlier = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 60 * 60 * 1000);

test('whatever happened: a complaint ends all that stood then, and nothing that was given since', () => {
  fc.assert(
    fc.property(history, hoursAgo, ({ entries, now }, hours) => {
      const at = earlier(now, hours);
      const before = purposesInForce(fold(entries, now));
      const left = purposesInForce(fold(told(entries, { at, actor: SYSTEM }, now), now));
      for (const [id, { since, status }] of before) {
        const stays = status === 'ContractRecorded' || (new Date(since) > at && id !== 'analysis');
        if (stays) expect([id, left.has(id)]).toEqual([id, true]);
        // The same mail may rest on a contract besides.
        else if (new Date(since) <= at) expect([undefined, 'ContractRecorded']).toContain(left.get(id)?.status);
      }
    }),
    { numRuns: 500 },
  );
});

test('whatever happened: told twice, a complaint ends nothing more', () => {
  fc.assert(
    fc.property(history, hoursAgo, ({ entries, now }, hours) => {
      const complaint = { at: earlier(now, hours), actor: SYSTEM };
      const once = told(entries, complaint, now);
      expect(complained(once, complaint, REQUIRES, new Date(now.getTime() + 1))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('whatever happened: a permanent bounce blocks, unless the person confirmed since; told twice, it says nothing more', () => {
  fc.assert(
    fc.property(history, hoursAgo, ({ entries, now }, hours) => {
      fc.pre(entries.length > 0);
      const told = { at: earlier(now, hours), actor: SYSTEM, bounce: 'permanent', messageId: 'm' } as const;
      const once = after(entries, bounced(entries, told, now));
      const confirmedSince = entries.some(
        ({ type, at }) => /^(Renewed)?ConsentGiven$/.test(type) && new Date(at) > told.at,
      );
      if (!confirmedSince) expect(standingOf(once).undeliverableSince).toBeDefined();
      expect(standingOf(once).undeliverableSince !== undefined || confirmedSince).toBe(true);
      expect(bounced(once, told, now)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('whatever happened: a transient bounce changes nothing but the count', () => {
  fc.assert(
    fc.property(history, ({ entries, now }) => {
      const told = { at: now, actor: SYSTEM, bounce: 'transient', messageId: 'm' } as const;
      const once = after(entries, bounced(entries, told, now));
      expect(fold(once, now)).toStrictEqual(fold(entries, now));
      expect(standingOf(once)).toStrictEqual(standingOf(entries));
      expect(bounced(once, told, now)).toBeUndefined();
    }),
  );
});

test('of nobody that is known nothing is noted', () => {
  const now = new Date('2026-11-22T09:15:30Z');
  expect(bounced([], { at: now, actor: SYSTEM, bounce: 'permanent' }, now)).toBeUndefined();
  expect(complained([], { at: now, actor: SYSTEM }, REQUIRES, now)).toBeUndefined();
});
