import { isRoundDue, reviewPerson, type Due } from '../../shared/consent/keep/yearly-review';
import { plus } from '../../shared/calendar';
import { notice002 } from '../../examples/sites/notice-002';
import { History, purpose } from './history';

const START = new Date('2026-11-22T09:15:30Z');
const RULE = { every: 'P1Y', deleteWithin: 'P1M' };

function person(): History {
  const history = new History(START);
  history.confirm('r1', 'newsletter');
  return history;
}

const after = (history: History, duration: string): readonly Due[] =>
  reviewPerson(history.entries, notice002, RULE, plus(START, duration)).due;

test('a round is due when the time since the last one is over, and not a moment before', () => {
  expect(isRoundDue(START, RULE, new Date(plus(START, 'P1Y').getTime() - 1))).toBe(false);
  expect(isRoundDue(START, RULE, plus(START, 'P1Y'))).toBe(true);
});

test('counts what is in force by whole years', () => {
  const years = (duration: string): unknown =>
    reviewPerson(person().entries, notice002, RULE, plus(START, duration)).inForce;
  expect(years('P11M')).toEqual([{ purpose: 'newsletter', years: 0 }]);
  expect(years('P1Y')).toEqual([{ purpose: 'newsletter', years: 1 }]);
  expect(years('P2Y364D')).toEqual([{ purpose: 'newsletter', years: 2 }]);
});

test('names a consent that was not used since the last review', () => {
  const history = person();
  expect(after(history, 'P364D')).toEqual([]);
  expect(after(history, 'P1Y')).toEqual([{ what: 'unused', since: START.toISOString() }]);
  history.now = plus(START, 'P6M');
  history.write({ type: 'ActivityReported', purposes: [purpose('newsletter')] });
  expect(after(history, 'P1Y')).toEqual([]);
});

test('names what is deleted by itself before the review has to be done, but not what a dispute keeps', () => {
  const history = person();
  history.write({ type: 'ConsentWithdrawn', purposes: [purpose('newsletter')] });
  expect(after(history, 'P3Y10M')).toEqual([]);
  expect(after(history, 'P3Y11M1D')).toEqual([{ what: 'ends', recordId: 'r1', on: '2030-11-22' }]);
  history.write({ type: 'HoldPlaced', facts: { case: 'case 7', reviewBy: '2031-01-01' } });
  expect(after(history, 'P3Y11M1D')).toEqual([]);
});

test('names a hold from its day of review on, and a restriction that is as old as a review', () => {
  const history = person();
  history.write({ type: 'HoldPlaced', facts: { case: 'case 7', reviewBy: '2027-05-22' } });
  history.write({ type: 'ProcessingRestricted' });
  expect(after(history, 'P5M29D')).toEqual([]);
  expect(after(history, 'P6M')).toEqual([{ what: 'hold', case: 'case 7', reviewBy: '2027-05-22' }]);
  expect(after(history, 'P1Y').map(({ what }) => what)).toEqual(['unused', 'hold', 'restricted']);
});
