import type { Facts } from '../../shared/consent/entry';
import { keptRecordEnds } from '../../shared/consent/keep/item-ends';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { asRecord } from '../ids';
import { rules, Tale, withdrawn } from './tale';

const GIVEN = '2026-01-10T10:00:00Z';
const LEFT = '2026-03-01T10:00:00Z';
const AT_ONCE = { keep: 'P0D', from: 'withdrawal' } as const;
const iso = (end: Date | undefined): string | undefined => end?.toISOString();
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);
const entryEnd = (tale: Tale, n: number, by: RetentionRules = rules()): string | undefined =>
  iso(tale.ends(by)[n]?.entry);
const partEnd = (tale: Tale, n: number, name: string, by: RetentionRules = rules()): string | undefined =>
  iso(tale.ends(by)[n]?.parts[name]);

describe('a mail that somebody wrote', () => {
  const soon = rules({ enquiries: 'P5D' });
  const mail = (outcome?: string): Tale => {
    const tale = new Tale().step('MailReceived', LEFT, { facts: { reading: 'unclear', case: 'A' }, parts: ['mail'] });
    if (outcome === undefined) return tale;
    return tale.step('CaseClosed', '2026-03-03T10:00:00Z', { facts: { case: 'A', outcome } as Facts });
  };

  test.each(['answered', 'nothing', 'access', 'portability', 'unidentified', 'not-known'])(
    'goes soon after it was seen to, where it ended nothing: %s',
    (outcome) => {
      expect(partEnd(mail(outcome), 0, 'mail', soon)).toBe('2026-03-08T10:00:00.000Z');
    },
  );

  test.each(['withdrawal', 'objection', 'weighing', 'erasure', 'rectification', 'restriction', 'refused'])(
    'is the proof of what came of it: %s',
    (outcome) => {
      expect(partEnd(mail(outcome), 0, 'mail', soon)).toBe('2026-06-01T09:00:00.000Z');
    },
  );

  test('stays while nobody saw to it, and no longer than that it came', () => {
    expect(partEnd(mail(), 0, 'mail', soon)).toBeUndefined();
    expect(partEnd(mail('answered'), 0, 'mail', rules({ enquiries: 'P1Y' }))).toBe('2026-06-01T09:00:00.000Z');
    // A letter that somebody noted has no such copy.
    const letter = new Tale()
      .step('RequestReceived', LEFT, { facts: { case: 'A', wish: 'access' }, parts: ['mail'] })
      .step('CaseClosed', '2026-03-03T10:00:00Z', { facts: { case: 'A', outcome: 'access' } });
    expect(partEnd(letter, 0, 'mail', soon)).toBe('2026-06-01T09:00:00.000Z');
  });
});

test('an address that somebody typed by a link goes a day after nobody confirmed it, and the rest by its own rule', () => {
  const right = { right: 'move', request: 'x', confirmBy: '2026-03-08T10:00:00.000Z' } as const;
  const tale = given('news').step('RightRequested', LEFT, { facts: right, parts: ['address', 'details', 'network'] });
  const by = rules({ network: { keep: 'P3D' } });
  expect(tale.ends(by)[2]).toEqual({
    entry: new Date('2026-05-30T09:00:00Z'),
    parts: {
      address: new Date('2026-03-09T10:00:00Z'),
      details: new Date('2026-05-30T09:00:00Z'),
      network: new Date('2026-03-04T10:00:00Z'),
    },
  });
});

describe('what closed something stays for as long as what it closed', () => {
  const by = rules({ evidence: AT_ONCE });
  const LOG = '2026-05-31T09:00:00.000Z';

  test('the yes that an objection was settled by, also where it was taken back', () => {
    const tale = new Tale()
      .step('ObjectionRaised', '2026-02-01T10:00:00Z', { purposes: ['news'] })
      .given('2026-03-02T09:59:00Z', 'r1', ['news'])
      .withdrawn('2026-03-03T10:00:00Z', 'r1', ['news']);
    expect([0, 1, 2, 3].map((n) => entryEnd(tale, n, by))).toEqual([
      ...[LOG, '2026-03-03T10:00:00.000Z', LOG, '2026-03-03T10:00:00.000Z'],
    ]);
  });

  test('the last of those that have to come, and all of them for as long', () => {
    const raised = (): Tale =>
      new Tale().step('ObjectionRaised', '2026-02-01T10:00:00Z', { purposes: ['news', 'events'] });
    const refused = (tale: Tale, at: string, purpose: string): Tale =>
      tale.step('ObjectionDecided', at, { purposes: [purpose], facts: { decision: 'refused' } });
    const one = refused(raised(), '2026-02-10T10:00:00Z', 'news');
    expect([entryEnd(one, 0), entryEnd(one, 1)]).toEqual([undefined, undefined]);
    const both = refused(one, '2026-03-02T10:00:00Z', 'events');
    expect([0, 1, 2].map((n) => entryEnd(both, n))).toEqual([LOG, LOG, LOG]);
    const others = refused(refused(raised(), '2026-02-10T10:00:00Z', 'events'), '2026-03-02T10:00:00Z', 'news');
    expect([0, 1, 2].map((n) => entryEnd(others, n))).toEqual([LOG, LOG, LOG]);
    // What they had said yes to before settles nothing.
    expect(entryEnd(given('news').step('ObjectionRaised', LEFT, { purposes: ['news'] }), 2)).toBeUndefined();
  });

  test('what closed two things, for the longer of them, or for as long as one is open', () => {
    const tale = new Tale()
      .step('ObjectionRaised', '2026-02-01T10:00:00Z', { purposes: ['news', 'events'] })
      .step('ObjectionRaised', '2026-02-02T10:00:00Z', { purposes: ['news'] })
      .step('ObjectionDecided', '2026-02-10T10:00:00Z', { purposes: ['news'], facts: { decision: 'refused' } });
    expect([0, 1, 2].map((n) => entryEnd(tale, n))).toEqual([undefined, '2026-05-11T09:00:00.000Z', undefined]);
  });
});

describe('a step is there for as long as', () => {
  test('the longer of the log and its records', () => {
    const informed = (tale: Tale): Tale =>
      tale.step('ProcessorInformed', '2026-03-02T10:00:00Z', { facts: { processor: 'tool', upTo: 2 } });
    expect(entryEnd(informed(withdrawn(LEFT)), 3)).toBe('2030-03-01T10:00:00.000Z');
    expect(entryEnd(informed(withdrawn(LEFT)), 3, rules({ evidence: AT_ONCE }))).toBe('2026-05-31T09:00:00.000Z');
    expect(entryEnd(informed(given('news')), 2)).toBeUndefined();
  });

  test('it is of use: nothing of a record that is gone, but that it was taken', () => {
    const mailed = new Tale().step('MailSent', LEFT, { record: 'r9', facts: { mail: 'welcome' } });
    expect(entryEnd(mailed, 0)).toBe(new Date(LEFT).toISOString());
    const report = new Tale().step('ActivityReported', LEFT, {});
    expect(entryEnd(report, 0)).toBe('2026-05-30T09:00:00.000Z');
  });
});

describe('with a site that closes', () => {
  const by: RetentionRules = { ...rules(), closing: { lastDay: '2026-06-30', exports: 'P30D' } };

  test('everything goes, its parts, too, but what a dispute needs', () => {
    const goes = keptRecordEnds(given('news').entries, by).get(asRecord('r1'))?.end;
    expect(goes).toEqual(new Date('2026-07-30T22:00:00Z'));
    const [first] = given('news').ends(by);
    expect(first).toEqual({ entry: goes, parts: { address: goes, network: goes } });
    const objected = given('news').step('ObjectionRecorded', LEFT, { purposes: ['news'], parts: ['reason'] });
    expect(objected.ends(by)[2]).toEqual({ entry: goes, parts: { reason: goes } });
    const held = given('news').step('HoldPlaced', LEFT, { facts: { case: 'A', reviewBy: '2027-01-01' } });
    expect(held.ends(by)[0]).toEqual({ entry: undefined, parts: { address: undefined, network: undefined } });
    expect(keptRecordEnds(held.entries, by).get(asRecord('r1'))?.end).toBeUndefined();
  });
});

describe('what a person had restricted', () => {
  const by = rules({ evidence: { keep: 'P1M', from: 'withdrawal' } });
  const records = (tale: Tale): unknown[] =>
    [...keptRecordEnds(tale.entries, by)].map(([id, { end }]) => [id, iso(end)]);

  test('is stored with each record that there was, unless that was over before; what came since ends as ever', () => {
    const tale = new Tale()
      .given('2025-01-10T10:00:00Z', 'r1', ['news'])
      .withdrawn('2025-02-01T10:00:00Z', 'r1', ['news'])
      .given(GIVEN, 'r2', ['news'])
      .request('2026-01-11T10:00:00Z', 'r3', ['news'])
      .step('ProcessingRestricted', '2026-01-12T10:00:00Z')
      .step('ConsentGiven', '2026-01-13T10:00:00Z', { record: 'r3', purposes: ['news'] })
      .withdrawn('2026-02-01T10:00:00Z', 'r3', ['news']);
    const month = '2026-03-01T10:00:00.000Z';
    expect(records(tale)).toEqual([
      ['r1', '2025-03-01T10:00:00.000Z'],
      ['r2', undefined],
      ['r3', month],
    ]);
    tale.step('RestrictionLifted', '2026-02-02T10:00:00Z');
    expect(records(tale)[1]).toEqual(['r2', month]);
  });

  test('is what there was at that very moment, and nothing that ended in it', () => {
    const at = '2026-03-01T10:00:00Z';
    const tale = given('news')
      .withdrawn('2026-02-01T10:00:00Z', 'r1', ['news'])
      .step('LanguageChosen', at, { parts: ['network'] })
      .step('ProcessingRestricted', at)
      .step('LanguageChosen', '2026-03-01T10:00:01Z', { parts: ['network'] });
    expect(records(tale)).toEqual([['r1', '2026-03-01T10:00:00.000Z']]);
    expect(entryEnd(tale, 3, by)).toBeUndefined();
    const soon = { ...by, retention: { ...by.retention, network: { keep: 'P1D' } } };
    expect([3, 5].map((n) => partEnd(tale, n, 'network', soon))).toEqual([undefined, '2026-03-02T10:00:01.000Z']);
  });
});
