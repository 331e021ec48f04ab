import { asRecord } from '../ids';
import { plus } from '../../shared/calendar';
import { dueForInactivity, endedByInactivity, type InactivityRule } from '../../shared/consent/keep/inactivity';
import type { Step } from '../../shared/consent/entry';
import { History, purpose } from './history';

const RULE: InactivityRule = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
const START = new Date('2026-11-22T09:15:30Z');

const later = (history: History, duration: string): Date => (history.now = plus(history.now, duration));

function lapsed({ entries, now }: History): Step {
  const found = dueForInactivity(entries, RULE, now);
  if (found?.due !== 'lapse') throw new Error('nothing lapses');
  return found.step;
}

describe('who does not answer', () => {
  const REQUIRES = new Map([['abroad', ['news']]]);
  const aboutNews = { has: (id: string) => id === 'news', requires: REQUIRES };
  const asked = (): History => {
    const history = new History(START);
    history.confirm('r1', 'news', 'abroad');
    later(history, 'P3Y');
    history.write({ type: 'MailSent', facts: { mail: 'still-interested' }, purposes: [purpose('news')] });
    return history;
  };

  test('loses what cannot stand without it, too, though it has no such rule', () => {
    const history = asked();
    later(history, 'P31D');
    const found = dueForInactivity(history.entries, RULE, history.now, aboutNews);
    expect(found).toMatchObject({ due: 'lapse', step: { purposes: [purpose('news'), purpose('abroad')] } });
  });

  test('was not asked about what was reported since, which is asked about by itself', () => {
    const history = asked();
    later(history, 'P1D');
    history.write({ type: 'ConsentRecorded', recordId: asRecord('r2'), language: 'de', purposes: [purpose('events')] });
    later(history, 'P31D');
    const step = lapsed(history);
    expect(step.purposes).toEqual([purpose('news'), purpose('abroad')]);
    history.write(step);
    expect(dueForInactivity(history.entries, RULE, history.now)).toMatchObject({
      due: 'question',
      purposes: ['events'],
    });
    expect([...endedByInactivity(history.entries)]).toEqual([['r1', history.now]]);
  });

  test('a no by letter counts from the day on which it came, and not before the question', () => {
    const ended = (receivedOn: string) => {
      const history = asked();
      later(history, 'P20D');
      history.write({
        type: 'ConsentWithdrawn',
        purposes: [purpose('news'), purpose('abroad')],
        facts: { receivedOn },
      });
      return endedByInactivity(history.entries).get(asRecord('r1'))?.toISOString();
    };
    expect(ended('2029-11-30')).toBe('2029-11-30T23:00:00.000Z');
    expect(ended('2029-11-01')).toBe('2029-11-22T09:15:30.000Z');
    expect(ended('2029-12-12')).toBe('2029-12-12T09:15:30.000Z');
  });
});
