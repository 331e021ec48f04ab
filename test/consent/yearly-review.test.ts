import fc from '../seeded';
import { plus } from '../../shared/calendar';
import { droppedIn, reviewed } from '../../shared/consent/decide/review-decisions';
import type { Entry, Step } from '../../shared/consent/entry';
import { NothingToReview } from '../../shared/consent/errors';
import { fold, isInForce, purposesInForce } from '../../shared/consent/fold';
import {
  heldDays,
  isRoundDue,
  unusedFrom,
  unusedIn,
  waitingOf,
  type Round,
} from '../../shared/consent/keep/yearly-review';
import { seal } from '../../shared/ledger/chain';
import type { Site } from '../../shared/policy/schema';
import { notice002 } from '../../examples/sites/notice-002-four-years';
import { notice003 } from '../../examples/sites/notice-003-two-languages';
import { asSubject } from '../ids';
import { History, purpose } from './history';
import { CASE, operationOf, person, roundAfter, RULE, ruled, START } from './reviewed';
import { history as anyHistory } from './histories';
import { PURPOSES } from './model';

const waits = ({ entries }: History, round: Round | undefined, site: Site = notice002) =>
  waitingOf(entries, site, round, round?.began ?? START);

test('a round is due when the time since the last one is over, and not a moment before; it has a day to be done by', () => {
  expect(isRoundDue(START, RULE, new Date(plus(START, 'P1Y').getTime() - 1))).toBe(false);
  expect(isRoundDue(START, RULE, plus(START, 'P1Y'))).toBe(true);
  expect(roundAfter('P1Y')).toEqual({ began: plus(START, 'P1Y'), deleteBy: '2027-12-22' });
});

describe('unused is', () => {
  test('a consent of which nothing was heard since the round before, from the moment at which the round began', () => {
    const history = person();
    expect(waits(history, roundAfter('P364D'))).toEqual([]);
    expect(waits(history, undefined)).toEqual([]);
    expect(waits(history, roundAfter('P1Y'))).toMatchObject([
      { what: 'unused', since: START.toISOString(), purposes: [{ id: 'newsletter' }] },
    ]);
  });

  test('nothing of somebody who was heard of since, also after the round began', () => {
    const history = person();
    history.now = plus(START, 'P1Y5D');
    history.write({ type: 'ActivityReported', purposes: [purpose('newsletter')] });
    expect(waits(history, roundAfter('P1Y'))).toEqual([]);
  });

  test('not what the person is asked about themselves, nor what is restricted, nor a contract', () => {
    expect(waits(person('course-software'), roundAfter('P2Y'))).toEqual([]);
    expect(waits(person('course-software', 'newsletter'), roundAfter('P2Y'))).toMatchObject([
      { purposes: [{ id: 'newsletter' }] },
    ]);
    const restricted = person();
    restricted.write({ type: 'ProcessingRestricted' });
    expect(waits(restricted, roundAfter('P1Y')).map(({ what }) => what)).toEqual(['restriction']);
    const customer = new History(START);
    const account = [{ ...purpose('newsletter'), legalBasis: 'contract' as const }];
    customer.write({ type: 'ContractRecorded', language: 'de', purposes: account });
    expect(waits(customer, roundAfter('P2Y'))).toEqual([]);
  });

  test('nothing at a site without a review', () => {
    expect(waits(person(), roundAfter('P1Y'), notice003)).toEqual([]);
  });
});

describe('somebody is found unused', () => {
  const from = ({ entries, now }: History): Date | undefined => unusedFrom(entries, notice002, now);

  test('by a round that begins a year after they were last heard of', () => {
    expect(from(person())).toEqual(plus(START, 'P1Y'));
  });

  test('never who has left, or of whom nothing was heard', () => {
    const left = person();
    left.write({ type: 'ConsentWithdrawn', purposes: [purpose('newsletter')] });
    expect(from(left)).toBeUndefined();
    expect(from(new History(START))).toBeUndefined();
  });
});

describe('a day of review', () => {
  test('has what is held, restricted or weighed; what is unused has that of its round', () => {
    const history = person();
    history.write({ type: 'HoldPlaced', facts: { case: CASE, reviewBy: '2027-05-22' } });
    history.now = plus(START, 'P1Y');
    history.write({ type: 'ObjectionRaised', purposes: [purpose('similar-offers')], facts: {} });
    const waiting = waits(history, roundAfter('P1Y'));
    expect(waiting.map(({ what }) => what)).toEqual(['unused', 'hold', 'weighing']);
    expect(heldDays(waiting)).toEqual([
      { what: 'hold', day: '2027-05-22' },
      { what: 'weighing', day: '2027-12-22' },
    ]);
  });

  test('have a hold and a restriction at every site; what stands in place of an erasure goes with its duty', () => {
    const history = person();
    history.write({ type: 'HoldPlaced', facts: { case: CASE, reviewBy: '2027-05-22', connections: [0] } });
    history.write({ type: 'ProcessingRestricted' });
    for (const site of [notice002, notice003]) {
      expect(waits(history, undefined, site)).toMatchObject([
        { what: 'hold', case: CASE, reviewBy: '2027-05-22', connections: [0] },
        { what: 'restriction', reviewBy: '2027-11-22' },
      ]);
    }
    history.write({ type: 'ProcessingRestricted', facts: { insteadOf: 'erasure' } });
    expect(waits(history, undefined).map(({ what }) => what)).toEqual(['hold']);
  });

  test('of a restriction is put off by whoever keeps it, and counts anew where it is restricted anew', () => {
    const history = person();
    history.write({ type: 'ProcessingRestricted' });
    const keep = { decision: 'keep', reviewBy: '2029-01-31' } as const;
    history.write(ruled(history, { what: 'restriction' }, keep, undefined) as Step);
    expect(waits(history, undefined)).toMatchObject([{ what: 'restriction', reviewBy: '2029-01-31' }]);
    expect(ruled(history, { what: 'restriction' }, keep, undefined)).toBeUndefined();
    history.now = plus(START, 'P6M');
    history.write({ type: 'ProcessingRestricted' });
    expect(waits(history, undefined)).toMatchObject([{ what: 'restriction', reviewBy: '2028-05-22' }]);
  });
});

describe('a decision', () => {
  const round = roundAfter('P1Y');
  const unused = { what: 'unused' } as const;

  test('keeps an incident what it is, with another day', () => {
    const history = person();
    history.write({ type: 'HoldPlaced', facts: { case: CASE, reviewBy: '2027-05-22', connections: [0] } });
    const item = { what: 'hold', case: CASE } as const;
    expect(ruled(history, item, { decision: 'keep', reviewBy: '2028-01-01' }, undefined)).toMatchObject({
      type: 'HoldPlaced',
      facts: { case: CASE, reviewBy: '2028-01-01', connections: [0] },
    });
  });

  test('lets go what cannot stand without what is unused, and no contract', () => {
    const site: Site = {
      ...notice002,
      purposes: notice002.purposes.map((one) =>
        one.id === 'course-software' ? { ...one, requires: ['newsletter'] } : one,
      ),
    };
    const history = person('newsletter', 'course-software');
    history.write({
      type: 'ContractRecorded',
      recordId: undefined as never,
      language: 'de',
      purposes: [{ ...purpose('similar-offers'), legalBasis: 'contract' }],
    });
    history.now = round.began;
    const step = ruled(history, unused, { decision: 'let-go' }, round, site);
    expect(step).toMatchObject({ type: 'ConsentLapsed', recordId: 'r1', facts: { because: 'review' } });
    expect(step?.purposes.map(({ id }) => id)).toEqual(['newsletter', 'course-software']);
  });

  test('about nobody on the list is refused; the same once more does nothing', () => {
    const history = person();
    history.now = round.began;
    expect(() => ruled(history, unused, { decision: 'keep' }, undefined)).toThrow(NothingToReview);
    for (const item of [{ what: 'hold', case: CASE }, { what: 'restriction' }] as const) {
      for (const ruling of [{ decision: 'keep', reviewBy: '2029-01-01' }, { decision: 'let-go' }] as const) {
        expect(() => ruled(history, item, ruling, round)).toThrow(NothingToReview);
      }
    }
    for (const decision of ['keep', 'let-go'] as const) {
      const other = person();
      other.now = round.began;
      other.write(ruled(other, unused, { decision }, round) as Step);
      expect(ruled(other, unused, { decision }, round)).toBeUndefined();
      const opposite = decision === 'keep' ? 'let-go' : 'keep';
      expect(() => ruled(other, unused, { decision: opposite }, round)).toThrow(NothingToReview);
    }
  });
});

describe('of any history', () => {
  const [template] = notice002.purposes;
  const site: Site = {
    ...notice002,
    purposes: PURPOSES.map((id) => ({
      ...template!,
      id,
      requires: id === 'analysis' ? ['news', 'events'] : undefined,
    })),
    retention: { ...notice002.retention, review: { every: 'P2D', deleteWithin: 'P1D' } },
  };
  const operation = operationOf(site);
  const added = (entries: readonly Entry[], step: Step | undefined, now: Date): Entry[] =>
    step
      ? [
          ...entries,
          seal({ ...step, at: now.toISOString() }, { subject: asSubject('s'.repeat(22)), parts: {} }, entries.at(-1)!),
        ]
      : [...entries];
  const later = fc.integer({ min: 0, max: 200 });

  /** A round some hours after all that happened, at which something is unused. */
  function found(entries: readonly Entry[], hours: number, last: Date) {
    const now = new Date(last.getTime() + hours * 3_600_000);
    const round: Round = { began: now, deleteBy: '2999-01-01' };
    return { now, round, unused: unusedIn(entries, site, round, now) };
  }

  test('nothing that a round found unused survives undecided, and nothing else falls but what cannot stand without', () => {
    fc.assert(
      fc.property(anyHistory, later, ({ entries, now: last }, hours) => {
        const { now, round, unused } = found(entries, hours, last);
        const step = droppedIn(operation, round)(entries, now, entries);
        expect(step === undefined).toBe(unused === undefined);
        fc.pre(unused !== undefined);
        const before = purposesInForce(fold(entries, now));
        const all = added(entries, step, now);
        const after = fold(all, now);
        const ids = unused?.purposes.map(({ id }) => id) ?? [];
        for (const { id, status } of after.flatMap(({ purposes }) => purposes)) {
          if (ids.includes(id)) expect(status === 'ContractRecorded' || !isInForce({ status })).toBe(true);
        }
        expect(unusedIn(all, site, round, now)).toBeUndefined();
        const fallen = [...before.keys()].filter((id) => !purposesInForce(after).has(id));
        expect(fallen.filter((id) => !ids.includes(id) && id !== 'analysis')).toEqual([]);
        const contracts = (state: typeof after) =>
          state.flatMap(({ purposes }) => purposes.filter(({ status }) => status === 'ContractRecorded'));
        expect(contracts(after)).toEqual(contracts(fold(entries, now)));
      }),
      { numRuns: 60 },
    );
  });

  test('nothing that was kept goes in that round, and the next one asks again', () => {
    fc.assert(
      fc.property(anyHistory, later, ({ entries, now: last }, hours) => {
        const { now, round, unused } = found(entries, hours, last);
        fc.pre(unused !== undefined);
        const keep = reviewed(operation, { what: 'unused' }, { decision: 'keep' }, round)(entries, now, entries);
        const all = added(entries, keep, now);
        const end = plus(now, 'P1D');
        expect(droppedIn(operation, round)(all, end, all)).toBeUndefined();
        expect([...purposesInForce(fold(all, now)).keys()]).toEqual([...purposesInForce(fold(entries, now)).keys()]);
        const next = { began: plus(now, 'P2D'), deleteBy: '2999-01-01' };
        expect(unusedIn(all, site, next, next.began)?.since).toBe(unused?.since);
      }),
      { numRuns: 60 },
    );
  });
});
