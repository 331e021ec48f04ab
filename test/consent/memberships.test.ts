import { fold } from '../../shared/consent/fold';
import { stateAt } from '../../shared/consent/keep/state-at';
import { leavingsOf, type Leaving } from '../../shared/consent/leaving';
import { membershipsOf, type Membership } from '../../shared/consent/membership';
import type { Site } from '../../shared/policy/schema';
import { rules, Tale } from './tale';

const NOW = new Date('2026-06-01T10:00:00Z');
const GIVEN = '2026-01-10T10:00:00Z';
const AT = '2026-02-01T10:00:00Z';
const LATER = '2026-03-01T10:00:00Z';
const WAITS = '2026-05-31T10:00:00Z';
const PURPOSES = [{ id: 'news' }, { id: 'events' }, { id: 'opens', measures: true }] as unknown as Site['purposes'];

const members = ({ entries }: Tale): readonly Membership[] => membershipsOf(entries, fold(entries, NOW), PURPOSES);
const of = (tale: Tale, id = 'news'): Membership | undefined => members(tale).find(({ purpose }) => purpose === id);
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);

describe('a person stands', () => {
  test('with each purpose that they were ever asked for, once, and with no other', () => {
    const tale = given('news', 'events').given(AT, 'r2', ['news']).withdrawn(LATER, 'r2', ['events']);
    expect(members(tale).map(({ purpose, inForce }) => [purpose, inForce])).toEqual([
      ['news', true],
      ['events', false],
    ]);
    expect(members(new Tale())).toEqual([]);
  });

  test('by a record and its wording, since then, in their language, as who they are', () => {
    expect(of(given('news'))).toStrictEqual({
      ...{ purpose: 'news', active: true, inForce: true, since: '2026-01-10T10:01:00.000Z', recordId: 'r1' },
      ...{ noticeHash: 'hash-of-news', language: 'de', mayMeasure: false },
      identities: [{ recordId: 'r1', address: 'address-of-0' }],
    });
  });

  test('out of what they may not be mailed for, with the reason', () => {
    expect(of(given('news').step('ProcessingRestricted', AT))).toMatchObject({
      ...{ active: false, inForce: true, because: 'restricted' },
    });
    expect(of(given('news').withdrawn(AT, 'r1', ['news']))).toMatchObject({
      ...{ active: false, inForce: false, because: 'withdrawn', since: new Date(AT).toISOString() },
    });
  });
});

describe('what waits for a confirmation', () => {
  const until = (tale: Tale): string | undefined => of(tale)?.waitsUntil;

  test('does so until the last of its sign-ups comes too late', () => {
    const asked = new Tale().request(WAITS, 'r1', ['events', 'news']);
    expect(until(asked)).toBe('2026-06-07T10:00:00.000Z');
    asked.request('2026-05-31T11:00:00Z', 'r2', ['news']);
    asked.step('ConsentRequested', '2026-05-31T12:00:00Z', {
      ...{ record: 'r3', purposes: ['news'], facts: { confirmBy: '2026-06-02T10:00:00.000Z' } },
    });
    expect(until(asked)).toBe('2026-06-07T11:00:00.000Z');
  });

  test('is nothing that was asked for too long ago, refused, or in force already, nor what others wait for', () => {
    const refused = new Tale().request(WAITS, 'r1', ['news']);
    refused.step('ConsentRefused', '2026-05-31T11:00:00Z', { record: 'r1', purposes: ['news'] });
    for (const tale of [
      ...[new Tale().request(AT, 'r1', ['news']), refused, given('news').request(WAITS, 'r2', ['news'])],
      ...[given('news').withdrawn(AT, 'r1', ['news']).request(WAITS, 'r2', ['events'])],
    ]) {
      expect(of(tale)).not.toHaveProperty('waitsUntil');
    }
  });
});

test('opens and clicks are measured where a purpose that measures may be used', () => {
  const measured = (tale: Tale): unknown[] => members(tale).map(({ mayMeasure }) => mayMeasure);
  expect(measured(given('news', 'opens'))).toEqual([true, true]);
  expect(measured(given('news', 'opens').step('ProcessingRestricted', AT))).toEqual([false, false]);
  expect(measured(given('news', 'opens').withdrawn(AT, 'r1', ['opens']))).toEqual([false, false]);
  expect(measured(given('news').request(WAITS, 'r2', ['opens']))).toEqual([false, false]);
});

describe('somebody left', () => {
  const left = (tale: Tale): readonly Leaving[] => leavingsOf(tale.entries, fold(tale.entries, NOW), members(tale));
  const ended = new Date(AT).toISOString();

  test('what they withdrew, when, and by which way they told us', () => {
    const tale = given('news', 'events').step('ConsentWithdrawn', AT, { purposes: ['news'], facts: { via: 'letter' } });
    expect(left(tale)).toStrictEqual([{ purpose: 'news', at: ended, how: 'withdrawn', via: 'letter' }]);
  });

  test('by a way that nobody noted', () => {
    expect(left(given('news').withdrawn(AT, 'r1', ['news']))).toStrictEqual([
      { purpose: 'news', at: ended, how: 'withdrawn' },
    ]);
    expect(left(given('news').step('ConsentLapsed', AT, { purposes: ['news'] }))).toStrictEqual([
      { purpose: 'news', at: ended, how: 'not-renewed' },
    ]);
  });

  test('by the step that ended it, whatever else happened in that moment, or was ended before or since', () => {
    const tale = given('news', 'events')
      .step('ConsentWithdrawn', '2026-01-31T10:00:00Z', { purposes: ['analysis'], facts: { via: 'page' } })
      .step('ConsentWithdrawn', AT, { purposes: ['news'], facts: { via: 'phone' } })
      .step('ConsentWithdrawn', AT, { purposes: ['events'], facts: { via: 'one-click' } })
      .step('ConsentWithdrawn', LATER, { purposes: ['news'], facts: { via: 'e-mail' } });
    expect(left(tale)).toStrictEqual([
      { purpose: 'news', at: ended, how: 'withdrawn', via: 'phone' },
      { purpose: 'events', at: ended, how: 'withdrawn', via: 'one-click' },
    ]);
  });

  test('also where what ended one thing named another before it', () => {
    const tale = given('news').step('ConsentWithdrawn', AT, { purposes: ['events', 'news'], facts: { via: 'page' } });
    expect(left(tale)).toMatchObject([{ purpose: 'news', via: 'page' }]);
  });

  test('what time alone ended, though no step says so yet', () => {
    const { entries } = given('news');
    const state = stateAt(entries, rules({ registrationMaximum: 'P1M' }), NOW);
    expect(leavingsOf(entries, state, membershipsOf(entries, state, PURPOSES))).toStrictEqual([
      { purpose: 'news', at: '2026-02-10T10:00:00.000Z', how: 'over' },
    ]);
  });

  test.each<[string, Tale]>([
    ['is in force', given('news')],
    [
      'is in force by what others report, whatever was objected to before',
      new Tale()
        .step('ObjectionRecorded', AT, { purposes: ['news'] })
        .step('ConsentRecorded', LATER, { record: 'x1', purposes: ['news'] }),
    ],
    ['waits once more', given('news').withdrawn(AT, 'r1', ['news']).request(WAITS, 'r2', ['news'])],
    [
      'nobody confirmed in time, after it had been objected to',
      new Tale().step('ObjectionRecorded', AT, { purposes: ['news'] }).request(LATER, 'r1', ['news']),
    ],
    ['is in force and rests', given('news').step('ProcessingRestricted', AT)],
    ['waits', new Tale().request(WAITS, 'r1', ['news'])],
    ['nobody confirmed in time', new Tale().request(AT, 'r1', ['news'])],
    [
      'was taken back before it was given',
      new Tale().request(AT, 'r1', ['news']).step('ConsentRefused', AT, { record: 'r1', purposes: ['news'] }),
    ],
    [
      'was objected to before it was given',
      new Tale().request(WAITS, 'r1', ['news']).step('ObjectionRecorded', WAITS, { purposes: ['news'] }),
    ],
    [
      'was not given along with the rest, and objected to',
      new Tale()
        .request(WAITS, 'r1', ['news', 'events'])
        .step('ConsentGiven', '2026-05-31T11:00:00Z', { record: 'r1', purposes: ['events'] })
        .step('ObjectionRecorded', '2026-05-31T12:00:00Z', { purposes: ['news'] }),
    ],
    ['is in force, whatever was objected to', given('news').step('ObjectionRecorded', AT, { purposes: ['events'] })],
  ])('nothing that %s', (_, tale) => {
    expect(left(tale)).toEqual([]);
  });
});
