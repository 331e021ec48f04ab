import { droppedIn } from '../../shared/consent/decide/review-decisions';
import type { Step } from '../../shared/consent/entry';
import { NothingToReview } from '../../shared/consent/errors';
import { notice002 } from '../../examples/sites/notice-002-four-years';
import { CASE, operationOf, person, roundAfter, ruled } from './reviewed';

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
