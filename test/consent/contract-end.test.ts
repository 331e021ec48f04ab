import { asDigest, asRecord } from '../ids';
import { endContracts, type ContractEnd } from '../../shared/consent/decide/contract-end';
import { fold } from '../../shared/consent/fold';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { againstErasure } from '../../shared/consent/decide/operator-erasure';
import { permissions } from '../../shared/consent/permissions';
import { recordFromElsewhere } from '../../shared/consent/decide/record-decisions';
import { dueForInactivity } from '../../shared/consent/keep/inactivity';
import { standingOf } from '../../shared/consent/standing';
import { plus } from '../../shared/calendar';
import { notice004 } from '../../examples/sites/notice-004-topics';
import { History, purpose } from './history';
import { rules } from './tale';

const START = new Date('2026-11-22T09:15:30Z');
const BACKEND = { kind: 'backend' as const, id: 'accounts' };
const contract = (id: string) => ({ id, legalBasis: 'contract' as const, noticeHash: `hash-of-${id}` });

function customer(...recordIds: readonly string[]): History {
  const history = new History(START);
  for (const recordId of recordIds) {
    history.write({
      type: 'ContractRecorded',
      recordId: asRecord(recordId),
      language: 'de',
      purposes: [contract('service')],
    });
  }
  return history;
}

const endOf = ({ entries, now }: History, end: Partial<ContractEnd> = {}) =>
  endContracts(fold(entries, now), { actor: BACKEND, purposes: [], endedOn: undefined, ...end }, now);

describe('the end of a contract', () => {
  test('names what it was about, once, and is reported once', () => {
    const history = customer('c1', 'c2');
    const step = endOf(history, { endedOn: '2026-11-20' });
    expect(step).toMatchObject({
      type: 'ContractEnded',
      recordId: 'c2',
      actor: BACKEND,
      purposes: [contract('service')],
      facts: { endedOn: '2026-11-20' },
    });
    if (step) history.write(step);
    expect(endOf(history)).toBeUndefined();
  });

  test('can be that of some purposes', () => {
    const history = customer('c1');
    history.write({
      type: 'ContractRecorded',
      recordId: asRecord('c2'),
      language: 'de',
      purposes: [contract('invoices')],
    });
    expect(endOf(history, { purposes: ['service'] })).toMatchObject({
      recordId: 'c1',
      purposes: [contract('service')],
    });
    expect(endOf(history)?.purposes).toEqual([contract('service'), contract('invoices')]);
    expect(endOf(history, { purposes: ['others'] })).toBeUndefined();
  });

  test('is none where there is no contract, and ends no consent', () => {
    const history = new History(START);
    history.confirm('r1', 'service');
    expect(endOf(history)).toBeUndefined();
  });

  test('begins the duty: by the day that it ended on, also where it was reported later', () => {
    const by = rules({}, { service: { keep: 'PT24H', from: 'withdrawal' } });
    const entryEnds = (history: History) => itemEnds(history.entries, by).map(({ entry }) => entry?.toISOString());
    const ended = (endedOn?: string): History => {
      const history = customer('c1');
      history.now = new Date('2026-12-02T10:00:00Z');
      const step = endOf(history, { endedOn });
      if (step) history.write(step);
      return history;
    };
    expect(entryEnds(customer('c1'))).toEqual([undefined]);
    expect(entryEnds(ended())).toEqual(Array(2).fill('2026-12-03T10:00:00.000Z'));
    expect(entryEnds(ended('2026-12-02'))).toEqual(Array(2).fill('2026-12-03T10:00:00.000Z'));
    expect(entryEnds(ended('2026-12-01'))).toEqual(Array(2).fill('2026-12-02T23:00:00.000Z'));
    // What was to be gone long ago goes at once.
    expect(entryEnds(ended('2026-11-25'))).toEqual(['2026-11-26T23:00:00.000Z', '2026-12-02T10:00:00.000Z']);
  });
});

describe('while a contract runs', () => {
  test('its mail is allowed and says since when; once its end was reported, no more', () => {
    const history = customer('c1');
    const say = () =>
      permissions([contract('service')], fold(history.entries, history.now), standingOf(history.entries), history.now);
    const since = START.toISOString();
    expect(say()).toEqual([
      { id: 'service', legalBasis: 'contract', allowed: true, status: 'ContractRecorded', since },
    ]);
    history.now = plus(START, 'P1Y');
    const step = endOf(history);
    if (step) history.write(step);
    expect(say()).toMatchObject([{ allowed: false, status: 'ContractEnded', since: history.now.toISOString() }]);
  });

  test('nobody is asked whether they want it, and what they were asked about ends without it', () => {
    const rule = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
    const history = customer('c1');
    const later = (duration: string) => dueForInactivity(history.entries, rule, plus(START, duration));
    expect(later('P9Y')).toBeUndefined();
    history.confirm('r1', 'news');
    expect(later('P3Y')).toMatchObject({ due: 'question', record: { recordId: 'r1' }, purposes: ['news'] });
    history.now = plus(START, 'P3Y');
    history.write({ type: 'MailSent', facts: { mail: 'still-interested' } });
    const lapse = later('P4Y');
    expect(lapse).toMatchObject({ due: 'lapse', step: { purposes: [purpose('news')] } });
    history.now = plus(START, 'P4Y');
    if (lapse?.due === 'lapse') history.write(lapse.step);
    expect(later('P9Y')).toBeUndefined();
    const [first, ...others] = itemEnds(history.entries, rules({ inactivity: rule }));
    expect(first?.entry).toBeUndefined();
    expect(others.map(({ entry }) => entry)).toEqual(others.map(() => plus(START, 'P5Y')));
  });

  test('it stands against an erasure, as its mails need the address', () => {
    const history = customer('c1');
    const wish = { suppress: false, despiteDuty: true };
    const against = () => againstErasure(history.entries, notice004, wish, history.now).contracts;
    expect(against()).toEqual(['c1']);
    const ended = endOf(history);
    if (ended) history.write(ended);
    expect(against()).toEqual([]);
  });
});

test('whoever makes a contract gets its mails, whatever they objected to; an old list of contracts brings nobody back', () => {
  const history = new History(START);
  history.write({ type: 'ObjectionRecorded', purposes: [contract('service')] });
  history.write({ type: 'DataErased', facts: { suppress: true } });
  const recording = {
    site: 'demo',
    recordId: asRecord('c1'),
    actor: BACKEND,
    address: asDigest('a'),
    language: 'de' as const,
    proof: [],
  };
  const about = { ...recording, legalBasis: 'contract' as const, purposes: [contract('service')] };
  const recorded = (source: 'account' | 'import') =>
    recordFromElsewhere(fold(history.entries, START), history.entries, { ...about, source }, START);
  expect(recorded('account')).toMatchObject({ type: 'ContractRecorded', facts: { source: 'account' } });
  expect(() => recorded('import')).toThrow('suppressed');
});

describe('a contract that began after the day on which another one ended', () => {
  const begun = (recordId: string, givenAt?: string) => ({
    type: 'ContractRecorded' as const,
    recordId: asRecord(recordId),
    language: 'de' as const,
    purposes: [contract('service')],
    facts: { ...(givenAt !== undefined && { givenAt }) },
  });
  const two = (...givenAt: (string | undefined)[]): History => {
    const history = new History(new Date('2026-02-16T09:00:00Z'));
    givenAt.forEach((at, n) => history.write(begun(`c${n + 1}`, at)));
    history.now = new Date('2026-03-05T10:00:00Z');
    return history;
  };

  test('goes on, however late that end is reported', () => {
    const again = two('2025-01-10T10:00:00Z', '2026-02-15T10:00:00Z');
    expect(endOf(again, { endedOn: '2026-01-31' })).toBeUndefined();
    expect(endOf(again, { endedOn: '2026-02-14' })).toBeUndefined();
  });

  test('but not one of that day, nor of a day that is not known; without a day all are meant', () => {
    expect(endOf(two('2025-01-10T10:00:00Z', '2026-02-15T10:00:00Z'), { endedOn: '2026-02-15' })).toBeDefined();
    expect(endOf(two('2025-01-10T10:00:00Z', undefined), { endedOn: '2026-01-31' })).toBeDefined();
    expect(endOf(two('2025-01-10T10:00:00Z', '2026-02-15T10:00:00Z'))).toBeDefined();
  });
});

describe('the end of a contract is told', () => {
  test('with its day, where that is known', () => {
    const said = { type: 'ContractEnded', site: 'demo', recordId: 'c1', at: START.toISOString(), actor: BACKEND };
    const step = { ...said, purposes: [contract('service')] };
    expect(endOf(customer('c1'))).toStrictEqual({ ...step, facts: {} });
    const endedOn = '2026-11-22';
    expect(endOf(customer('c1'), { endedOn })).toStrictEqual({ ...step, facts: { endedOn } });
  });

  test('of one of several things that a contract was about, while what else began since goes on', () => {
    const history = new History(START);
    const about = (recordId: string, givenAt: string, ...ids: string[]) =>
      history.write({
        type: 'ContractRecorded',
        recordId: asRecord(recordId),
        language: 'de',
        purposes: ids.map(contract),
        facts: { givenAt },
      });
    about('c1', '2026-11-01T10:00:00.000Z', 'service', 'invoices');
    history.now = plus(START, 'P10D');
    history.confirm('r1', 'service');
    // The first moment of the next day.
    about('c2', '2026-11-25T23:00:00.000Z', 'others', 'invoices');
    history.now = plus(START, 'P11D');
    const step = endOf(history, { endedOn: '2026-11-25' });
    expect(step).toMatchObject({ recordId: 'c1', purposes: [contract('service')] });
    expect(endOf(history, { endedOn: '2026-11-25', purposes: ['invoices'] })).toBeUndefined();
    expect(endOf(history, { purposes: ['invoices'] })?.recordId).toBe('c2');
  });
});
