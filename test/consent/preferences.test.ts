import type { LegalBasis, Site } from '../../shared/policy/schema';
import { fold } from '../../shared/consent/fold';
import { askable, preferences, presentAddress, type Address, type Preference } from '../../shared/consent/preferences';
import { asSubject } from '../ids';
import { Tale } from './tale';

const NOW = new Date('2026-06-01T10:00:00Z');
const GIVEN = '2026-01-10T10:00:00Z';
const SINCE = '2026-01-10T10:01:00.000Z';
const AT = '2026-02-01T10:00:00Z';
const WAITS = '2026-05-31T10:00:00Z';
const SITE = {
  purposes: [
    { id: 'news', legalBasis: 'consent' },
    { id: 'offers', legalBasis: 'legitimate-interest' },
    { id: 'invoices', legalBasis: 'contract' },
    { id: 'events', legalBasis: 'consent' },
  ],
} as unknown as Pick<Site, 'purposes'>;

const address = (tale: Tale, name = 'a', perhaps: Address['perhaps'] = []): Address => ({
  ...{ subject: asSubject(name), entries: tale.entries, state: fold(tale.entries, NOW), perhaps },
});
const all = (...addresses: Address[]): Preference[] => preferences(SITE, addresses);
const of = (id: string, ...addresses: Address[]): Preference | undefined =>
  all(...addresses).find((one) => one.id === id);
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);
/** Mail for it rests on that basis, by the word of others. */
function reported(type: 'LegitimateInterestRecorded' | 'ContractRecorded', legalBasis: LegalBasis, id: string): Tale {
  const tale = new Tale().step(type, AT, { record: 'x1', purposes: [id] });
  const [entry] = tale.entries;
  tale.entries[0] = { ...entry!, purposes: [{ id, legalBasis, noticeHash: 'hash' }] };
  return tale;
}
const relied = (): Tale => reported('LegitimateInterestRecorded', 'legitimate-interest', 'offers');

test('a person decides on what rests on consent, in the order of the site; mail that a contract needs is none of it', () => {
  expect(all(address(new Tale()))).toEqual([
    { id: 'news', legalBasis: 'consent', status: 'off' },
    { id: 'events', legalBasis: 'consent', status: 'off' },
  ]);
  expect(all()).toEqual(all(address(new Tale())));
});

test('what rests on interest is shown while it does, and once it was objected to', () => {
  expect(of('offers', address(relied()))).toEqual({
    ...{ id: 'offers', legalBasis: 'legitimate-interest', status: 'on', since: new Date(AT).toISOString() },
  });
  const objected = new Tale().step('ObjectionRecorded', AT, { purposes: ['offers', 'news'] });
  expect(of('offers', address(objected))).toEqual({
    id: 'offers',
    legalBasis: 'legitimate-interest',
    status: 'objected',
  });
  // Who objected to what rests on consent is asked as anybody is.
  expect(of('news', address(objected))?.status).toBe('off');
});

test('what was given says where and since when; what others reported has no such place', () => {
  const two = new Tale().given('2026-01-09T10:00:00Z', 'r0', ['events']).given(GIVEN, 'r1', ['news']);
  expect(of('news', address(two))).toEqual({
    ...{ id: 'news', legalBasis: 'consent', status: 'on', since: SINCE, given: { subject: 'a', recordId: 'r1' } },
  });
  const elsewhere = new Tale().step('ConsentRecorded', AT, { record: 'x1', purposes: ['news'] });
  expect(of('news', address(elsewhere))).not.toHaveProperty('given');
  expect(of('news', address(elsewhere))?.status).toBe('on');
});

test('what is in force and may not be used now rests', () => {
  expect(of('news', address(given('news').step('ProcessingRestricted', AT)))).toMatchObject({
    ...{ status: 'resting', since: SINCE, given: { recordId: 'r1' } },
  });
});

test('what was asked for waits, until it is confirmed, refused, or nobody answered in time', () => {
  const asked = (at: string): Tale => new Tale().request(at, 'r1', ['news']);
  expect(of('news', address(asked(WAITS)))).toEqual({ id: 'news', legalBasis: 'consent', status: 'waiting' });
  expect(of('events', address(asked(WAITS)))?.status).toBe('off');
  expect(of('news', address(asked(AT)))?.status).toBe('off');
  const refused = asked(WAITS).step('ConsentRefused', '2026-05-31T11:00:00Z', { record: 'r1', purposes: ['news'] });
  expect(of('news', address(refused))?.status).toBe('off');
  const both = new Tale().request(WAITS, 'r1', ['events', 'news']);
  expect(of('news', address(both))?.status).toBe('waiting');
});

test('what was not given along with the rest of its sign-up waits no longer', () => {
  const part = new Tale()
    .request(WAITS, 'r1', ['news', 'events'])
    .step('ConsentGiven', '2026-05-31T11:00:00Z', { record: 'r1', purposes: ['news'] });
  expect(all(address(part)).map(({ status }) => status)).toEqual(['on', 'off']);
});

test('what may have been given in a way that only a later version reads rests, and can be decided on', () => {
  const perhaps = [
    { id: 'events', legalBasis: 'consent' },
    { id: 'surveys', legalBasis: 'consent' },
  ] as const;
  expect(all(address(new Tale(), 'a', perhaps)).map(({ id, status }) => [id, status])).toEqual([
    ...[
      ['news', 'off'],
      ['events', 'resting'],
      ['surveys', 'resting'],
    ],
  ]);
});

test('what may have been given rests on what the site says, where it has it', () => {
  const perhaps = [{ id: 'offers', legalBasis: 'consent' }] as const;
  expect(of('offers', address(new Tale(), 'a', perhaps))).toEqual({
    ...{ id: 'offers', legalBasis: 'legitimate-interest', status: 'resting' },
  });
});

test('what the site has no longer can still be withdrawn, and is there no longer once it is', () => {
  const former = given('news', 'surveys');
  expect(all(address(former)).map(({ id }) => id)).toEqual(['news', 'events', 'surveys']);
  const left = given('surveys').withdrawn(AT, 'r1', ['surveys']);
  expect(all(address(left)).map(({ id }) => id)).toEqual(['news', 'events']);
  const contract = reported('ContractRecorded', 'contract', 'service');
  expect(all(address(contract)).map(({ id }) => id)).toEqual(['news', 'events']);
});

test('what was given can be withdrawn, also where the site has it on a contract by now, or a contract is about it, too', () => {
  const consent = { id: 'invoices', legalBasis: 'consent', status: 'on' };
  expect(all(address(given('invoices', 'events')))).toMatchObject([
    { id: 'news', status: 'off' },
    consent,
    { id: 'events', status: 'on' },
  ]);
  const both = given('invoices');
  both.entries.push(...reported('ContractRecorded', 'contract', 'invoices').entries);
  expect(of('invoices', address(both))).toMatchObject(consent);
  expect(of('invoices', address(both.withdrawn(AT, 'r1', ['invoices'])))).toBeUndefined();
});

test('what may have been given rests on what it was given by, where the site has a contract by now', () => {
  const perhaps = [{ id: 'invoices', legalBasis: 'consent' }] as const;
  expect(of('invoices', address(new Tale(), 'a', perhaps))).toEqual({
    ...{ id: 'invoices', legalBasis: 'consent', status: 'resting' },
  });
});

test('a contract gives no consent to what the site asks for by now', () => {
  expect(of('news', address(reported('ContractRecorded', 'contract', 'news')))).toEqual({
    ...{ id: 'news', legalBasis: 'consent', status: 'off' },
  });
});

test('of several addresses the one counts at which a purpose stands best', () => {
  const [on, resting, waiting, off] = [
    ...[address(given('news'), 'on'), address(given('news').step('ProcessingRestricted', AT), 'resting')],
    ...[address(new Tale().request(WAITS, 'r1', ['news']), 'waiting'), address(new Tale(), 'off')],
  ] as const;
  const best = (...addresses: Address[]): unknown => of('news', ...addresses)?.status;
  expect(best(off, waiting, resting, on)).toBe('on');
  expect(best(waiting, resting, off)).toBe('resting');
  expect(best(off, waiting)).toBe('waiting');
  expect(of('news', off, on)?.given?.subject).toBe('on');
  const objected = address(new Tale().step('ObjectionRecorded', AT, { purposes: ['offers'] }));
  expect(of('offers', off, objected)?.status).toBe('objected');
  expect(of('offers', objected, address(relied()))?.status).toBe('on');
});

describe('somebody with several addresses is', () => {
  const moved = (at: string, to: string): Tale =>
    given('news').step('ConsentWithdrawn', at, { purposes: ['news'], facts: { movedTo: asSubject(to) } });
  const now = (...addresses: [Address, ...Address[]]): string => presentAddress(addresses).subject;

  test('where they moved to last, whatever the order of the addresses', () => {
    const [first, second, third] = [
      ...[address(moved(AT, 'b'), 'a'), address(moved('2026-03-01T10:00:00Z', 'c'), 'b'), address(given('news'), 'c')],
    ] as const;
    expect(now(first, second, third)).toBe('c');
    expect(now(second, third, first)).toBe('c');
    expect(now(third, second, first)).toBe('c');
    // Whatever they did there since.
    expect(now(first, second, address(given('news').withdrawn('2026-04-01T10:00:00Z', 'r1', ['news']), 'c'))).toBe('c');
    expect(now(first, address(given('news'), 'b'))).toBe('b');
    // There and back again.
    expect(now(address(moved(AT, 'b'), 'a'), address(moved('2026-03-01T10:00:00Z', 'a'), 'b'))).toBe('a');
  });

  test('at the first, where they moved nowhere, or nothing is known of where', () => {
    expect(now(address(given('news'), 'a'), address(given('news'), 'b'))).toBe('a');
    expect(now(address(moved(AT, 'z'), 'a'), address(given('news'), 'b'))).toBe('a');
  });
});

describe('of what somebody wishes for', () => {
  const stands = (id: string, status: Preference['status'], legalBasis: LegalBasis = 'consent'): Preference => ({
    ...{ id, status, legalBasis },
  });
  const REQUIRES = new Map([['analysis', ['news', 'events']]]);
  const asked = (wished: string[], ...known: Preference[]) => askable(wished, known, REQUIRES);

  test('they are asked about what rests on consent and is not there yet', () => {
    const known = [stands('news', 'on'), stands('events', 'off'), stands('offers', 'off', 'legitimate-interest')];
    expect(asked(['news', 'events', 'offers', 'unheard-of'], ...known)).toEqual({ ask: ['events'], lacking: [] });
    expect(asked([], ...known)).toEqual({ ask: [], lacking: [] });
    expect(asked(['news', 'events'], stands('news', 'waiting'), stands('events', 'resting')).ask).toEqual([
      ...['news', 'events'],
    ]);
  });

  test('what needs something else is lacking, unless one of these is there or asked for, too', () => {
    const analysis = stands('analysis', 'off');
    const none = [stands('news', 'off'), stands('events', 'waiting')];
    expect(asked(['analysis'], analysis, ...none)).toEqual({ ask: [], lacking: ['analysis'] });
    expect(asked(['analysis', 'events'], analysis, ...none)).toEqual({ ask: ['analysis', 'events'], lacking: [] });
    expect(asked(['analysis'], analysis, stands('news', 'on'))).toEqual({ ask: ['analysis'], lacking: [] });
  });
});
