import { purposesInForce } from '../../shared/consent/fold';
import { dialoguesOf } from '../../shared/consent/keep/dialogues';
import { dueForInactivity, reportActivity } from '../../shared/consent/keep/inactivity';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { lapseOver } from '../../shared/consent/keep/lapse-over';
import { stateAt } from '../../shared/consent/keep/state-at';
import type { Site } from '../../shared/policy/schema';
import { all, rules, Tale } from './tale';

const CALENDAR_YEAR = rules({ evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' } });

describe('R13: a purpose with a last day', () => {
  const purposes = [{ id: 'survey', endsOn: '2026-12-31' }, { id: 'news' }] as unknown as Site['purposes'];
  const OVER = '2026-12-31T23:00:00.000Z';
  const withDay = (by: RetentionRules): RetentionRules => ({ ...by, purposes });
  const tale = (): Tale => new Tale().given('2026-12-01T10:00:00Z', 'r1', ['survey']);
  const lapse = (by: RetentionRules, at: string) => lapseOver(tale().entries, by, new Map(), new Date(at));

  test('is over when that is, and nobody can be asked any more', () => {
    const by = withDay(rules());
    const waiting = tale().request('2026-12-30T10:00:00Z', 'r2', ['survey', 'news']);
    const statuses = (at: string): string[] =>
      stateAt(waiting.entries, by, new Date(at)).flatMap((record) => record.purposes.map(({ status }) => status));
    expect(statuses('2026-12-31T22:59:59Z')).toEqual(['ConsentGiven', 'ConsentRequested', 'ConsentRequested']);
    expect(statuses(OVER)).toEqual(['ConsentExpired', 'ConsentExpired', 'ConsentRequested']);
  });

  test('is written down once it is over, and its duty counts from that day, of the year that it was', () => {
    const by = withDay(CALENDAR_YEAR);
    expect(lapse(by, '2026-12-31T22:59:59Z')).toBeUndefined();
    const step = lapse(by, '2027-01-01T12:00:00Z');
    expect(step).toMatchObject({ type: 'ConsentLapsed', facts: { because: 'ends-on', endedOn: '2026-12-31' } });
    const end = '2029-12-31T23:00:00.000Z';
    expect(tale().of(by)).toStrictEqual(all(2, end));
    const written = tale().step('ConsentLapsed', '2027-01-01T12:00:00Z', {
      record: 'r1',
      purposes: ['survey'],
      facts: { because: 'ends-on', endedOn: '2026-12-31' },
    });
    expect(written.of(by)).toStrictEqual(all(3, end));
  });

  test('waits for that for sixteen days at most, and goes with it at once where no proof is kept', () => {
    const by = withDay(rules({ evidence: { keep: 'P0D', from: 'withdrawal' } }));
    expect(tale().of(by)).toStrictEqual(all(2, '2027-01-16T23:00:00.000Z'));
    const written = tale().step('ConsentLapsed', '2027-01-01T12:00:00Z', {
      record: 'r1',
      purposes: ['survey'],
      facts: { because: 'ends-on', endedOn: '2026-12-31' },
    });
    expect(written.of(by)).toStrictEqual([OVER, OVER, '2027-01-01T12:00:00.000Z']);
  });
});

describe('K14: each purpose goes by its own rules', () => {
  const INACTIVITY = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
  const own = (retention: object, others: object = {}): RetentionRules => ({
    ...rules({ evidence: { keep: 'P0D', from: 'withdrawal' }, ...others }),
    purposes: [{ id: 'software', retention }, { id: 'news' }] as unknown as Site['purposes'],
  });
  const both = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['software', 'news']);
  const CONFIRMED = '2026-01-10T10:01:00Z';

  test('of two maxima the address goes by the longer, and each purpose ends by its own', () => {
    const by = own({ registrationMaximum: 'P1Y' }, { registrationMaximum: 'P2Y' });
    expect(both().ends(by)[0]?.parts['address']?.toISOString()).toBe('2028-01-10T10:00:00.000Z');
    const inForce = (at: string): string[] => [...purposesInForce(stateAt(both().entries, by, new Date(at))).keys()];
    expect(inForce('2027-01-10T09:59:59Z')).toEqual(['software', 'news']);
    expect(inForce('2027-01-10T10:00:00Z')).toEqual(['news']);
    expect(lapseOver(both().entries, by, new Map(), new Date('2027-01-10T09:00:00Z'))?.purposes).toMatchObject([
      { id: 'software' },
    ]);
  });

  test('a maximum of one alone leaves what the other needs', () => {
    const tale = both();
    expect(tale.ends(own({ registrationMaximum: 'P1Y' }))[0]?.parts['address']).toBeUndefined();
    const alone = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['software']);
    expect(alone.ends(own({ registrationMaximum: 'P1Y' }))[0]?.parts['address']?.toISOString()).toBe(
      '2027-01-10T10:00:00.000Z',
    );
  });

  test('the IP of a step goes by the longest rule of what the step is about', () => {
    const by = own({ network: { keep: 'P30D' } }, { network: { keep: 'P7D' } });
    const network = (tale: Tale): (string | undefined)[] =>
      tale.ends(by).flatMap(({ parts }) => ('network' in parts ? [parts['network']?.toISOString()] : []));
    expect(network(both())).toEqual(['2026-02-09T10:00:00.000Z', '2026-02-09T10:01:00.000Z']);
    const news = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
    expect(network(news)).toEqual(['2026-01-17T10:00:00.000Z', '2026-01-17T10:01:00.000Z']);
  });

  test('only what has the rule is asked about, and only its use counts', () => {
    const by = own({ inactivity: INACTIVITY });
    const [dialogue] = dialoguesOf(by);
    const due = (tale: Tale, at: string) =>
      dueForInactivity(tale.entries, INACTIVITY, new Date(at), { has: dialogue?.has ?? (() => false) });
    const used = (...purposes: string[]): Tale =>
      both().step('ActivityReported', '2028-01-10T10:00:00Z', { record: 'r1', purposes });
    expect(dialoguesOf(by)).toHaveLength(1);
    expect(due(used('news'), '2029-01-10T10:01:00Z')).toMatchObject({
      due: 'question',
      purposes: ['software'],
      lastActive: new Date(CONFIRMED),
    });
    expect(due(used('software'), '2029-01-10T10:01:00Z')).toBeUndefined();
    expect(due(new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']), '2036-01-10T10:01:00Z')).toBeUndefined();
  });

  test('a use of one is news, though another was used today', () => {
    const tale = both().step('ActivityReported', '2028-01-10T10:00:00Z', { record: 'r1', purposes: ['news'] });
    const report = (purpose: string) =>
      reportActivity(
        tale.entries,
        { actor: { kind: 'backend', id: 'tool' }, what: 'used', purposes: [purpose] },
        new Date('2028-01-10T12:00:00Z'),
      );
    expect(report('software')?.purposes).toMatchObject([{ id: 'software' }]);
    expect(report('news')).toBeUndefined();
  });

  test('what lapses takes nothing that the other needs; the address goes when the last that needs it ends', () => {
    const by = own({ inactivity: INACTIVITY });
    const tale = both()
      .step('MailSent', '2029-01-10T10:01:00Z', {
        record: 'r1',
        purposes: ['software'],
        facts: { mail: 'still-interested' },
        parts: ['mail'],
      })
      .step('ConsentLapsed', '2029-02-09T10:01:00Z', { record: 'r1', purposes: ['software'] });
    expect(tale.of(by)).toStrictEqual(all(4, undefined));
    tale.withdrawn('2029-03-01T10:00:00Z', 'r1', ['news']);
    const [first] = tale.ends(by);
    expect(first?.parts['address']?.toISOString()).toBe('2030-02-09T10:01:00.000Z');
    expect(first?.parts['network']?.toISOString()).toBe('2029-03-01T10:00:00.000Z');
  });
});

describe('a purpose that only measures keeps nothing alive', () => {
  const measured = (retention: object, endsOn?: string, own?: object): RetentionRules => ({
    ...rules({ evidence: { keep: 'P4Y', from: 'withdrawal' }, ...own }),
    purposes: [
      { id: 'news', retention, ...(endsOn !== undefined && { endsOn }) },
      { id: 'analysis', measures: true, requires: ['news'] },
    ] as unknown as Site['purposes'],
  });
  const both = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news', 'analysis']);
  const address = (tale: Tale, by: RetentionRules) => tale.ends(by)[0]?.parts['address']?.toISOString();

  test('not by a duty of its own where nobody answered whether to go on', () => {
    const rule = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
    const tale = both()
      .step('MailSent', '2029-01-10T10:01:00Z', {
        record: 'r1',
        purposes: ['news'],
        facts: { mail: 'still-interested' },
      })
      .step('ConsentLapsed', '2029-02-09T10:01:00Z', { record: 'r1', purposes: ['news', 'analysis'] });
    expect(address(tale, measured({ inactivity: rule }))).toBe('2030-02-09T10:01:00.000Z');
    expect(tale.ends(measured({ inactivity: rule }))[0]?.parts['network']?.toISOString()).toBe(
      '2029-02-09T10:01:00.000Z',
    );
  });

  test('nor beyond the last day of what it measures, or the longest time that this is kept', () => {
    const noDuty = { evidence: { keep: 'P0D', from: 'withdrawal' } };
    expect(address(both(), measured(noDuty, '2027-06-30'))).toBe('2027-07-16T22:00:00.000Z');
    expect(address(both(), measured({ registrationMaximum: 'P1Y' }))).toBe('2027-01-10T10:00:00.000Z');
  });

  test('and stays for as long as anything that it measures does', () => {
    const tale = both().step('ConsentWithdrawn', '2026-03-01T10:00:00Z', { record: 'r1', purposes: ['analysis'] });
    expect(address(tale, measured({}))).toBeUndefined();
    const alone = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['analysis'])
      .withdrawn('2026-03-01T10:00:00Z', 'r1', ['analysis']);
    expect(address(alone, measured({}))).toBe('2030-03-01T10:00:00.000Z');
  });
});
