import { asRecord } from '../ids';
import {
  confirm,
  confirmOrder,
  endedTogether,
  isRenewal,
  isSameRequest,
  renew,
  request,
  withdraw,
  withdrawable,
  type Leavable,
  type SignUp,
  type Withdrawal,
} from '../../shared/consent/decide/decisions';
import {
  AlreadyConfirmed,
  AlreadyWithdrawn,
  ConfirmationExpired,
  NothingToRenew,
  NothingToWithdraw,
  UnknownRecord,
} from '../../shared/consent/errors';
import { fold } from '../../shared/consent/fold';
import { LIMITS, REQUIRES, signUp } from './model';
import { Tale } from './tale';

const START = Date.parse('2026-03-01T10:00:00Z');
const at = (minutes: number): Date => new Date(START + minutes * 60_000);
const iso = (minutes: number): string => at(minutes).toISOString();
const R1 = asRecord('r1');
const asked = (...purposes: string[]): Tale => new Tale().request(iso(0), 'r1', purposes);
const given = (...purposes: string[]): Tale => new Tale().given(iso(0), 'r1', purposes);
const ordered = (purposes: string[], record = 'r1'): Tale =>
  new Tale().step('ConsentRequested', iso(0), { record, purposes, asset: 'paper', facts: { confirmBy: iso(600) } });
const ids = (step: { readonly purposes: readonly { readonly id: string }[] }) => step.purposes.map(({ id }) => id);
const purpose = (id: string) => ({ id, legalBasis: 'consent', noticeHash: `hash-of-${id}` });

describe('a sign-up', () => {
  const wish = (change: Partial<SignUp> = {}): SignUp => ({ ...signUp('n1', ['news'], at(0)), ...change });
  const ask = ({ entries }: Tale, minutes: number, what = wish(), limits = LIMITS) =>
    request(fold(entries, at(minutes)), what, limits, at(minutes));

  test('says what is asked for, of whom, and by which form, as far as that is known', () => {
    const facts = { confirmBy: wish().confirmBy.toISOString(), address: 'a', privacyNotice: '1' };
    const said = { type: 'ConsentRequested', at: iso(5), site: 'demo', recordId: 'n1', actor: { kind: 'subject' } };
    const step = { ...said, language: 'de', purposes: [purpose('news')], facts };
    expect(ask(new Tale(), 5)).toStrictEqual(step);
    const more = { source: 'account', wordingBy: 'form', formId: 'footer' } as const;
    expect(ask(new Tale(), 5, wish(more))).toStrictEqual({ ...step, facts: { ...facts, ...more } });
  });

  test('for the same is nothing within the pause, from the sign-up and from each of its mails', () => {
    expect(ask(asked('news'), 9.9)).toBeUndefined();
    expect(ask(asked('news'), 10)).toBeDefined();
    expect(ask(asked('events'), 5)).toBeDefined();
    expect(ask(given('news'), 5)).toBeDefined();
    const late = asked('news').step('MailSent', iso(15), { record: 'r1', facts: { mail: 'confirmation' } });
    expect(ask(late, 20)).toBeUndefined();
    expect(ask(late, 25)).toBeDefined();
    expect(ask(asked('events').request(iso(1), 'r2', ['news']), 5)).toBeUndefined();
  });

  test('is nothing where there were as many within a day as may be; what others report is none', () => {
    const once = { ...LIMITS, mailsPerDay: 1 };
    expect(ask(asked('events'), 24 * 60 - 1, wish(), once)).toBeUndefined();
    expect(ask(asked('events'), 24 * 60, wish(), once)).toBeDefined();
    expect(ask(new Tale(), 0, wish(), { ...LIMITS, mailsPerDay: 0 })).toBeUndefined();
    const reported = new Tale().step('ConsentRecorded', iso(0), { record: 'x1', purposes: ['events'] });
    expect(ask(reported, 5, wish(), once)).toBeDefined();
  });

  test('is the same by its wordings, in whatever order, and its order', () => {
    const of = (asset?: string, ...hashes: string[]) => ({
      purposes: hashes.map((noticeHash) => ({ id: 'p', legalBasis: 'consent' as const, noticeHash })),
      ...(asset !== undefined && { asset: { id: 'paper', noticeHash: asset } }),
    });
    expect(isSameRequest(of('a', 'x', 'y'), of('a', 'y', 'x'))).toBe(true);
    expect(isSameRequest(of(undefined, 'x'), of(undefined, 'x'))).toBe(true);
    for (const other of [of('b', 'x', 'y'), of(undefined, 'x', 'y'), of('a', 'x'), of('a', 'x', 'z')])
      expect(isSameRequest(of('a', 'x', 'y'), other)).toBe(false);
  });
});

describe('the press of the button', () => {
  const press = ({ entries }: Tale, minutes = 5, record = R1) =>
    confirm(fold(entries, at(minutes)), record, REQUIRES, at(minutes));
  const anew = ({ entries }: Tale, record = R1) => renew(fold(entries, at(90)), record, REQUIRES, at(90));

  test('gives what the record asks for', () => {
    const said = { site: 'demo', recordId: 'r1', at: iso(5), actor: { kind: 'subject' }, language: 'de', facts: {} };
    const step = { type: 'ConsentGiven', ...said, purposes: [purpose('news'), purpose('events')] };
    expect(press(asked('news', 'events'))).toStrictEqual(step);
    const order = { ...said, purposes: [purpose('news')], asset: { id: 'paper', noticeHash: 'hash-of-paper' } };
    expect(press(ordered(['news']))).toStrictEqual({ type: 'ConsentGiven', ...order });
    const { entries } = ordered(['news']);
    const alone = confirmOrder(fold(entries, at(5)), R1, at(5));
    expect(alone).toStrictEqual({ type: 'ConsentGiven', ...order, purposes: [] });
  });

  test('gives nothing without one of the purposes that it needs, be it asked for along with it or in force', () => {
    expect(ids(press(asked('news', 'analysis')))).toEqual(['news', 'analysis']);
    expect(ids(press(asked('analysis', 'others')))).toEqual(['others']);
    expect(ids(press(ordered(['analysis'])))).toEqual([]);
    expect(() => press(asked('analysis'))).toThrow(AlreadyWithdrawn);
    const tale = given('events').request(iso(2), 'r2', ['analysis']);
    expect(ids(press(tale, 5, asRecord('r2')))).toEqual(['analysis']);
    const taken = asked('news', 'events').step('ConsentRefused', iso(1), { record: 'r1', purposes: ['news'] });
    expect(ids(press(taken))).toEqual(['events']);
  });

  test('gives nothing of a record that there is none of, or that was taken back, confirmed, or is late', () => {
    expect(() => press(asked('news'), 5, asRecord('r2'))).toThrow(UnknownRecord);
    expect(() => press(asked('news').step('ConsentRefused', iso(1), { purposes: ['news'] }))).toThrow(AlreadyWithdrawn);
    expect(() => press(given('news'))).toThrow(AlreadyConfirmed);
    expect(() => press(asked('news'), 7 * 24 * 60)).toThrow(ConfirmationExpired);
    expect(press(asked('news'), 7 * 24 * 60 - 1)).toBeDefined();
  });

  test('renews where all that is asked for is in force', () => {
    const is = ({ entries }: Tale, record = 'r2') => isRenewal(fold(entries, at(90)), asRecord(record));
    const again = given('news').request(iso(80), 'r2', ['news']);
    expect([is(again), is(again, 'r1'), is(again, 'r3')]).toEqual([true, false, false]);
    expect(anew(again, asRecord('r2'))).toMatchObject({ type: 'RenewedConsentGiven', purposes: [{ id: 'news' }] });
    const more = given('news').request(iso(80), 'r2', ['news', 'events']);
    expect(is(more)).toBe(false);
    expect(() => anew(more, asRecord('r2'))).toThrow(NothingToRenew);
    expect(() => anew(given('news'))).toThrow(AlreadyConfirmed);
  });
});

describe('a withdrawal', () => {
  const stateOf = ({ entries }: Tale): readonly Leavable[] => fold(entries, at(90));
  const ends = (tale: Tale, ...purposes: string[]) =>
    withdrawable(stateOf(tale), { purposes, requires: REQUIRES }).map(({ id, status }) => [id, status]);
  const leave = (state: readonly Leavable[], change: Partial<Withdrawal> = {}) =>
    withdraw(state, { purposes: [], requires: REQUIRES, via: 'page', ...change }, at(90));
  const interest = (state: readonly Leavable[]): Leavable[] =>
    state.map((record) => ({
      ...record,
      purposes: record.purposes.map((one) => ({
        ...one,
        legalBasis: 'legitimate-interest',
        status: 'LegitimateInterestRecorded',
      })),
    }));

  test('ends what is in force and what waits, but nothing that was left out when the rest was confirmed', () => {
    expect(ends(given('news').request(iso(80), 'r2', ['events']))).toEqual([
      ['events', 'ConsentRequested'],
      ['news', 'ConsentGiven'],
    ]);
    const order = ordered(['events']).step('ConsentGiven', iso(1), { record: 'r1', purposes: [] });
    expect(ends(order)).toEqual([]);
    expect(ends(given('news').request(iso(80), 'r2', ['news']))).toEqual([['news', 'ConsentGiven']]);
    expect(ends(asked('news').given(iso(80), 'r2', ['news']))).toEqual([['news', 'ConsentGiven']]);
    const contract = { record: 'c1', purposes: ['news'] };
    expect(ends(new Tale().step('ContractRecorded', iso(0), contract))).toEqual([]);
  });

  test('ends it as the record has it that counts most: the person’s own word, and not what others report since', () => {
    const tale = given('news').step('ConsentRecorded', iso(5), { record: 'x1', purposes: ['news'] });
    const [ended] = withdrawable(stateOf(tale), { purposes: [], requires: REQUIRES });
    expect(ended?.since).toBe(iso(1));
  });

  test('ends what cannot stand without what it names; what waits supports nothing that is in force', () => {
    const both = given('news', 'events', 'analysis');
    expect(ends(both, 'news')).toEqual([['news', 'ConsentGiven']]);
    expect(ends(both, 'news', 'events').map(([id]) => id)).toEqual(['news', 'events', 'analysis']);
    expect(ends(given('news', 'analysis'), 'news').map(([id]) => id)).toEqual(['news', 'analysis']);
    const waiting = given('news', 'analysis').request(iso(80), 'r2', ['events']);
    expect(ends(waiting, 'news').map(([id]) => id)).toEqual(['news', 'analysis']);
    const later = given('news').request(iso(80), 'r2', ['events', 'analysis']);
    expect(ends(later, 'news').map(([id]) => id)).toEqual(['news']);
    expect(ends(both, 'others')).toEqual([]);
  });

  test('ends what is in force by one step, and what waits by another', () => {
    const all = withdrawable(stateOf(given('news').request(iso(80), 'r2', ['events'])), {
      purposes: [],
      requires: REQUIRES,
    });
    const first = endedTogether(all);
    expect([first.type, ids(first)]).toEqual(['ConsentWithdrawn', ['news']]);
    const rest = endedTogether(all.filter(({ id }) => id !== 'news'));
    expect([rest.type, ids(rest)]).toEqual(['ConsentRefused', ['events']]);
  });

  test('names the record whose link was used, and else the first that has it', () => {
    const state = stateOf(
      given('events').given(iso(2), 'r2', ['news', 'others']).given(iso(4), 'r3', ['news', 'events']),
    );
    const said = { site: 'demo', at: iso(90), actor: { kind: 'subject' }, facts: { via: 'one-click' } };
    expect(leave(state, { purposes: ['news'], recordId: asRecord('r3'), via: 'one-click' })).toStrictEqual({
      type: 'ConsentWithdrawn',
      ...said,
      recordId: 'r3',
      purposes: [purpose('news')],
    });
    expect(leave(state, { purposes: ['news'], recordId: asRecord('gone') }).recordId).toBe('r2');
    expect(leave(state, { purposes: ['news'] }).recordId).toBe('r2');
    const { recordId: _, ...unnamed } = stateOf(given('news'))[0]!;
    expect(leave([unnamed])).not.toHaveProperty('recordId');
    expect(leave(stateOf(asked('news'))).type).toBe('ConsentRefused');
  });

  test('of anything that rests on legitimate interest is an objection', () => {
    const state = stateOf(given('news').given(iso(2), 'r2', ['events']));
    expect(leave(state).type).toBe('ConsentWithdrawn');
    expect(leave([state[0]!, ...interest([state[1]!])]).type).toBe('ObjectionRecorded');
    expect(leave(interest(state)).type).toBe('ObjectionRecorded');
  });

  test('is refused where there is nothing to withdraw', () => {
    for (const state of [[], stateOf(given('news').withdrawn(iso(5), 'r1', ['news']))])
      expect(() => leave(state)).toThrow(NothingToWithdraw);
    const left = stateOf(given('news').withdrawn(iso(5), 'r1', ['news']));
    expect(() => leave(left, { recordId: R1 })).toThrow(NothingToWithdraw);
    expect(() => leave(stateOf(given('news')), { purposes: ['others'], recordId: R1 })).toThrow(NothingToWithdraw);
  });
});
