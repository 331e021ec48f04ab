import { fold } from '../../shared/consent/fold';
import type { PurposeState, RecordState } from '../../shared/consent/state';
import { begin } from '../../shared/consent/steps/effects';
import type { Facts } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import { asRecord } from '../ids';
import { Tale } from './tale';

/* What steps make of the records before them. */

const ASKED = '2026-01-10T10:00:00Z';
const GIVEN = '2026-01-10T10:01:00.000Z';
const AT = '2026-02-01T10:00:00.000Z';
const LATER = '2026-03-01T10:00:00.000Z';
const NOW = new Date('2026-06-01T10:00:00Z');
const records = ({ entries }: Tale): readonly RecordState[] => fold(entries, NOW);
const statuses = (tale: Tale): unknown[][] => records(tale).map(({ purposes }) => purposes.map(({ status }) => status));
const given = (...purposes: string[]): Tale => new Tale().given(ASKED, 'r1', purposes);
const asked = (): Tale => new Tale().request('2026-05-31T10:00:00Z', 'r1', ['news']);
const because = (why: Facts['because'], ...purposes: string[]) => ({ purposes, facts: { because: why } }) as const;

describe('a sign-up', () => {
  test('begins a record of what was asked for, by which wordings, in which language', () => {
    expect(records(asked())).toStrictEqual([
      {
        ...{ site: 'demo', recordId: 'r1', language: 'de', mails: [], confirmBy: '2026-06-07T10:00:00.000Z' },
        ...{ requestedAt: '2026-05-31T10:00:00.000Z', registeredAt: '2026-05-31T10:00:00.000Z' },
        purposes: [
          {
            ...{ id: 'news', legalBasis: 'consent', noticeHash: 'hash-of-news', status: 'ConsentRequested' },
            since: '2026-05-31T10:00:00.000Z',
          },
        ],
      },
    ]);
  });

  test('begins none where there is one of that id, or nobody knows in which language to write', () => {
    const [record] = records(given('news'));
    expect(records(given('news').request(AT, 'r1', ['events']))).toStrictEqual([record]);
    expect(records(given('news').request(AT, 'r2', ['events']))).toHaveLength(2);
    const step = { site: 'demo', recordId: asRecord('r3'), at: AT, actor: { kind: 'system' }, purposes: [] } as const;
    expect(begin([record!], step, 'ConsentRequested', { confirmBy: LATER })).toStrictEqual([record]);
  });
});

describe('what others report', () => {
  const reported = (facts: Facts = {}, type: EntryType = 'ConsentRecorded') =>
    records(new Tale().step(type, AT, { record: 'x1', purposes: ['news'], facts }))[0];

  test('is confirmed from the start, and nobody waits for a mail', () => {
    expect(reported()).toMatchObject({ isFromElsewhere: true, requestedAt: AT, confirmedAt: AT, confirmBy: AT });
    expect(reported()?.purposes[0]?.status).toBe('ConsentGiven');
    expect(reported({}, 'LegitimateInterestRecorded')?.purposes[0]?.status).toBe('LegitimateInterestRecorded');
    expect(reported({}, 'ContractRecorded')?.purposes[0]?.status).toBe('ContractRecorded');
  });

  test('was registered when they say that the person signed up, or else agreed, and not after it was reported', () => {
    const [signedUpAt, givenAt] = ['2025-05-01T10:00:00+02:00', '2025-06-01T10:00:00.000Z'];
    expect(reported({ signedUpAt, givenAt })?.registeredAt).toBe('2025-05-01T08:00:00.000Z');
    expect(reported({ givenAt })?.registeredAt).toBe(givenAt);
    expect(reported()?.registeredAt).toBe(AT);
    expect(reported({ givenAt: LATER })?.registeredAt).toBe(AT);
  });
});

describe('a confirmation', () => {
  test('gives what it names of what its sign-up asked for, from its moment on', () => {
    const part = new Tale()
      .request(ASKED, 'r1', ['news', 'events'])
      .step('ConsentGiven', GIVEN, { record: 'r1', purposes: ['news', 'analysis'] });
    expect(records(part)[0]).toMatchObject({
      confirmedAt: GIVEN,
      purposes: [{ status: 'ConsentGiven', since: GIVEN }, {}],
    });
    expect(statuses(part)).toEqual([['ConsentGiven', 'ConsentExpired']]);
  });

  test('comes too late from the very moment that was said on', () => {
    const confirmed = (at: string) => statuses(asked().step('ConsentGiven', at, { record: 'r1', purposes: ['news'] }));
    expect(confirmed('2026-06-07T09:59:59.999Z')).toEqual([['ConsentGiven']]);
    expect(confirmed('2026-06-07T10:00:00.000Z')).toEqual([['ConsentRequested']]);
  });

  test('pressed twice changes nothing, and neither does one of what was taken back', () => {
    const twice = given('news').withdrawn(AT, 'r1', ['news']);
    twice.step('ConsentGiven', '2026-01-12T10:00:00Z', { record: 'r1', purposes: ['news'] });
    expect(statuses(twice)).toEqual([['ConsentWithdrawn']]);
    const rest = new Tale().request(ASKED, 'r1', ['news', 'events']);
    rest.step('ConsentGiven', ASKED, { record: 'r1', purposes: ['news'] });
    rest.step('ConsentGiven', '2026-01-12T10:00:00Z', { record: 'r1', purposes: ['events'] });
    expect(statuses(rest)).toEqual([['ConsentGiven', 'ConsentExpired']]);
    const refused = new Tale().request(ASKED, 'r1', ['news', 'events']);
    refused.step('ConsentRefused', GIVEN, { record: 'r1', purposes: ['news'] });
    refused.step('ConsentGiven', '2026-01-11T10:00:00Z', { record: 'r1', purposes: ['news', 'events'] });
    expect(statuses(refused)).toEqual([['ConsentRefused', 'ConsentGiven']]);
  });

  test('of somebody who had given the same renews it', () => {
    const renewed = given('news').request(AT, 'r2', ['news']);
    renewed.step('RenewedConsentGiven', '2026-02-01T10:01:00Z', { record: 'r2', purposes: ['news'] });
    expect(statuses(renewed)).toEqual([['ConsentGiven'], ['RenewedConsentGiven']]);
  });
});

describe('a withdrawal', () => {
  test('ends what it names in every record, and nothing else', () => {
    const two = given('news', 'events').given('2026-01-11T10:00:00Z', 'r2', ['news']).withdrawn(AT, 'r2', ['news']);
    expect(statuses(two)).toEqual([['ConsentWithdrawn', 'ConsentGiven'], ['ConsentWithdrawn']]);
    expect(records(two)[0]?.purposes.map(({ since }) => since)).toEqual([AT, GIVEN]);
  });

  test('is a refusal of what was not given yet, and comes once', () => {
    expect(statuses(asked().withdrawn('2026-05-31T11:00:00Z', 'r1', ['news']))).toEqual([['ConsentRefused']]);
    const twice = given('news').withdrawn(AT, 'r1', ['news']).withdrawn(LATER, 'r1', ['news']);
    expect(records(twice)[0]?.purposes[0]).toMatchObject({ status: 'ConsentWithdrawn', since: AT });
  });

  test('that others report leaves alone what waits for the person’s own press', () => {
    const elsewhere = { purposes: ['news'], facts: { via: 'elsewhere' } } as const;
    const byPage = { purposes: ['news'], facts: { via: 'page' } } as const;
    expect(statuses(asked().step('ConsentWithdrawn', '2026-05-31T11:00:00Z', byPage))).toEqual([['ConsentRefused']]);
    expect(statuses(asked().step('ConsentWithdrawn', '2026-05-31T11:00:00Z', elsewhere))).toEqual([
      ['ConsentRequested'],
    ]);
    expect(statuses(given('news').step('ConsentWithdrawn', AT, elsewhere))).toEqual([['ConsentWithdrawn']]);
  });

  test('ends what rests on interest, but no contract', () => {
    const both = new Tale()
      .step('LegitimateInterestRecorded', ASKED, { record: 'x1', purposes: ['offers'] })
      .step('ContractRecorded', ASKED, { record: 'x2', purposes: ['offers'] })
      .withdrawn(AT, 'x1', ['offers']);
    expect(statuses(both)).toEqual([['ConsentWithdrawn'], ['ContractRecorded']]);
  });
});

describe('a lapse', () => {
  const contract = (): Tale => new Tale().step('ContractRecorded', ASKED, { record: 'x1', purposes: ['account'] });
  const lapsed = (tale: Tale, why?: Facts['because']): PurposeState | undefined =>
    records(tale.step('ConsentLapsed', AT, because(why, 'news', 'account')))[0]?.purposes[0];

  test('ends what is in force, and leaves alone what waits', () => {
    expect(lapsed(given('news'))).toMatchObject({ status: 'ConsentExpired', since: AT });
    const waits = asked().step('ConsentLapsed', '2026-05-31T11:00:00Z', { purposes: ['news'] });
    expect(statuses(waits)).toEqual([['ConsentRequested']]);
  });

  test('ends a contract by time alone, as nobody has to be heard of for one', () => {
    for (const why of [undefined, 'review'] as const) expect(lapsed(contract(), why)?.status).toBe('ContractRecorded');
    expect(lapsed(contract(), 'ends-on')).toMatchObject({ status: 'ContractEnded' });
    expect(lapsed(contract(), 'ends-on')).not.toHaveProperty('isForgotten');
  });

  test('as no registration is kept for longer ends no contract, which is only forgotten', () => {
    expect(lapsed(contract(), 'registration-maximum')).toMatchObject({ status: 'ContractEnded', isForgotten: true });
    expect(lapsed(given('news'), 'registration-maximum')).not.toHaveProperty('isForgotten');
  });
});

test('nothing that was asked for before an erasure can still be confirmed', () => {
  const erased = asked().step('DataErased', '2026-05-31T11:00:00Z');
  erased.step('ConsentGiven', '2026-05-31T12:00:00Z', { record: 'r1', purposes: ['news'] });
  expect(records(erased)[0]).toMatchObject({ confirmBy: '2026-05-31T11:00:00.000Z' });
  expect(statuses(erased)).toEqual([['ConsentExpired']]);
  const [late] = records(new Tale().request(ASKED, 'r1', ['news']).step('DataErased', AT));
  expect(late?.confirmBy).toBe('2026-01-17T10:00:00.000Z');
  const [confirmed] = records(given('news').step('DataErased', '2026-01-11T10:00:00Z'));
  expect(confirmed?.confirmBy).toBe('2026-01-17T10:00:00.000Z');
});

test('a mail is noted at its record, each kind once', () => {
  const mailed = (tale: Tale, at: string, mail: NonNullable<Facts['mail']>): Tale =>
    tale.step('MailSent', at, { record: 'r1', facts: { mail } });
  const tale = mailed(mailed(mailed(given('news'), AT, 'welcome'), LATER, 'welcome'), LATER, 'asset').given(
    LATER,
    'r2',
    [],
  );
  expect(records(tale).map(({ mails }) => mails)).toEqual([
    [
      { kind: 'welcome', at: AT },
      { kind: 'asset', at: LATER },
    ],
    [],
  ]);
});
