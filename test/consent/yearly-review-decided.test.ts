import { plus } from '../../shared/calendar';
import { droppedIn, type Reviewed } from '../../shared/consent/decide/review-decisions';
import type { Operator, Step } from '../../shared/consent/entry';
import { NothingToReview } from '../../shared/consent/errors';
import { waitingOf } from '../../shared/consent/keep/yearly-review';
import { notice002 } from '../../examples/sites/notice-002-four-years';
import { History, purpose } from './history';
import { CASE, operationOf, person, roundAfter, ruled, START } from './reviewed';

const OTHER = 'D'.repeat(22);

describe('what nobody decided is not said to be decided', () => {
  const round = roundAfter('P1Y');

  test('what silence ended, and what the person gave anew since', () => {
    const history = person();
    history.now = round.began;
    const dropped = droppedIn({ ...operationOf(notice002), operator: { kind: 'system' } }, round);
    history.write(dropped(history.entries, history.now, history.entries) as Step);
    expect(() => ruled(history, { what: 'unused' }, { decision: 'let-go' }, round)).toThrow(NothingToReview);
    const again = person();
    again.now = round.began;
    again.write(ruled(again, { what: 'unused' }, { decision: 'let-go' }, round) as Step);
    expect(ruled(again, { what: 'unused' }, { decision: 'let-go' }, round)).toBeUndefined();
    again.confirm('r2', 'newsletter');
    expect(() => ruled(again, { what: 'unused' }, { decision: 'let-go' }, round)).toThrow(NothingToReview);
  });

  test('a hold or a restriction that is kept for the day that it had from the start', () => {
    const history = person();
    history.write({ type: 'HoldPlaced', facts: { case: CASE, reviewBy: '2027-05-22' } });
    history.write({ type: 'ProcessingRestricted' });
    for (const [item, reviewBy] of [
      [{ what: 'hold', case: CASE }, '2027-05-22'],
      [{ what: 'restriction' }, '2027-11-22'],
    ] as const) {
      const step = ruled(history, item, { decision: 'keep', reviewBy }, undefined);
      expect(step?.facts).toMatchObject({ reviewBy });
      history.write(step as Step);
      expect(ruled(history, item, { decision: 'keep', reviewBy }, undefined)).toBeUndefined();
    }
    // Lifted and placed once more, it is as new.
    history.write({ type: 'HoldLifted', facts: { case: CASE } });
    history.write({ type: 'HoldPlaced', facts: { case: CASE, reviewBy: '2027-05-22' } });
    const keep = { decision: 'keep', reviewBy: '2027-05-22' } as const;
    expect(ruled(history, { what: 'hold', case: CASE }, keep, undefined)).toMatchObject({ type: 'HoldPlaced' });
  });

  test('a restriction that stands in place of an erasure, or went with one, after another one was lifted', () => {
    const history = person();
    history.write({ type: 'ProcessingRestricted' });
    history.write({ type: 'RestrictionLifted' });
    const letGo = (): unknown => ruled(history, { what: 'restriction' }, { decision: 'let-go' }, undefined);
    expect(letGo()).toBeUndefined();
    history.write({ type: 'ProcessingRestricted', facts: { insteadOf: 'erasure' } });
    expect(letGo).toThrow(NothingToReview);
  });
});

describe('what is let go or kept', () => {
  const round = roundAfter('P1Y');
  const unused = { what: 'unused' } as const;
  const held = (id: string) => ({ what: 'hold', case: id }) as const;
  const said = { site: 'notice-002', actor: { kind: 'operator', id: 'someone' } };
  const lifted = (history: History, id: string) => ruled(history, held(id), { decision: 'let-go' }, undefined);
  const kept = (history: History, item: Reviewed, reviewBy?: string) =>
    ruled(history, item, { decision: 'keep', reviewBy }, undefined);

  /** Holds for these disputes, one after the other. */
  function holding(history: History, ...ids: string[]): History {
    for (const id of ids) history.write({ type: 'HoldPlaced', facts: { case: id, reviewBy: '2027-05-22' } });
    return history;
  }

  test('of consents is what was unused, with the record that has it, whatever else that record has', () => {
    const history = person('newsletter', 'course-software');
    history.now = round.began;
    const step = { ...said, at: round.began.toISOString(), recordId: 'r1', purposes: [purpose('newsletter')] };
    const keep = ruled(history, unused, { decision: 'keep' }, round);
    expect(keep).toStrictEqual({ ...step, type: 'KeptOnReview', facts: { reviewed: 'consents' } });
    const drop = ruled(history, unused, { decision: 'let-go' }, round);
    expect(drop).toStrictEqual({ ...step, type: 'ConsentLapsed', facts: { because: 'review' } });
  });

  test('of consents is nothing that waits for the person’s own press', () => {
    const purposes = notice002.purposes.map((one) => ({ ...one, requires: ['newsletter'] }));
    const history = person();
    history.now = round.began;
    history.request('r2', 'course-software');
    const step = ruled(history, unused, { decision: 'let-go' }, round, { ...notice002, purposes });
    expect(step?.purposes.map(({ id }) => id)).toEqual(['newsletter']);
  });

  test('of consents is decided in this round, by an operator, and for that reason', () => {
    const decide = (history: History, decision: 'keep' | 'let-go') => () => ruled(history, unused, { decision }, round);
    const lapsed = (at: Date, facts: { because?: 'review' }, ...ids: string[]): History => {
      const history = person('newsletter', 'course-software');
      history.now = at;
      history.write({ type: 'ConsentLapsed', actor: said.actor as Operator, purposes: ids.map(purpose), facts });
      history.now = plus(round.began, 'P1D');
      return history;
    };
    const both = ['newsletter', 'course-software'];
    expect(decide(lapsed(round.began, { because: 'review' }, ...both), 'let-go')()).toBeUndefined();
    expect(decide(lapsed(round.began, {}, ...both), 'let-go')).toThrow(NothingToReview);
    expect(decide(lapsed(START, { because: 'review' }, ...both), 'let-go')).toThrow(NothingToReview);
    const again = lapsed(round.began, { because: 'review' }, ...both);
    again.confirm('r2', 'newsletter');
    expect(decide(again, 'let-go')).toThrow(NothingToReview);
    expect(() => ruled(person(), unused, { decision: 'let-go' }, undefined)).toThrow(NothingToReview);
  });

  test('of consents is kept in this round, and not because a restriction was, or it was in another round', () => {
    const keptThen = (at: Date, what: 'consents' | 'restriction'): History => {
      const history = person();
      history.now = at;
      history.write({ type: 'KeptOnReview', purposes: [purpose('newsletter')], facts: { reviewed: what } });
      history.now = plus(round.began, 'P1D');
      history.write({ type: 'ActivityReported', purposes: [purpose('newsletter')] });
      return history;
    };
    const keep = (history: History) => () => ruled(history, unused, { decision: 'keep' }, round);
    expect(keep(keptThen(round.began, 'consents'))()).toBeUndefined();
    expect(keep(keptThen(round.began, 'restriction'))).toThrow(NothingToReview);
    expect(keep(keptThen(START, 'consents'))).toThrow(NothingToReview);
  });

  test('of holds is the one that is named', () => {
    const history = holding(person(), CASE, OTHER);
    for (const id of [CASE, OTHER]) {
      expect(lifted(history, id)).toMatchObject({ type: 'HoldLifted', facts: { case: id } });
      expect(kept(history, held(id), '2028-01-01')?.facts).toStrictEqual({ case: id, reviewBy: '2028-01-01' });
    }
    history.write({ type: 'HoldLifted', facts: { case: OTHER } });
    expect(lifted(history, OTHER)).toBeUndefined();
    expect(() => lifted(history, 'E'.repeat(22))).toThrow(NothingToReview);
    expect(() => kept(history, held(OTHER), '2028-01-01')).toThrow(NothingToReview);
  });

  test('of holds counts as decided by what was said of that one', () => {
    const again = holding(new History(START), CASE, CASE);
    expect(kept(again, held(CASE), '2027-05-22')).toBeUndefined();
    expect(kept(again, held(CASE), '2027-05-23')).toBeDefined();
    expect(kept(holding(person(), CASE, OTHER), held(CASE), '2027-05-22')).toBeDefined();
    const other = holding(again, OTHER);
    other.write({ type: 'HoldLifted', facts: { case: OTHER } });
    expect(kept(other, held(CASE), '2027-05-22')).toBeUndefined();
  });

  test('of a restriction takes a day, and says when the person was told, if they had to be', () => {
    const history = person();
    history.write({ type: 'ProcessingRestricted' });
    const item = { what: 'restriction' } as const;
    const letGo = (informedOn?: string) => ruled(history, item, { decision: 'let-go', informedOn }, undefined);
    expect(letGo()?.facts).toStrictEqual({});
    expect(letGo('2027-01-01')?.facts).toStrictEqual({ informedOn: '2027-01-01' });
    expect(() => kept(history, item)).toThrow(NothingToReview);
    expect(() => kept(holding(person(), CASE), item, '2028-01-01')).toThrow(NothingToReview);
    expect(() => ruled(holding(person(), CASE), item, { decision: 'let-go' }, undefined)).toThrow(NothingToReview);
  });
});

test('objections are weighed by the day of the first that is open, whichever was repeated since', () => {
  const history = person('newsletter', 'similar-offers');
  const objected = (...ids: string[]): void => {
    history.now = plus(history.now, 'P1D');
    history.write({ type: 'ObjectionRaised', purposes: ids.map(purpose), facts: {} });
  };
  objected('newsletter');
  objected('similar-offers');
  objected('newsletter');
  const [weighing] = waitingOf(history.entries, notice002, undefined, history.now);
  expect(weighing).toMatchObject({ what: 'weighing', weighed: ['newsletter', 'similar-offers'] });
  expect(weighing).toMatchObject({ since: history.entries.at(-2)?.at, reviewBy: '2026-12-24' });
});

test('whoever keeps a restriction keeps no consent by it that a round finds unused', () => {
  const history = person();
  const round = roundAfter('P1Y');
  history.now = round.began;
  history.write({ type: 'KeptOnReview', purposes: [purpose('newsletter')], facts: { reviewed: 'restriction' } });
  expect(waitingOf(history.entries, notice002, round, history.now)).toMatchObject([{ what: 'unused' }]);
});
