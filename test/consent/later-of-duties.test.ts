import { asRecord } from '../ids';
import type { Entry } from '../../shared/consent/entry';
import { NotRecordable } from '../../shared/consent/errors';
import { recordFromElsewhere } from '../../shared/consent/decide/record-decisions';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { reportActivity } from '../../shared/consent/keep/inactivity';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { lapseOver } from '../../shared/consent/keep/lapse-over';
import { stateAt } from '../../shared/consent/keep/state-at';
import { requirements } from '../../shared/policy/sites';
import type { Site } from '../../shared/policy/schema';
import { all, rules, Tale } from './tale';

const LAST_MAIL = rules({ evidence: { keep: 'P3Y', from: 'last-mail' } });
const CALENDAR_YEAR = rules({ evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' } });

/** Those of the entries that are still there at a moment. */
const left = (tale: Tale, by: RetentionRules, at: string): Entry[] => {
  const ends = itemEnds(tale.entries, by);
  return tale.entries.filter((_, n) => (ends[n]?.entry?.toISOString() ?? '9') > at);
};

describe('K1: an end is the later of what each duty asks', () => {
  const tale = (): Tale =>
    new Tale().given('2020-01-10T10:00:00Z', 'r1', ['news']).step('ActivityReported', '2022-02-02T08:00:00Z', {
      record: 'r1',
      purposes: ['news'],
      facts: { mailedAt: '2022-02-01T08:00:00.000Z' },
    });

  test('a withdrawal long after the last mail is kept for as long as one after it, with the consent', () => {
    expect(tale().withdrawn('2026-05-01T10:00:00Z', 'r1', ['news']).of(LAST_MAIL)).toStrictEqual(
      all(4, '2029-05-01T10:00:00.000Z'),
    );
  });

  test('so the same consent cannot be imported again', () => {
    const { entries } = tale().withdrawn('2026-05-01T10:00:00Z', 'r1', ['news']);
    const now = new Date('2026-05-02T10:00:00Z');
    const there = left({ entries } as Tale, LAST_MAIL, now.toISOString());
    const purposes = [{ id: 'news', legalBasis: 'consent' as const, noticeHash: 'h' }];
    const said = { site: 'demo', recordId: asRecord('x'), actor: { kind: 'backend' as const, id: 'b' }, purposes };
    const about = { language: 'de' as const, legalBasis: 'consent' as const, source: 'import' as const, proof: [] };
    const recording = { ...said, ...about, address: tale().entries[0]?.facts, givenAt: '2020-01-10T10:01:00.000Z' };
    expect(() => recordFromElsewhere(fold(there, now), there, recording as never, now)).toThrow(NotRecordable);
  });

  test('a mail that was sent before the withdrawal and is reported after it counts', () => {
    // A letter that came on the 1st and was entered on the 9th; in between there was a mail.
    const history = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news'])
      .step('ConsentWithdrawn', '2026-05-09T10:00:00Z', {
        record: 'r1',
        purposes: ['news'],
        facts: { via: 'letter', receivedOn: '2026-05-01' },
      });
    expect(history.of(LAST_MAIL)[0]).toBe('2029-05-01T22:00:00.000Z');
    const report = (at: string) =>
      reportActivity(
        history.entries,
        { actor: { kind: 'backend', id: 'tool' }, what: 'mailed', at: new Date(at), purposes: ['news'] },
        new Date('2026-05-20T10:00:00Z'),
      );
    expect(report('2026-05-09T10:00:01Z')).toBeUndefined();
    const step = report('2026-05-05T08:00:00Z');
    expect(step).toMatchObject({ recordId: 'r1', purposes: [{ id: 'news' }] });
    history.step('ActivityReported', '2026-05-20T10:00:00Z', {
      record: 'r1',
      purposes: ['news'],
      facts: { mailedAt: '2026-05-05T08:00:00.000Z' },
    });
    expect(history.of(LAST_MAIL)).toStrictEqual(all(4, '2029-05-05T08:00:00.000Z'));
  });

  test('mails for a later consent keep no earlier one', () => {
    const again = tale()
      .withdrawn('2023-05-01T10:00:00Z', 'r1', ['news'])
      .given('2024-01-10T10:00:00Z', 'r2', ['news'])
      .step('ActivityReported', '2025-02-02T08:00:00Z', {
        record: 'r2',
        purposes: ['news'],
        facts: { mailedAt: '2025-02-01T08:00:00.000Z' },
      });
    expect(again.of(LAST_MAIL)[0]).toBe('2026-05-01T10:00:00.000Z');
  });
});

describe('K2: a purpose that only measures keeps nothing alive', () => {
  const purposes = [
    { id: 'news' },
    { id: 'analysis', measures: true, requires: ['news'] },
  ] as unknown as Site['purposes'];
  const by = { ...rules({ evidence: { keep: 'P0D', from: 'withdrawal' } }), purposes };
  const needs = requirements(by as unknown as Site);

  test('what it measured ended, in whichever record, and so it did', () => {
    const tale = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news'])
      .given('2026-02-10T10:00:00Z', 'r2', ['analysis'])
      .withdrawn('2026-03-01T10:00:00Z', 'r1', ['news']);
    const [over, latest] = ['2026-03-01T10:00:00.000Z', '2026-03-17T10:00:00.000Z'];
    // Until somebody wrote down that it is over, for sixteen days at most.
    expect(tale.of(by)).toStrictEqual([over, over, latest, latest, over]);
    const names = (at: string): string[] => [...purposesInForce(stateAt(tale.entries, by, new Date(at))).keys()];
    expect(names('2026-03-01T09:59:59Z')).toEqual(['analysis']);
    expect(names('2035-03-01T10:00:00Z')).toEqual([]);
    expect(lapseOver(tale.entries, by, needs, new Date('2026-03-01T10:00:00Z'))).toMatchObject({
      type: 'ConsentLapsed',
      recordId: 'r2',
      purposes: [{ id: 'analysis' }],
      facts: { because: 'nothing-to-measure' },
    });
  });

  test('while there is something to measure it stays', () => {
    const tale = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news'])
      .given('2026-02-10T10:00:00Z', 'r2', ['analysis'])
      .withdrawn('2026-03-01T10:00:00Z', 'r2', ['analysis'])
      .given('2026-04-10T10:00:00Z', 'r3', ['analysis']);
    expect(tale.of(by)).toStrictEqual([
      undefined,
      undefined,
      ...all(3, '2026-03-01T10:00:00.000Z'),
      undefined,
      undefined,
    ]);
    expect(lapseOver(tale.entries, by, needs, new Date('2030-03-01T10:00:00Z'))).toBeUndefined();
  });

  test('what never had anything to measure ended when it began', () => {
    const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['analysis']);
    expect(tale.of(by)).toStrictEqual(all(2, '2026-01-26T10:01:00.000Z'));
  });
});

describe('K3: what the person had restricted is kept until that is lifted', () => {
  const by = rules({
    evidence: { keep: 'P1M', from: 'withdrawal' },
    network: { keep: 'P7D' },
    registrationMaximum: 'P1Y',
  });
  const restricted = (): Tale =>
    new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).step('ProcessingRestricted', '2026-01-12T10:00:00Z');

  test('its parts, too, and whatever ends it meanwhile', () => {
    const tale = restricted().withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
    const [request, given, restriction, withdrawal] = tale.ends(by);
    expect(request).toStrictEqual({ entry: undefined, parts: { address: undefined, network: undefined } });
    expect(given).toStrictEqual({ entry: undefined, parts: { network: undefined } });
    expect(restriction?.entry).toBeUndefined();
    expect(withdrawal?.entry).toBeUndefined();
  });

  test('lifted, everything ends as if it had never been restricted', () => {
    const tale = restricted().withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
    tale.step('RestrictionLifted', '2026-06-01T10:00:00Z', { facts: { informedOn: '2026-05-20' } });
    const without = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news'])
      .withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
    expect(tale.of(by).filter((_, n) => n !== 2 && n !== 4)).toStrictEqual(without.of(by));
  });

  test('what had ended before, and what began afterwards, is no part of it', () => {
    const tale = new Tale()
      .given('2025-01-10T10:00:00Z', 'r1', ['news'])
      .withdrawn('2025-02-01T10:00:00Z', 'r1', ['news'])
      .given('2026-01-01T10:00:00Z', 'r2', ['news'])
      .step('ProcessingRestricted', '2026-01-12T10:00:00Z')
      .given('2026-02-10T10:00:00Z', 'r3', ['events'])
      .withdrawn('2026-02-20T10:00:00Z', 'r3', ['events']);
    const end = '2026-03-20T10:00:00.000Z';
    expect(tale.of(by)).toStrictEqual([...all(3, '2025-03-01T10:00:00.000Z'), ...all(3, undefined), ...all(3, end)]);
    expect(tale.ends(by)[3]?.parts).toStrictEqual({ address: undefined, network: new Date('2026-01-08T10:00:00Z') });
  });

  test('an erasure that nothing stands against ends it', () => {
    const tale = restricted()
      .withdrawn('2026-02-01T10:00:00Z', 'r1', ['news'])
      .step('DataErased', '2026-03-02T10:00:00Z');
    const [request, , restriction] = tale.ends(by);
    expect(request?.parts['address']).toStrictEqual(new Date('2026-03-02T10:00:00Z'));
    expect(restriction?.entry?.toISOString()).toBe('2026-05-31T09:00:00.000Z');
  });
});

describe('K4: what an erasure restricts instead goes with the duty, and all of it', () => {
  const tale = (): Tale =>
    new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news'])
      .withdrawn('2026-03-01T10:00:00Z', 'r1', ['news'])
      .step('ProcessingRestricted', '2026-03-01T10:00:01Z', { facts: { insteadOf: 'erasure' }, parts: ['reason'] });

  test('the restriction and its reason end when the proof does', () => {
    const ends = tale().ends(rules());
    const end = new Date('2030-03-01T10:00:00Z');
    for (const { entry, parts } of ends) for (const one of [entry, ...Object.values(parts)]) expect(one).toEqual(end);
    expect(left(tale(), rules(), '2030-03-01T10:00:00.000Z')).toEqual([]);
  });

  test('also where the person came back later', () => {
    const back = tale().given('2027-01-10T10:00:00Z', 'r2', ['news']);
    expect(back.of(rules())).toStrictEqual([...all(4, '2030-03-01T10:00:00.000Z'), undefined, undefined]);
  });

  test("a restriction of the person's own after it keeps it all the same", () => {
    const own = tale().step('ProcessingRestricted', '2026-04-01T10:00:00Z', { parts: ['reason'] });
    expect(own.of(rules())).toStrictEqual(all(5, undefined));
  });
});

describe('K12: a duty counts from when the word arrived', () => {
  const ended = (facts: object, at = '2027-01-05T10:00:00Z'): Tale =>
    new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news'])
      .step('ConsentWithdrawn', at, { record: 'r1', purposes: ['news'], facts });

  test.each([
    ['a letter of 30 December that was entered on 5 January', '2026-12-30', '2029-12-31T23:00:00.000Z'],
    ['one of 31 December', '2026-12-31', '2029-12-31T23:00:00.000Z'],
    ['one of 1 January', '2027-01-01', '2030-12-31T23:00:00.000Z'],
    ['one from before there was a consent', '2025-12-30', '2029-12-31T23:00:00.000Z'],
  ])('%s', (_, receivedOn, end) => {
    expect(ended({ via: 'letter', receivedOn }).of(CALENDAR_YEAR)).toStrictEqual(all(3, end));
  });

  test('to the day', () => {
    expect(ended({ receivedOn: '2026-12-30' }).of(rules())[0]).toBe('2030-12-30T23:00:00.000Z');
    expect(ended({ receivedOn: '2027-01-05' }).of(rules())[0]).toBe('2031-01-05T10:00:00.000Z');
    expect(ended({ via: 'elsewhere', saidAt: '2026-11-03T08:00:00.000Z' }).of(rules())[0]).toBe(
      '2030-11-03T08:00:00.000Z',
    );
  });

  test('an end of a contract on the last day of a year belongs to that year', () => {
    const tale = new Tale()
      .step('ContractRecorded', '2026-01-10T10:00:00Z', { record: 'r1', purposes: ['account'] })
      .step('ContractEnded', '2027-02-01T10:00:00Z', {
        record: 'r1',
        purposes: ['account'],
        facts: { endedOn: '2026-12-31' },
      });
    expect(tale.of(CALENDAR_YEAR)).toStrictEqual(all(2, '2029-12-31T23:00:00.000Z'));
  });
});

describe('K13: a registration is as old as its source says', () => {
  const by = rules({ registrationMaximum: 'P1Y' });
  const recorded = (facts: object): (string | undefined)[] =>
    new Tale()
      .step('ConsentRecorded', '2026-05-01T10:00:00Z', { record: 'r1', purposes: ['news'], facts, parts: ['address'] })
      .ends(by)
      .map(({ parts }) => parts['address']?.toISOString());

  test.each([
    [{}, '2027-05-01T10:00:00.000Z'],
    [{ givenAt: '2025-08-01T10:00:00.000Z' }, '2026-08-01T10:00:00.000Z'],
    [{ givenAt: '2025-08-01T10:00:00.000Z', signedUpAt: '2025-07-30T10:00:00.000Z' }, '2026-07-30T10:00:00.000Z'],
    [{ givenAt: '2026-05-01T12:00:00.000Z' }, '2027-05-01T10:00:00.000Z'],
  ])('%j', (facts, end) => {
    expect(recorded(facts)).toStrictEqual([end]);
  });
});
