import { asDigest, asRecord, asSubject } from '../ids';
import { optOut, type OptOut } from '../../shared/consent/decide/opt-out';
import { recordFromElsewhere, type Recording } from '../../shared/consent/decide/record-decisions';
import { factsOf, type Entry, type Step } from '../../shared/consent/entry';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { standingOf } from '../../shared/consent/standing';
import { EMPTY, momentAfter, seal } from '../../shared/ledger/chain';
import { summarize } from '../../shared/verify/claims/summarize';
import type { Entry as AnyVerified } from '../../shared/verify/format';
import { findSite, requirements } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';
import type { Site } from '../../shared/policy/schema';
import fc from '../seeded';
import { Tale } from './tale';

/* What others say of a person who left elsewhere: it is honoured, and ends nothing that the person gave after it. */

const site = findSite(sites, 'notice-002') as Site;
const NEWS = 'newsletter';
const OFFERS = 'similar-offers';
const NOW = new Date('2026-11-28T10:00:00Z');
const BACKEND = { kind: 'backend', id: 'import' } as const;

const said = (change: Partial<OptOut> = {}): OptOut => ({
  site,
  requires: requirements(site),
  actor: BACKEND,
  kind: 'withdrawal',
  purposes: [],
  ...change,
});

const consent = (givenAt: string | undefined, change: Partial<Recording> = {}): Recording => ({
  site: site.id,
  recordId: asRecord(`record-${givenAt ?? 'undated'}`),
  actor: BACKEND,
  address: asDigest('a'.repeat(43)),
  language: 'de',
  legalBasis: 'consent',
  purposes: [{ id: NEWS, legalBasis: 'consent', noticeHash: 'n' }],
  source: 'import',
  givenAt,
  proof: [],
  ...change,
});

function add(entries: readonly Entry[], step: Step | undefined): readonly Entry[] {
  return step ? [...entries, seal(step, { subject: asSubject('s'), parts: {} }, entries.at(-1) ?? EMPTY)] : entries;
}

const now = (entries: readonly Entry[]) => momentAfter(entries.at(-1) ?? EMPTY, NOW);

function left(entries: readonly Entry[], change: Partial<OptOut> = {}): readonly Entry[] {
  return add(entries, optOut(entries, said(change), now(entries)).step);
}

function given(entries: readonly Entry[], recording: Recording): readonly Entry[] {
  return add(entries, recordFromElsewhere(fold(entries, NOW), entries, recording, now(entries)));
}

/** What happened after that. */
function follow(entries: readonly Entry[], later: readonly Entry[]): readonly Entry[] {
  return later.reduce((all, step) => add(all, step), entries);
}

const inForce = (entries: readonly Entry[]): string[] => [...purposesInForce(fold(entries, NOW)).keys()];
const own = (at: string) => new Tale().given(at, 'r1', [NEWS]).entries;

test('who left elsewhere and is not known here is not brought in by an older list, nor by one without dates', () => {
  const entries = left([], { saidAt: '2023-01-01T00:00:00.000Z' });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ type: 'ConsentWithdrawn', facts: { via: 'elsewhere' } });
  expect(() => given(entries, consent('2022-01-01T00:00:00.000Z'))).toThrow('withdrawn');
  expect(() => given(entries, consent(undefined))).toThrow('withdrawn');
  expect(inForce(given(entries, consent('2024-01-01T00:00:00.000Z')))).toEqual([NEWS]);
});

test('without a date it counts from now on, so that no list brings them in', () => {
  expect(() => given(left([]), consent('2026-11-28T09:59:00.000Z'))).toThrow('withdrawn');
});

test('legitimate interest is ended and barred, whatever the dates', () => {
  const interest = consent('2025-01-01T00:00:00.000Z', {
    legalBasis: 'legitimate-interest',
    purposes: [{ id: OFFERS, legalBasis: 'legitimate-interest', noticeHash: 'n' }],
  });
  const before = given([], interest);
  expect(inForce(left(before, { saidAt: '2020-01-01T00:00:00.000Z' }))).toEqual([]);
  expect(() => given(left([], { saidAt: '2020-01-01T00:00:00.000Z' }), interest)).toThrow('withdrawn');
});

describe('what the person gave here', () => {
  test('after it stands, and the answer says so', () => {
    const entries = own('2026-11-20T10:00:00Z');
    const outcome = optOut(entries, said({ saidAt: '2024-01-01T00:00:00.000Z', purposes: [NEWS] }), now(entries));
    expect(outcome).toEqual({ step: undefined, kept: [NEWS], isKnown: false });
  });

  test('after it stands, while what else they left is barred', () => {
    const entries = left(own('2026-11-20T10:00:00Z'), { saidAt: '2024-01-01T00:00:00.000Z' });
    expect(inForce(entries)).toEqual([NEWS]);
    const barred = entries.at(-1)?.purposes.map(({ id }) => id);
    expect(barred).toEqual(expect.arrayContaining([OFFERS]));
    expect(barred).not.toContain(NEWS);
  });

  test.each([
    ['before it', '2026-11-25T00:00:00.000Z'],
    ['before a report without a date', undefined],
  ])('%s ends', (_, saidAt) => {
    expect(inForce(left(own('2026-11-20T10:00:00Z'), { saidAt }))).toEqual([]);
  });

  test('again, after it was reported, stands when the same is reported again', () => {
    const once = left(own('2026-11-20T10:00:00Z'), { reference: 'row' });
    const again = follow(once, new Tale().given('2026-11-29T10:00:00Z', 'r2', [NEWS]).entries);
    const outcome = optOut(again, said({ reference: 'row' }), new Date('2026-11-30T10:00:00Z'));
    expect(outcome).toMatchObject({ step: undefined, isKnown: true });
  });
});

test('a sign-up that waits is left to the person’s own press, also for the verifier, and shields no older consent', () => {
  const old = given([], consent('2018-01-01T00:00:00.000Z'));
  const tale = new Tale().request('2026-11-28T10:30:00Z', 'r1', [NEWS]).entries;
  const waiting = follow(old, tale);
  const entries = left(waiting, { saidAt: '2020-01-01T00:00:00.000Z' });
  const at = '2026-11-28T11:00:00.000Z';
  const statuses = fold(entries, new Date(at)).map(({ purposes }) => purposes[0]?.status);
  expect(statuses).toEqual(['ConsentWithdrawn', 'ConsentRequested']);
  const verified = summarize(entries as unknown as readonly AnyVerified[], at);
  expect(verified.map(({ purposes }) => purposes[0]?.status)).toEqual(statuses);
});

test('an objection from elsewhere stands until the person signs up again, whatever is imported', () => {
  const entries = left([], { kind: 'objection', saidAt: '2020-01-01T00:00:00.000Z' });
  expect(() => given(entries, consent('2026-11-01T00:00:00.000Z'))).toThrow('objected');
});

describe('an address that takes no mail', () => {
  const bounced = (entries: readonly Entry[], change: Partial<OptOut> = {}) =>
    left(entries, { kind: 'bounce', ...change });
  const since = (entries: readonly Entry[]) => standingOf(entries).undeliverableSince;

  test('takes none of what is imported later, either', () => {
    expect(since(given(bounced([]), consent('2026-11-01T00:00:00.000Z')))).toBeDefined();
  });

  test('that confirmed since takes mail', () => {
    expect(since(bounced(own('2026-11-20T10:00:00Z'), { saidAt: '2026-11-01T00:00:00.000Z' }))).toBeUndefined();
  });

  test('is written down once', () => {
    expect(bounced(bounced([]))).toHaveLength(1);
  });
});

test('a list brings nobody back who left here, whatever dates it has; a backend’s report of later does', () => {
  const entries = new Tale()
    .given('2026-11-01T10:00:00Z', 'r1', [NEWS])
    .withdrawn('2026-11-02T10:00:00Z', 'r1', [NEWS]).entries;
  const later = consent('2026-11-10T00:00:00.000Z');
  expect(() => given(entries, later)).toThrow('withdrawn');
  expect(inForce(given(entries, { ...later, source: 'registration' }))).toEqual([NEWS]);
});

test('whatever is imported in whatever order, dated consents and withdrawals come out by their dates', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2020-01-${String(n).padStart(2, '0')}T00:00:00.000Z`);
  const item = fc.record({ isGiven: fc.boolean(), at: day });
  fc.assert(
    fc.property(fc.uniqueArray(item, { minLength: 1, maxLength: 6, selector: ({ at }) => at }), (items) => {
      let entries: readonly Entry[] = [];
      for (const { isGiven, at } of items) {
        try {
          entries = isGiven ? given(entries, consent(at)) : left(entries, { saidAt: at, purposes: [NEWS] });
        } catch (error) {
          expect((error as Error).message).toBe('withdrawn');
        }
      }
      const [newest] = [...items].sort((one, other) => (one.at < other.at ? 1 : -1));
      expect(inForce(entries)).toEqual(newest?.isGiven ? [NEWS] : []);
      expect(new Set(entries.map((entry) => factsOf(entry).via))).not.toContain('page');
    }),
  );
});

describe('where nothing but a sign-up waits', () => {
  const waiting = new Tale().request('2026-11-28T09:00:00Z', 'r1', [NEWS]).entries;

  test('the "no" is about the person, and not about that record', () => {
    const { step } = optOut(waiting, said({ purposes: [NEWS] }), now(waiting));
    expect(step).toMatchObject({ type: 'ConsentWithdrawn', purposes: [{ id: NEWS }] });
    expect(step).not.toHaveProperty('recordId');
  });

  test('the same "no" once more adds nothing', () => {
    const saidAt = '2026-11-01T00:00:00.000Z';
    const once = left(waiting, { saidAt });
    expect(optOut(once, said({ saidAt }), now(once))).toEqual({ step: undefined, kept: [], isKnown: true });
  });
});

describe('what others say', () => {
  const COURSES = 'course-software';
  const report = (entries: readonly Entry[], change: Partial<OptOut> = {}) =>
    optOut(entries, said(change), now(entries));

  test('ends what is in force in the record that has it, by its wording, and bars the rest', () => {
    const entries = new Tale()
      .given('2026-11-20T10:00:00Z', 'r1', [NEWS, 'others'])
      .given('2026-11-21T10:00:00Z', 'r2', [COURSES]).entries;
    const { step, isKnown, kept } = report(entries, { purposes: [NEWS, OFFERS] });
    expect([isKnown, kept, step?.recordId]).toEqual([false, [], 'r1']);
    expect(step?.purposes.map(({ id }) => id)).toEqual([NEWS, OFFERS]);
    expect(step?.purposes[0]?.noticeHash).toBe(`hash-of-${NEWS}`);
    expect(step?.facts).toStrictEqual({ via: 'elsewhere' });
  });

  test('ends also what was given in that very moment', () => {
    const entries = own('2026-11-20T10:00:00Z');
    expect(report(entries, { saidAt: '2026-11-20T10:01:00.000Z', purposes: [NEWS] }).step).toBeDefined();
    expect(report(entries, { saidAt: '2026-11-20T10:00:59.999Z', purposes: [NEWS] }).step).toBeUndefined();
  });

  test('is known by its name, and by no other', () => {
    const saidAt = '2026-11-01T00:00:00.000Z';
    const once = left([], { reference: 'one', saidAt, purposes: [NEWS] });
    expect(once[0]?.facts).toStrictEqual({ via: 'elsewhere', saidAt, reference: 'one' });
    expect(report(once, { reference: 'one' })).toStrictEqual({ step: undefined, kept: [], isKnown: true });
    expect(report(once, { reference: 'two' }).step).toBeDefined();
  });

  test('adds nothing where it stands already; a later "no", another purpose and an objection do', () => {
    const undated = left([], { purposes: [NEWS] });
    const nothing = { step: undefined, kept: [], isKnown: true };
    expect(report(undated, { purposes: [NEWS] })).toStrictEqual(nothing);
    expect(report(undated, { purposes: [NEWS], saidAt: '2026-11-01T00:00:00.000Z' })).toStrictEqual(nothing);
    expect(report(undated).step?.purposes.map(({ id }) => id)).toEqual([COURSES, OFFERS]);
    const dated = left([], { purposes: [NEWS], saidAt: '2026-11-01T00:00:00.000Z' });
    expect(report(dated, { purposes: [NEWS], saidAt: '2026-11-02T00:00:00.000Z' }).step).toBeDefined();
    const objection = { kind: 'objection', purposes: [NEWS] } as const;
    expect(report(undated, objection).step).toMatchObject({ type: 'ObjectionRecorded' });
    for (const kind of ['objection', 'withdrawal'] as const)
      expect(report(left(undated, objection), { kind, purposes: [NEWS] })).toStrictEqual(nothing);
  });

  test('without a date is said now, whatever was said before: a list with a consent from between brings nobody in', () => {
    const between = consent('2022-01-01T00:00:00.000Z');
    const older = { saidAt: '2020-01-01T00:00:00.000Z', reference: 'older' };
    const now = { reference: 'now' };
    expect(purposesInForce(fold(given(left([], older), between), NOW)).has(NEWS)).toBe(true);
    for (const said of [
      [older, {}],
      [older, now],
      [now, older],
      [{ ...now, reference: 'before' }, now],
    ])
      expect(() => given(said.reduce<readonly Entry[]>(left, []), between)).toThrow();
    const twice = left(left([], { reference: 'before' }), now);
    expect(twice).toHaveLength(2);
    expect(left(twice, now)).toBe(twice);
    expect(left(left(left([], older), {}), {})).toHaveLength(2);
  });

  test('of an address that takes no mail is said with its date and name, and known once it is noted', () => {
    const bounce = { kind: 'bounce', saidAt: '2026-11-21T00:00:00.000Z', reference: 'row' } as const;
    const noted = report([], bounce);
    expect(noted).toMatchObject({ kept: [], isKnown: false, step: { type: 'MailBounced', site: site.id } });
    expect(noted.step?.facts).toStrictEqual({ bounce: 'permanent', saidAt: bounce.saidAt, reference: 'row' });
    const unnamed = report([], { kind: 'bounce' });
    expect(unnamed.step?.facts).toStrictEqual({ bounce: 'permanent' });
    const known = report(left([], { kind: 'bounce' }), { kind: 'bounce' });
    expect(known).toStrictEqual({ step: undefined, kept: [], isKnown: true });
    const overtaken = report(own('2026-11-22T10:00:00Z'), bounce);
    expect(overtaken).toStrictEqual({ step: undefined, kept: [], isKnown: false });
  });

  test('of an address without a date counts as of now', () => {
    const later = own('2026-11-28T10:05:00Z');
    expect(optOut(later, said({ kind: 'bounce' }), NOW).step).toBeUndefined();
    expect(optOut(later, said({ kind: 'bounce' }), new Date('2026-11-28T10:07:00Z')).step).toBeDefined();
  });
});
