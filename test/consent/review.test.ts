import { asRecord } from '../ids';
import fc from '../seeded';
import {
  endedByInactivity,
  lastActive,
  reportActivity,
  dueForInactivity,
  type InactivityRule,
} from '../../shared/consent/keep/inactivity';
import type { Step } from '../../shared/consent/entry';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { plus } from '../../shared/calendar';
import { History, purpose } from './history';

const RULE: InactivityRule = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
const START = new Date('2026-11-22T09:15:30Z');
const SUBJECT = { kind: 'subject' as const };

const DAY_MS = 24 * 60 * 60 * 1000;
const later = (history: History, duration: string): Date => (history.now = plus(history.now, duration));
const due = ({ entries, now }: History) => dueForInactivity(entries, RULE, now)?.due;
const question = (history: History): void =>
  void history.write({ type: 'MailSent', facts: { mail: 'still-interested' } });

function subscriber(): History {
  const history = new History(START);
  history.confirm('r1', 'news', 'events');
  return history;
}

function lapsed({ entries, now }: History): Step {
  const found = dueForInactivity(entries, RULE, now);
  if (found?.due !== 'lapse') throw new Error('nothing lapses');
  return found.step;
}

/** Takes the step that a press of the button, or a report, calls for. */
function act(history: History, activity: Parameters<typeof reportActivity>[1]): Step | undefined {
  const step = reportActivity(history.entries, activity, history.now);
  if (step) history.write(step);
  return step;
}

describe('the question', () => {
  test('comes when the time is over and not a moment before, about all that is in force', () => {
    const history = subscriber();
    history.now = new Date(plus(START, 'P3Y').getTime() - 1);
    expect(due(history)).toBeUndefined();
    history.now = new Date(history.now.getTime() + 1);
    const found = dueForInactivity(history.entries, RULE, history.now);
    expect(found).toMatchObject({ due: 'question', purposes: ['news', 'events'], lastActive: START });
  });

  test('comes once, and nothing follows until the time to answer is over', () => {
    const history = subscriber();
    later(history, 'P3Y');
    question(history);
    expect(due(history)).toBeUndefined();
    history.now = new Date(plus(history.now, 'P30D').getTime() - 1);
    expect(due(history)).toBeUndefined();
    history.now = new Date(history.now.getTime() + 1);
    expect(due(history)).toBe('lapse');
  });

  test('is not asked about what is restricted, and is about what was consented to since (K7)', () => {
    const history = subscriber();
    later(history, 'P1D');
    history.write({ type: 'ConsentWithdrawn', purposes: [purpose('news')], actor: SUBJECT });
    history.write({ type: 'ProcessingRestricted', facts: { insteadOf: 'erasure' } });
    later(history, 'P1Y');
    history.confirm('r2', 'news');
    later(history, 'P3Y');
    expect(dueForInactivity(history.entries, RULE, history.now)).toMatchObject({ due: 'question', purposes: ['news'] });
    question(history);
    later(history, 'P30D');
    expect(lapsed(history).purposes).toEqual([purpose('news')]);
  });

  test.each(['news', 'events'])('is put off by a report that %s was used', (id) => {
    const history = subscriber();
    later(history, 'P2Y');
    expect(act(history, { actor: SUBJECT, what: 'used', purposes: [id] })?.purposes).toEqual([purpose(id)]);
    later(history, 'P2Y');
    expect(due(history)).toBeUndefined();
    later(history, 'P1Y');
    expect(due(history)).toBe('question');
  });

  test('is not put off by mails of ours, nor by a sign-up that nobody confirmed', () => {
    const history = subscriber();
    later(history, 'P2Y');
    expect(act(history, { actor: { kind: 'operator', id: 'tool' }, what: 'mailed' })?.facts).toEqual({
      mailedAt: history.now.toISOString(),
    });
    history.request('r2', 'news');
    later(history, 'P1Y');
    expect(due(history)).toBe('question');
  });

  test('goes to nobody whose data are restricted, whose consent is withdrawn, or who never confirmed', () => {
    const [restricted, withdrawn, unconfirmed] = [subscriber(), subscriber(), new History(START)];
    restricted.write({ type: 'ProcessingRestricted' });
    withdrawn.write({ type: 'ConsentWithdrawn', purposes: [purpose('news'), purpose('events')] });
    unconfirmed.request('r1', 'news');
    for (const history of [restricted, withdrawn, unconfirmed]) {
      later(history, 'P9Y');
      expect(due(history)).toBeUndefined();
    }
    restricted.write({ type: 'RestrictionLifted' });
    expect(due(restricted)).toBe('question');
  });

  test('counts a consent from elsewhere from when it was given there', () => {
    const history = new History(START);
    const about = {
      language: 'de' as const,
      purposes: [purpose('news')],
      facts: { givenAt: '2023-11-01T00:00:00.000Z' },
    };
    history.write({ type: 'ConsentRecorded', ...about });
    expect(due(history)).toBe('question');
  });
});

describe('the answer', () => {
  test('yes, in time, starts the three years anew; a second press says nothing new', () => {
    const history = subscriber();
    later(history, 'P3Y');
    question(history);
    later(history, 'P29D');
    expect(act(history, { actor: SUBJECT, what: 'used' })).toMatchObject({ facts: { via: 'page' }, recordId: 'r1' });
    expect(act(history, { actor: SUBJECT, what: 'used' })).toBeUndefined();
    later(history, 'P30D');
    expect(due(history)).toBeUndefined();
    later(history, 'P3Y');
    expect(due(history)).toBe('question');
    question(history);
    later(history, 'P30D');
    expect(due(history)).toBe('lapse');
  });

  test('is not what happened before the question and was reported after it', () => {
    const history = subscriber();
    later(history, 'P3Y');
    question(history);
    const before = new Date(history.now.getTime() - 30 * DAY_MS);
    later(history, 'P1D');
    act(history, { actor: { kind: 'operator', id: 'tool' }, what: 'used', at: before });
    expect(lastActive(history.entries)).toBe(before.toISOString());
    later(history, 'P30D');
    expect(due(history)).toBe('lapse');
  });

  test('is not a new sign-up: what was asked about lapses, and the sign-up can still be confirmed', () => {
    const history = subscriber();
    later(history, 'P3Y');
    question(history);
    later(history, 'P29D');
    history.request('r2', 'news');
    later(history, 'P1D');
    history.write(lapsed(history));
    history.write({ type: 'ConsentGiven', recordId: asRecord('r2'), purposes: [purpose('news')] });
    expect([...endedByInactivity(history.entries).keys()]).toEqual(['r1']);
    expect(lastActive(history.entries)).toBe(history.now.toISOString());
    expect([...purposesInForce(fold(history.entries, history.now)).keys()]).toEqual(['news']);
  });

  test('in silence ends everything in force, also what rests on legitimate interest, and is final', () => {
    const history = subscriber();
    const offers = { ...purpose('offers'), legalBasis: 'legitimate-interest' as const };
    history.write({ type: 'LegitimateInterestRecorded', recordId: asRecord('r2'), language: 'de', purposes: [offers] });
    later(history, 'P3Y');
    question(history);
    later(history, 'P30D');
    history.write(lapsed(history));
    const statuses = fold(history.entries, history.now).flatMap(({ purposes }) => purposes.map(({ status }) => status));
    expect(statuses).toEqual(['ConsentExpired', 'ConsentExpired', 'ConsentExpired']);
    expect([...endedByInactivity(history.entries)]).toEqual(['r1', 'r2'].map((id) => [id, history.now]));
    expect(act(history, { actor: SUBJECT, what: 'used' })).toBeUndefined();
    expect(due(history)).toBeUndefined();
  });

  test('no is a withdrawal, and known as the end of the review; one without a question is not', () => {
    const [asked, unasked] = [subscriber(), subscriber()];
    question(asked);
    for (const history of [asked, unasked]) {
      later(history, 'P1D');
      history.write({ type: 'ConsentWithdrawn', purposes: [purpose('news'), purpose('events')] });
    }
    const ended = new Map([['r1', asked.now]]);
    expect(endedByInactivity(asked.entries)).toEqual(ended);
    expect(endedByInactivity(unasked.entries)).toEqual(new Map());

    later(asked, 'P1M');
    asked.confirm('r2', 'news');
    asked.write({ type: 'ConsentWithdrawn', recordId: asRecord('r2'), purposes: [purpose('news')] });
    expect(endedByInactivity(asked.entries)).toEqual(ended);
  });
});

test('a report that is repeated, late, or about what is not in force is not written', () => {
  const history = subscriber();
  const tool = { actor: { kind: 'operator' as const, id: 'tool' }, what: 'used' as const };
  later(history, 'P1M');
  expect(act(history, { ...tool, purposes: ['analysis'] })).toBeUndefined();
  expect(act(history, { ...tool, at: new Date(START.getTime() - DAY_MS) })).toBeUndefined();
  expect(act(history, tool)).toBeDefined();
  later(history, 'PT23H');
  expect(act(history, tool)).toBeUndefined();
  expect(act(history, { ...tool, what: 'mailed' })).toBeDefined();
  expect(act(history, { ...tool, what: 'mailed' })).toBeUndefined();
  later(history, 'PT1H');
  expect(act(history, tool)).toBeDefined();
});

/** Months pass; now and then the person is heard of; the review comes by when it can. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 500 }) }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'review' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'used' as const }) },
);

test('nobody lapses who was not asked in vain, and nobody is asked twice in vain', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      const history = subscriber();
      let active = START;
      let asked: Date | undefined;
      for (const next of happenings) {
        if (next.kind === 'wait') later(history, `P${next.days}D`);
        const inForce = purposesInForce(fold(history.entries, history.now)).size > 0;
        if (next.kind === 'used' && act(history, { actor: SUBJECT, what: 'used' })) {
          [active, asked] = [history.now, undefined];
        }
        const found = next.kind === 'review' ? dueForInactivity(history.entries, RULE, history.now) : undefined;
        if (found) expect(inForce).toBe(true);
        if (found?.due === 'question') {
          expect(asked).toBeUndefined();
          expect(history.now >= plus(active, 'P3Y')).toBe(true);
          asked = history.now;
          question(history);
        }
        if (found?.due === 'lapse') {
          expect(asked && history.now >= plus(asked, 'P30D')).toBe(true);
          history.write(found.step);
          expect(purposesInForce(fold(history.entries, history.now)).size).toBe(0);
        }
      }
    }),
  );
});
