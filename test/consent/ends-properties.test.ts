import { asRecord } from '../ids';
import fc, { drawEach } from '../seeded';
import { plus } from '../../shared/calendar';
import type { Entry } from '../../shared/consent/entry';
import { fold, isInForce, purposesInForce, type RecordState } from '../../shared/consent/fold';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { recordEnds, type RetentionRules } from '../../shared/consent/keep/record-end';
import { standingOf } from '../../shared/consent/standing';
import { planEnds, type Kept } from '../../shared/ledger/end-plan';
import { ACCESS_LOG_HOURS, history, HOURS, RULES } from './histories';

drawEach(500);

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const EARLY = new Date(0);
const GIVING = /^ConsentGiven|^ConsentRecorded|^Renewed|^Legitimate/;

const maximum: RetentionRules = { ...RULES, retention: { ...RULES.retention, registrationMaximum: 'PT900H' } };
const rules = fc.constantFrom(RULES, maximum);
/** How long after the last step somebody looks. */
const later = fc.integer({ min: 0, max: 3000 });

const endsOf = (entries: readonly Entry[], by: RetentionRules): number[] =>
  itemEnds(entries, by).map(({ entry }) => entry?.getTime() ?? Infinity);

/** Until when a record is needed, by hand. */
function needed({ confirmedAt, confirmBy, purposes, registeredAt }: RecordState, by: RetentionRules): number {
  const most = by === maximum ? Date.parse(registeredAt) + 900 * HOUR_MS : Infinity;
  if (confirmedAt === undefined) return Date.parse(confirmBy) + DAY_MS;
  const duties = purposes
    .filter(({ status }) => status !== 'ConsentRequested' && status !== 'ConsentRefused')
    .map((purpose) => (isInForce(purpose) ? most : Date.parse(purpose.since)) + (HOURS[purpose.id] ?? NaN) * HOUR_MS);
  // An order that nothing came of but a download.
  return duties.length > 0 ? Math.max(...duties) : plus(new Date(confirmedAt), 'P30D').getTime();
}

/** The records that each entry is about: its own, and those in which a purpose stands otherwise since. */
function about(entries: readonly Entry[]): Set<string | undefined>[] {
  const statuses = [undefined, ...entries].map(
    (_, to) =>
      new Map(
        fold(entries.slice(0, to), EARLY).map((record) => [
          record.recordId,
          JSON.stringify([record.purposes, record.confirmBy]),
        ]),
      ),
  );
  return entries.map(({ recordId }, n) => {
    const changed = [...(statuses[n + 1]?.keys() ?? [])].filter(
      (id) => statuses[n]?.get(id) !== statuses[n + 1]?.get(id),
    );
    return new Set([recordId, ...changed]);
  });
}

test('nothing ends before a duty that covers it, or a moment after the last one', () => {
  fc.assert(
    fc.property(history, rules, ({ entries }, by) => {
      // What keeps everything has tests of its own.
      const { holds, storedSince } = standingOf(entries);
      fc.pre(holds.length === 0 && storedSince.length === 0);
      const ends = endsOf(entries, by);
      const records = new Map(fold(entries, EARLY).map((record) => [record.recordId, record]));
      const concerned = about(entries);
      entries.forEach(({ type, at }, n) => {
        // Kept for other reasons, see `ends.test.ts`.
        if (!/^Consent(Requested|Given|Withdrawn|Recorded|Lapsed)$|^Renewed|^Legitimate/.test(type)) return;
        const duties = [...(concerned[n] ?? [])]
          .flatMap((id) => records.get(asRecord(id ?? '')) ?? [])
          .map((record) => needed(record, by));
        const logged = duties.length === 0 ? [Date.parse(at) + ACCESS_LOG_HOURS * HOUR_MS] : [];
        expect(ends[n]).toBe(Math.max(Date.parse(at), ...duties, ...logged));
      });
    }),
  );
});

test('no withdrawal goes before the consent that it ended', () => {
  fc.assert(
    fc.property(history, rules, ({ entries }, by) => {
      const ends = endsOf(entries, by);
      entries.forEach((withdrawal, n) => {
        if (!/Withdrawn|Objection|Lapsed/.test(withdrawal.type)) return;
        const named = new Set(withdrawal.purposes.map(({ id }) => id));
        const before = fold(entries.slice(0, n), EARLY).filter(({ purposes }) =>
          purposes.some((purpose) => named.has(purpose.id) && isInForce(purpose)),
        );
        const consents = entries.flatMap(({ recordId }, i) =>
          before.some((r) => r.recordId === recordId) && i < n ? [i] : [],
        );
        for (const i of consents.filter((i) => GIVING.test(entries[i]?.type ?? ''))) {
          expect(ends[n]).toBeGreaterThanOrEqual(ends[i] ?? NaN);
        }
      });
    }),
  );
});

test('deleting what is past its end, at any moment, brings nothing back', () => {
  fc.assert(
    fc.property(history, rules, later, ({ entries, now }, by, hours) => {
      const then = new Date(now.getTime() + hours * HOUR_MS);
      const ends = endsOf(entries, by);
      const left = entries.filter((_, n) => (ends[n] ?? 0) > then.getTime());
      const inForce = purposesInForce(fold(entries, then));
      for (const id of purposesInForce(fold(left, then)).keys()) expect([...inForce.keys()]).toContain(id);
      const [all, rest] = [standingOf(entries), standingOf(left)];
      expect(rest.holds).toStrictEqual(all.holds);
      expect(rest.restrictedSince).toBe(all.restrictedSince);
      expect([...rest.objections]).toStrictEqual(expect.arrayContaining([...all.objections]));
      expect(rest.isSuppressed || !all.isSuppressed).toBe(true);
    }),
  );
});

test('what is left has the same ends as before', () => {
  fc.assert(
    fc.property(history, rules, later, ({ entries, now }, by, hours) => {
      const then = now.getTime() + hours * HOUR_MS;
      const ends = itemEnds(entries, by);
      const left = entries.filter((_, n) => (ends[n]?.entry?.getTime() ?? Infinity) > then);
      const before = new Map(entries.map((entry, n) => [entry, ends[n]]));
      const after = itemEnds(left, by);
      left.forEach((entry, n) => expect(after[n]?.entry).toStrictEqual(before.get(entry)?.entry));
    }),
  );
});

test('nothing that was registered is kept past the maximum', () => {
  fc.assert(
    fc.property(history, ({ entries }) => {
      const ends = recordEnds(entries, maximum);
      for (const { recordId, registeredAt } of fold(entries, EARLY)) {
        const { address, details, allButAddress } = ends.get(recordId) ?? {};
        for (const end of [address, details, allButAddress]) {
          expect(end?.getTime()).toBeLessThanOrEqual(Date.parse(registeredAt) + 900 * HOUR_MS);
        }
      }
    }),
  );
});

test('names go twenty hours after what they were told for, and never after the address', () => {
  fc.assert(
    fc.property(history, rules, ({ entries }, by) => {
      const ends = recordEnds(entries, by);
      for (const record of fold(entries, EARLY)) {
        const { address, details } = ends.get(record.recordId) ?? {};
        const time = (end: Date | undefined): number => end?.getTime() ?? Infinity;
        expect(time(details)).toBeLessThanOrEqual(time(address));
        const given = record.purposes.filter(({ status }) => !/Requested|Refused/.test(status));
        if (record.confirmedAt === undefined || given.length === 0) continue;
        const most = by === maximum ? Date.parse(record.registeredAt) + 900 * HOUR_MS : Infinity;
        const over = given.map((purpose) => {
          const ended = isInForce(purpose) ? most : Date.parse(purpose.since);
          return Math.min(ended + Math.min(20, HOURS[purpose.id] ?? NaN) * HOUR_MS, most);
        });
        expect(time(details)).toBe(Math.max(...over));
      }
    }),
  );
});

describe('once the ends are set', () => {
  const seconds = (end: Date | undefined): number | undefined => end && Math.floor(end.getTime() / 1000);
  const withEnd = (end: number | undefined): { expiresAt?: number } => (end === undefined ? {} : { expiresAt: end });

  function applied(entries: readonly Entry[], by: RetentionRules): { ledger: Kept[]; vault: Kept[] } {
    const ends = itemEnds(entries, by);
    const ledger = entries.map((entry, n): Kept => {
      const end = seconds(ends[n]?.entry);
      const others = Object.keys(entry.parts).flatMap((name) => {
        const own = seconds(ends[n]?.parts[name]);
        return own === undefined || own === end ? [] : [[name, own]];
      });
      const partEnds = others.length > 0 && { partEnds: JSON.stringify(Object.fromEntries(others.sort())) };
      return { pk: 'subject#s', sk: `entry#${n}`, entry: JSON.stringify(entry), ...withEnd(end), ...partEnds };
    });
    const vault = entries.flatMap(({ recordId, parts }, n) =>
      Object.entries(parts).map(([name, digest]): Kept => {
        const sk = `${recordId ?? 'subject'}#${name}#${digest}`;
        return { pk: 'subject#s', sk, digest, ...withEnd(seconds(ends[n]?.parts[name])) };
      }),
    );
    return { ledger, vault };
  }

  const lost = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
  const moment = fc.tuple(history, rules, later).map(([{ entries, now }, by, hours]) => {
    const then = new Date(now.getTime() + hours * HOUR_MS);
    return { entries, by, then, isPast: ({ expiresAt = Infinity }: Kept) => expiresAt <= then.getTime() / 1000 };
  });

  test('there is nothing to do but to delete what is past its end, whatever of that is deleted already', () => {
    fc.assert(
      fc.property(moment, lost, ({ entries, by, then, isPast }, isLost) => {
        const { ledger, vault } = applied(entries, by);
        const left = (items: readonly Kept[]): Kept[] => items.filter((item, n) => !isPast(item) || !isLost[n]);
        const [there, parts] = [left(ledger), left(vault)];
        const plan = planEnds(there, parts, by, then);
        const done = [...plan.entries, ...plan.parts].map(({ item, isPast: deletes }) => [item.sk, deletes]);
        expect(done).toStrictEqual([...there, ...parts].filter(isPast).map(({ sk }) => [sk, true]));
        expect(plan.missing).toEqual([]);
      }),
    );
  });

  test('what is not there before its end is missing, and nothing else is', () => {
    fc.assert(
      fc.property(moment, lost, ({ entries, by, then, isPast }, isLost) => {
        const { ledger, vault } = applied(entries, by);
        const plan = planEnds(
          ledger,
          vault.filter((_, n) => !isLost[n]),
          by,
          then,
        );
        const due = new Set(
          entries.filter((_, n) => ledger[n] && !isPast(ledger[n])).flatMap((e) => Object.values(e.parts)),
        );
        const wanted = vault.filter((part, n) => isLost[n] && !isPast(part)).map(({ digest }) => digest);
        expect(plan.missing.map(({ digest }) => digest)).toEqual(wanted.filter((digest) => digest && due.has(digest)));
      }),
    );
  });

  test('what went at its end is not missing once the rules would keep it for longer', () => {
    fc.assert(
      fc.property(moment, ({ entries, by, then, isPast }) => {
        const { ledger, vault } = applied(entries, by);
        const longer = { ...by, retention: { ...by.retention, network: 'as-evidence' } } as const;
        const [there, parts] = [ledger, vault].map((items) => items.filter((item) => !isPast(item)));
        expect(planEnds(there ?? [], parts ?? [], longer, then).missing).toEqual([]);
      }),
    );
  });
});
