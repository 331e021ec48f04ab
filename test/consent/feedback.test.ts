import { asSubject } from '../ids';
import fc from '../seeded';
import { bounced, complained } from '../../shared/consent/decide/feedback';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { standingOf } from '../../shared/consent/standing';
import { EMPTY, seal } from '../../shared/ledger/chain';
import type { Actor, Entry, Step } from '../../shared/consent/entry';
import { history } from './histories';
import { REQUIRES } from './model';
import { Tale } from './tale';

const SYSTEM = { kind: 'system' } as const;
const hoursAgo = fc.integer({ min: 0, max: 20 * 24 });

const after = (entries: readonly Entry[], step: Step | undefined): readonly Entry[] =>
  step ? [...entries, seal(step, { subject: asSubject('s'.repeat(22)), parts: {} }, entries.at(-1) ?? EMPTY)] : entries;

/** All that a complaint comes to: what is in force and what waits end by steps of their own. */
function complainedOf(entries: readonly Entry[], complaint: { at: Date; actor: Actor }, now: Date): readonly Entry[] {
  const once = after(entries, complained(entries, complaint, REQUIRES, now));
  return after(once, complained(once, complaint, REQUIRES, now));
}

const earlier = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 60 * 60 * 1000);

test('whatever happened: a complaint ends all that stood then, and nothing that was given since', () => {
  fc.assert(
    fc.property(history, hoursAgo, ({ entries, now }, hours) => {
      const at = earlier(now, hours);
      const before = purposesInForce(fold(entries, now));
      const left = purposesInForce(fold(complainedOf(entries, { at, actor: SYSTEM }, now), now));
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
      const once = complainedOf(entries, complaint, now);
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

const NOW = new Date('2026-03-10T10:00:00Z');
const GIVEN = '2026-03-01T10:01:00.000Z';
const SERVICE = { kind: 'backend', id: 'mail-service' } as const;
const told = { at: NOW, actor: SERVICE };

const mailed = (): Tale =>
  new Tale()
    .given('2026-03-01T10:00:00Z', 'r1', ['news'])
    .step('MailSent', '2026-03-01T10:02:00Z', { record: 'r1', facts: { mail: 'welcome' } })
    .request('2026-03-02T10:00:00Z', 'r2', ['events'])
    .step('MailSent', '2026-03-02T10:01:00Z', { record: 'r2', facts: { mail: 'confirmation', messageId: 'm-2' } });

describe('a mail that came back', () => {
  const note = (tale: Tale, change: Partial<Parameters<typeof bounced>[1]> = {}, now = NOW) =>
    bounced(tale.entries, { ...told, bounce: 'permanent', ...change }, now);

  test('is noted with its id and the record that it was about, where they are known', () => {
    const said = { type: 'MailBounced', site: 'demo', at: NOW.toISOString(), actor: SERVICE, purposes: [] };
    const known = { ...said, recordId: 'r2', facts: { bounce: 'permanent', messageId: 'm-2' } };
    expect(note(mailed(), { messageId: 'm-2' })).toStrictEqual(known);
    expect(note(mailed(), { messageId: 'other' })).not.toHaveProperty('recordId');
    expect(note(mailed())).toStrictEqual({ ...said, facts: { bounce: 'permanent' } });
  });

  test('says nothing where a processor tells it that speaks for another site', () => {
    expect(note(mailed(), { site: 'other' })).toBeUndefined();
    expect(note(mailed(), { site: 'demo' })).toBeDefined();
  });

  test('says nothing any more once the person confirmed after it, which shows that mail comes through', () => {
    const moment = (ms: number): Date => new Date(Date.parse(GIVEN) + ms);
    expect(note(mailed(), { at: moment(-1) })).toBeUndefined();
    for (const ms of [0, 1]) expect(note(mailed(), { at: moment(ms) })).toBeDefined();
  });

  test('for this time is counted once a day, and the same mail once for ever', () => {
    const hour = (day: number, time: string): Date => new Date(`2026-03-${day}T${time}Z`);
    const facts = { bounce: 'transient', messageId: 'm-2' } as const;
    const tale = mailed().step('MailBounced', hour(10, '10:00:00').toISOString(), { record: 'r2', facts });
    const transient = (now: Date, messageId?: string) =>
      note(tale, { bounce: 'transient', ...(messageId !== undefined && { messageId }) }, now);
    for (const id of [undefined, 'm-2', 'm-3']) expect(transient(hour(11, '09:59:59'), id)).toBeUndefined();
    expect(transient(hour(11, '10:00:00'))).toBeDefined();
    expect(transient(hour(11, '10:00:00'), 'm-3')).toBeDefined();
    expect(transient(hour(20, '10:00:00'), 'm-2')).toBeUndefined();
    expect(note(mailed(), { bounce: 'transient', messageId: 'm-2' }, hour(10, '11:00:00'))).toBeDefined();
  });

  test('without an id is no repetition of another one without', () => {
    const tale = mailed().step('MailBounced', '2026-03-03T10:00:00Z', { facts: { bounce: 'transient' } });
    expect(note(tale, { bounce: 'transient' })).toBeDefined();
    expect(note(tale, { bounce: 'transient' }, new Date('2026-03-03T11:00:00Z'))).toBeUndefined();
  });
});

describe('a complaint', () => {
  test('ends what was given in that very moment, and names the mail where its id is known', () => {
    const complaint = { at: new Date(GIVEN), actor: SERVICE };
    const { entries } = mailed();
    const step = complained(entries, { ...complaint, messageId: 'm-2' }, REQUIRES, NOW);
    expect(step).toMatchObject({
      type: 'ConsentWithdrawn',
      recordId: 'r2',
      actor: SERVICE,
      purposes: [{ id: 'news' }],
    });
    expect(step?.facts).toStrictEqual({ via: 'complaint', messageId: 'm-2' });
    expect(complained(entries, complaint, REQUIRES, NOW)?.facts).toStrictEqual({ via: 'complaint' });
    expect(complained(entries, { ...complaint, at: new Date(Date.parse(GIVEN) - 1) }, REQUIRES, NOW)).toBeUndefined();
  });

  test('ends nothing where a processor tells it that speaks for another site', () => {
    expect(complained(mailed().entries, { ...told, site: 'other' }, REQUIRES, NOW)).toBeUndefined();
    expect(complained(mailed().entries, { ...told, site: 'demo' }, REQUIRES, NOW)).toBeDefined();
  });
});
