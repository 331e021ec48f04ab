import { BEGINNING, beginningOf, fold } from '../../shared/consent/fold';
import {
  byWeight,
  canBeWithdrawn,
  entryPurpose,
  isGiven,
  isInForce,
  isOwnWord,
  isPending,
  isWithdrawn,
  purposesInForce,
  standBy,
  wasInForce,
  wasMailed,
  type ConsentStatus,
  type RecordState,
} from '../../shared/consent/state';
import { asRecord } from '../ids';
import { Tale } from './tale';

const ASKED = '2026-01-10T10:00:00Z';
const NEXT_DAY = '2026-01-11T10:00:00Z';
const LATE = new Date('2026-01-17T10:00:00Z');
const AT = '2026-02-01T10:00:00Z';
const NOW = new Date('2026-06-01T10:00:00Z');

const ALL: readonly ConsentStatus[] = [
  ...(['ConsentRequested', 'ConsentGiven', 'RenewedConsentGiven', 'ConsentWithdrawn', 'ConsentExpired'] as const),
  ...(['ConsentRefused', 'LegitimateInterestRecorded', 'ObjectionRecorded', 'ContractRecorded'] as const),
  'ContractEnded',
];
const those = (of: (purpose: { status: ConsentStatus }) => boolean): ConsentStatus[] =>
  ALL.filter((status) => of({ status }));
const asked = (...purposes: string[]): Tale => new Tale().request(ASKED, 'r1', purposes);
const order = (...purposes: string[]): Tale =>
  new Tale().step('ConsentRequested', ASKED, {
    ...{ record: 'r1', purposes, asset: 'whitepaper', facts: { confirmBy: LATE.toISOString() } },
  });
const first = ({ entries }: Tale, now = NOW): RecordState => fold(entries, now)[0]!;
const refused = (tale: Tale, ...purposes: string[]): Tale =>
  tale.step('ConsentRefused', NEXT_DAY, { record: 'r1', purposes });

test('of a purpose it is told whether it is given, in force, can be taken back, or was ever relied on', () => {
  const given = ['ConsentGiven', 'RenewedConsentGiven'];
  expect(those(isGiven)).toEqual(given);
  expect(those(isInForce)).toEqual([...given, 'LegitimateInterestRecorded', 'ContractRecorded']);
  expect(those(canBeWithdrawn)).toEqual(['ConsentRequested', ...given, 'LegitimateInterestRecorded']);
  expect(ALL.filter((status) => !wasInForce({ status }))).toEqual(['ConsentRequested', 'ConsentRefused']);
});

describe('a sign-up waits for its confirmation', () => {
  const waits = (tale: Tale, now = new Date(NEXT_DAY)): boolean => isPending(first(tale, now), now);

  test('until that comes, or comes too late', () => {
    expect(waits(asked('news'))).toBe(true);
    expect(waits(asked('news'), new Date(LATE.getTime() - 1))).toBe(true);
    expect(waits(asked('news'), LATE)).toBe(false);
    expect(waits(new Tale().given(ASKED, 'r1', ['news']))).toBe(false);
  });

  test('as long as anything is left of it that was not taken back or over', () => {
    expect(waits(refused(asked('news', 'events'), 'news'))).toBe(true);
    expect(waits(refused(asked('news', 'events'), 'news', 'events'))).toBe(false);
    const over = (tale: Tale): RecordState => {
      const record = first(tale, new Date(NEXT_DAY));
      return { ...record, purposes: record.purposes.map((one) => ({ ...one, status: 'ConsentExpired' })) };
    };
    expect(isPending(over(asked('news')), new Date(NEXT_DAY))).toBe(false);
    const [one, other] = over(asked('news', 'events')).purposes;
    const half = { ...over(asked('news')), purposes: [one!, { ...other!, status: 'ConsentRequested' as const }] };
    expect(isPending(half, new Date(NEXT_DAY))).toBe(true);
    // An order stands for itself.
    expect(isPending(over(order('news')), new Date(NEXT_DAY))).toBe(true);
  });

  test('also for an order, whatever came along with it was taken back, or nothing did', () => {
    expect(waits(refused(order('news'), 'news'))).toBe(true);
    expect(waits(order())).toBe(true);
    expect(waits(order(), LATE)).toBe(false);
    expect(waits(asked())).toBe(true);
  });
});

test('a record is withdrawn when the person wants nothing of it any more', () => {
  const given = new Tale().given(ASKED, 'r1', ['news', 'events']);
  expect(isWithdrawn(first(given))).toBe(false);
  expect(isWithdrawn(first(given.withdrawn(AT, 'r1', ['news'])))).toBe(false);
  expect(isWithdrawn(first(given.withdrawn(AT, 'r1', ['events'])))).toBe(true);
  expect(isWithdrawn(first(refused(asked('news'), 'news')))).toBe(true);
  expect(isWithdrawn(first(asked()))).toBe(false);
  expect(isWithdrawn(first(refused(order('news'), 'news')))).toBe(false);
});

test('mails are known by their kind', () => {
  const mailed = asked('news').step('MailSent', AT, { record: 'r1', facts: { mail: 'confirmation' } });
  expect(wasMailed(first(mailed), 'confirmation')).toBe(true);
  expect(wasMailed(first(mailed), 'welcome')).toBe(false);
  expect(wasMailed(first(asked('news')), 'confirmation')).toBe(false);
});

/** What others report, what somebody typed, and what the person confirmed, in that order of time but for the reports. */
const mixed = (): Tale =>
  new Tale()
    .step('ConsentRecorded', '2026-01-08T10:00:00Z', { record: 'x1', purposes: ['news'] })
    .given(ASKED, 'r1', ['news', 'events'])
    .request('2026-01-12T10:00:00Z', 'r2', ['news'])
    .given('2026-01-13T10:00:00Z', 'r3', ['news'])
    .step('ConsentRecorded', AT, { record: 'x2', purposes: ['news', 'analysis'] });

describe('what the person confirmed here counts more than what others report, whenever that is', () => {
  const state = (tale = mixed()) => fold(tale.entries, NOW);

  test('and of each the newer more', () => {
    expect(
      state()
        .filter(isOwnWord)
        .map(({ recordId }) => recordId),
    ).toEqual(['r1', 'r3']);
    expect(byWeight(state()).map(({ recordId }) => recordId)).toEqual(['x1', 'r2', 'x2', 'r1', 'r3']);
  });

  test('so a purpose is in force as that has it, each once', () => {
    const inForce = purposesInForce(state());
    expect([...inForce.keys()].sort()).toEqual(['analysis', 'events', 'news']);
    expect(inForce.get('news')?.since).toBe('2026-01-13T10:01:00.000Z');
    const left = new Tale().given(ASKED, 'r1', ['news', 'events']).withdrawn(AT, 'r1', ['news']);
    expect([...purposesInForce(state(left)).keys()]).toEqual(['events']);
  });

  test('and somebody stands with it by that, as long as it is in force there', () => {
    const by = (id: string, tale = mixed()) => standBy(state(tale), id)?.record.recordId;
    expect([by('news'), by('events'), by('analysis'), by('unheard-of')]).toEqual(['r3', 'r1', 'x2', undefined]);
    expect(by('news', new Tale().given(ASKED, 'r1', ['news']).withdrawn(AT, 'r1', ['news']))).toBe('r1');
    const again = new Tale()
      .given(ASKED, 'r1', ['news'])
      .withdrawn(AT, 'r1', ['news'])
      .step('ConsentRecorded', '2026-02-02T10:00:00Z', { record: 'x1', purposes: ['news'] });
    expect(by('news', again)).toBe('x1');
    const ended = again.withdrawn('2026-02-03T10:00:00Z', 'x1', ['news']);
    expect(by('news', ended)).toBe('r1');
    expect(standBy(state(ended), 'news')?.current).toMatchObject({ id: 'news', status: 'ConsentWithdrawn' });
  });
});

test('what a step names of a purpose is its id, basis and wording, and not how it stands', () => {
  const [purpose] = first(asked('news')).purposes;
  expect(entryPurpose(purpose!)).toStrictEqual({ id: 'news', legalBasis: 'consent', noticeHash: 'hash-of-news' });
});

describe('time', () => {
  test('ends what nobody confirmed, at its moment, and nothing else', () => {
    const tale = new Tale().given(ASKED, 'r1', ['news']).request(NEXT_DAY, 'r2', ['news']);
    const at = (now: string) =>
      fold(tale.entries, new Date(now)).map(({ purposes: [one] }) => [one?.status, one?.since]);
    const given = ['ConsentGiven', '2026-01-10T10:01:00.000Z'];
    expect(at('2026-01-18T09:59:59.999Z')).toEqual([given, ['ConsentRequested', '2026-01-11T10:00:00.000Z']]);
    expect(at('2026-01-18T10:00:00.000Z')).toEqual([given, ['ConsentExpired', '2026-01-18T10:00:00.000Z']]);
  });

  test('begins for a record when it was confirmed, or else asked for; elsewhere as far as the source knows', () => {
    expect(beginningOf(first(asked('news')))).toEqual(new Date(ASKED));
    expect(beginningOf(first(new Tale().given(ASKED, 'r1', ['news'])))).toEqual(new Date('2026-01-10T10:01:00Z'));
    const reported = (facts: object): Date =>
      beginningOf(first(new Tale().step('ConsentRecorded', AT, { record: 'x1', purposes: ['news'], facts })));
    expect(reported({ givenAt: '2025-05-01T10:00:00.000Z' })).toEqual(new Date('2025-05-01T10:00:00Z'));
    expect(reported({})).toEqual(BEGINNING);
  });
});

test('a step that names a record changes no other', () => {
  const tale = asked('news').request(NEXT_DAY, 'r2', ['news']);
  tale.step('ConsentGiven', '2026-01-12T10:00:00Z', { record: 'r2', purposes: ['news'] });
  const confirmed = fold(tale.entries, NOW).filter(({ confirmedAt }) => confirmedAt !== undefined);
  expect(confirmed.map(({ recordId }) => recordId)).toEqual([asRecord('r2')]);
});
