import { asRecord } from '../ids';
import { plus } from '../../shared/calendar';
import { fold } from '../../shared/consent/fold';
import {
  addressGone,
  dueForInactivity,
  endedByInactivity,
  lastActive,
  lastHeardOf,
  openUntil,
  reportActivity,
  type InactivityRule,
} from '../../shared/consent/keep/inactivity';
import { Tale } from './tale';

const RULE: InactivityRule = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
const GIVEN = '2026-01-10T10:00:00.000Z';
const ASKED = '2029-01-10T10:01:00.000Z';
const IN_TIME = '2029-01-20T10:00:00.000Z';
const TOO_LATE = new Date('2029-03-01T10:00:00Z');
const TOOL = { kind: 'backend' as const, id: 'tool' };

const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);
const question = (tale: Tale, ...purposes: string[]): Tale =>
  tale.step('MailSent', ASKED, { record: 'r1', purposes, facts: { mail: 'still-interested' } });
const used = (tale: Tale, at: string, activeAt: string): Tale =>
  tale.step('ActivityReported', at, { record: 'r1', facts: { activeAt } });
const due = ({ entries }: Tale, now = TOO_LATE) => dueForInactivity(entries, RULE, now);
const ended = ({ entries }: Tale) => Object.fromEntries(endedByInactivity(entries));
const moment = (at: string): Date => new Date(at);

describe('whoever was asked', () => {
  test('can answer for as long as the rule says', () => {
    expect(openUntil(question(given('news')).entries, RULE)).toEqual(plus(moment(ASKED), 'P30D'));
  });

  test('has answered with a sign of life, be it in that very moment; whoever was not has nothing to answer', () => {
    expect(openUntil(used(question(given('news')), IN_TIME, IN_TIME).entries, RULE)).toBeUndefined();
    expect(openUntil(used(question(given('news')), IN_TIME, ASKED).entries, RULE)).toBeUndefined();
    expect(openUntil(given('news').entries, RULE)).toBeUndefined();
    const welcome = given('news').step('MailSent', ASKED, { record: 'r1', facts: { mail: 'welcome' } });
    expect(openUntil(welcome.entries, RULE)).toBeUndefined();
  });

  test('about something else has nothing to answer for this', () => {
    const { entries } = question(given('news', 'events'), 'events');
    expect(openUntil(entries, RULE, (id) => id === 'news')).toBeUndefined();
    expect(openUntil(entries, RULE, (id) => id === 'events')).toEqual(plus(moment(ASKED), 'P30D'));
  });

  test('is told a day for their address by which a review that is a week late has deleted it, too', () => {
    expect(addressGone(moment('2029-02-09T10:00:00Z'), RULE)).toEqual(moment('2030-02-16T10:00:00Z'));
  });

  test('and does not answer loses that by the system, but no sign-up that waits', () => {
    const waiting = question(given('news')).request('2029-02-25T10:00:00Z', 'r2', ['abroad']);
    const about = { has: () => true, requires: new Map([['abroad', ['news']]]) };
    expect(dueForInactivity(waiting.entries, RULE, TOO_LATE, about)).toMatchObject({
      due: 'lapse',
      step: { recordId: 'r1', actor: { kind: 'system' }, purposes: [{ id: 'news' }] },
    });
    expect(due(waiting)).toMatchObject({ step: { purposes: [{ id: 'news' }] } });
  });

  test('was asked about what began in that very moment', () => {
    const tale = given('news').step('ConsentRecorded', ASKED, { record: 'r2', purposes: ['events'] });
    expect(due(question(tale))).toMatchObject({ due: 'lapse', step: { purposes: [{ id: 'news' }, { id: 'events' }] } });
  });
});

describe('silence begins', () => {
  const heard = ({ entries }: Tale, ...purposes: string[]) =>
    lastHeardOf(
      entries,
      fold(entries, TOO_LATE),
      purposes.length > 0 ? (id: string) => purposes.includes(id) : undefined,
    );
  const reported = (tale: Tale, at: string, record: string, ...purposes: string[]): Tale =>
    tale.step('ConsentRecorded', at, { record, purposes });

  test('with the last sign of life, in whichever order they were reported', () => {
    const tale = used(used(given('news'), '2027-03-01T10:00:00Z', '2027-02-01T10:00:00.000Z'), IN_TIME, GIVEN);
    expect(lastActive(tale.entries)).toBe('2027-02-01T10:00:00.000Z');
    expect(heard(tale)).toBe('2027-02-01T10:00:00.000Z');
  });

  test('when somebody was first reported, where nothing else is known of them', () => {
    const tale = reported(reported(new Tale(), GIVEN, 'x1', 'news'), IN_TIME, 'x2', 'news', 'events');
    expect(heard(tale)).toBe(GIVEN);
    expect(heard(tale, 'events')).toBe(IN_TIME);
    expect(heard(tale, 'analysis')).toBeUndefined();
  });

  test('for nobody who only signed up here', () => {
    const asked = new Tale().request('2029-02-27T10:00:00Z', 'r1', ['news']);
    expect(heard(asked)).toBeUndefined();
    expect(heard(reported(asked, '2029-02-28T10:00:00Z', 'x1', 'news'))).toBe('2029-02-28T10:00:00.000Z');
  });

  test('for nobody of whom all that was reported is over', () => {
    const tale = reported(new Tale(), GIVEN, 'x1', 'news').withdrawn(IN_TIME, 'x1', ['news']);
    expect(heard(tale)).toBeUndefined();
  });
});

describe('a no to the question is', () => {
  test('an end of all that was asked about, and none while something of it goes on', () => {
    const some = question(given('news', 'events')).withdrawn(IN_TIME, 'r1', ['news']);
    expect(ended(some)).toEqual({});
    expect(ended(some.withdrawn('2029-01-21T10:00:00Z', 'r1', ['events']))).toEqual({
      r1: moment('2029-01-21T10:00:00Z'),
    });
  });

  test('no end that came for another reason, whatever happens afterwards', () => {
    for (const because of ['registration-maximum', 'review'] as const) {
      const tale = question(given('news'))
        .step('ConsentLapsed', IN_TIME, { record: 'r1', purposes: ['news'], facts: { because } })
        .step('LanguageChosen', '2029-01-21T10:00:00Z');
      expect(ended(tale)).toEqual({});
    }
  });

  test('for what ended by it, not for what had ended before or had never been confirmed', () => {
    const tale = question(
      given('events').given('2026-02-10T10:00:00Z', 'r2', ['news']).withdrawn('2027-01-10T10:00:00Z', 'r1', ['events']),
    ).request('2029-01-15T10:00:00Z', 'r3', ['news']);
    expect(ended(tale.step('ConsentWithdrawn', IN_TIME, { purposes: ['news'] }))).toEqual({ r2: moment(IN_TIME) });
  });

  test('one in that very moment, too', () => {
    expect(ended(question(given('news')).withdrawn(ASKED, 'r1', ['news']))).toEqual({ r1: moment(ASKED) });
  });

  test('of the moment at which it was said, where a source says that', () => {
    const said = (saidAt: string) =>
      ended(question(given('news')).step('ConsentWithdrawn', IN_TIME, { purposes: ['news'], facts: { saidAt } }))['r1'];
    expect(said('2029-01-15T08:00:00.000Z')).toEqual(moment('2029-01-15T08:00:00Z'));
    expect(said('2029-01-01T08:00:00.000Z')).toEqual(moment(ASKED));
    expect(said('2029-01-25T08:00:00.000Z')).toEqual(moment(IN_TIME));
  });
});

describe('a report', () => {
  const NOW = moment('2026-05-20T10:00:00Z');
  const report = ({ entries }: Tale, what: 'used' | 'mailed', at: string | undefined, ...purposes: string[]) =>
    reportActivity(
      entries,
      { actor: TOOL, what, purposes, ...(at !== undefined && { at: moment(at) }) },
      NOW,
    )?.purposes.map(({ id }) => id);
  const left = (): Tale => given('news').withdrawn('2026-05-01T10:00:00Z', 'r1', ['news']);

  test('of a mail counts where there was consent when it was sent, of a use where there still is', () => {
    expect(report(left(), 'mailed', '2026-04-01T10:00:00Z')).toEqual(['news']);
    expect(report(left(), 'used', '2026-04-01T10:00:00Z')).toBeUndefined();
    expect(report(left(), 'mailed', '2026-05-02T10:00:00Z')).toBeUndefined();
    expect(report(left(), 'mailed', '2026-01-10T10:01:00Z')).toEqual(['news']);
    expect(report(left(), 'mailed', '2026-01-10T10:00:59Z')).toBeUndefined();
  });

  test('about several is news where it is about one of them', () => {
    const tale = given('news', 'events').step('ActivityReported', '2026-05-20T08:00:00Z', { purposes: ['news'] });
    expect(report(tale, 'used', undefined, 'news')).toBeUndefined();
    expect(report(tale, 'used', undefined)).toEqual(['news', 'events']);
  });

  test('of a mail about something else says nothing of this one', () => {
    const mailedAt = '2026-05-20T08:00:00.000Z';
    const tale = given('news', 'events').step('ActivityReported', mailedAt, {
      purposes: ['news'],
      facts: { mailedAt },
    });
    expect(report(tale, 'mailed', undefined, 'news')).toBeUndefined();
    expect(report(tale, 'mailed', undefined, 'events')).toEqual(['events']);
  });

  test('goes with the record that has it, and says by which way a person told us', () => {
    const { entries } = given('news');
    expect(reportActivity(entries, { actor: { kind: 'subject' }, what: 'used' }, NOW)).toMatchObject({
      ...{ recordId: asRecord('r1'), facts: { via: 'page' } },
    });
    expect(reportActivity(entries, { actor: TOOL, what: 'used', at: NOW }, NOW)?.facts).toEqual({
      activeAt: NOW.toISOString(),
    });
  });
});
