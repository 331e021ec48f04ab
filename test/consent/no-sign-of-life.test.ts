import { asRecord } from '../ids';
import { dueForInactivity, type InactivityRule } from '../../shared/consent/keep/inactivity';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { plus } from '../../shared/calendar';
import { History, purpose } from './history';

const RULE: InactivityRule = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
const START = new Date('2026-11-22T09:15:30Z');

const later = (history: History, duration: string): Date => (history.now = plus(history.now, duration));
const due = ({ entries, now }: History) => dueForInactivity(entries, RULE, now)?.due;
const question = (history: History): void =>
  void history.write({ type: 'MailSent', facts: { mail: 'still-interested' } });

describe('what strangers and old lists do is no sign of life', () => {
  /** The days, from the beginning on, on which somebody is asked and on which it ends, while others are busy every third day. */
  function fourYears(history: History, busy: (n: number) => void): Record<string, number> {
    const found: Record<string, number> = {};
    for (let day = 0; day < 4 * 365; day++) {
      if (day % 3 === 0) busy(day);
      const next = dueForInactivity(history.entries, RULE, history.now);
      if (next) found[next.due] = day;
      if (next?.due === 'question') question(history);
      if (next?.due === 'lapse') history.write(next.step);
      later(history, 'P1D');
    }
    return found;
  }
  const THREE_YEARS = 3 * 365 + 1;

  test('a bot that signs the person up every third day for four years puts off nothing', () => {
    const history = new History(START);
    history.confirm('r1', 'news', 'events');
    const found = fourYears(history, (day) => history.request(`bot-${day}`, 'news', 'events'));
    expect(found).toEqual({ question: THREE_YEARS, lapse: THREE_YEARS + 30 });
    expect([...purposesInForce(fold(history.entries, history.now))]).toEqual([]);
  });

  test('a list without dates that is imported every third day puts off nothing, and its people are asked one day', () => {
    const history = new History(START);
    const about = { type: 'ConsentRecorded' as const, language: 'de' as const, purposes: [purpose('news')] };
    const found = fourYears(history, (day) => {
      if (day < THREE_YEARS) history.write({ ...about, recordId: asRecord(`x${day}`), facts: {} });
    });
    expect(found).toEqual({ question: THREE_YEARS, lapse: THREE_YEARS + 30 });
  });

  test('a contract that was reported is none for what was consented to', () => {
    const history = new History(START);
    const contract = { ...purpose('service'), legalBasis: 'contract' as const };
    history.write({ type: 'ContractRecorded', recordId: asRecord('c'), language: 'de', purposes: [contract] });
    later(history, 'P3Y');
    history.write({ type: 'ConsentRecorded', recordId: asRecord('x'), language: 'de', purposes: [purpose('news')] });
    expect(due(history)).toBeUndefined();
    later(history, 'P3Y');
    expect(due(history)).toBe('question');
  });
});
