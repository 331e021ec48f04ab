import fc from '../seeded';
import type { Entry } from '../../shared/consent/entry';
import { asRecord } from '../ids';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { permissions } from '../../shared/consent/permissions';
import { standingOf } from '../../shared/consent/standing';
import { lapseOver } from '../../shared/consent/keep/lapse-over';
import { stateAt } from '../../shared/consent/keep/state-at';
import { plus } from '../../shared/calendar';
import { history as anyHistory, RULES } from './histories';
import { History, purpose } from './history';
import { rules } from './tale';

const START = new Date('2026-11-22T09:15:30Z');
const MAXIMUM = new Date('2027-11-22T09:15:30Z');
const BY = rules({ registrationMaximum: 'P1Y' });
const NONE = new Map<string, string[]>();

const DAY_MS = 24 * 60 * 60 * 1000;
const before = (moment: Date, ms: number): Date => new Date(moment.getTime() - ms);
const inForce = ({ entries }: History, now: Date): string[] => [...purposesInForce(stateAt(entries, BY, now)).keys()];
const lapse = ({ entries }: History, now: Date) => lapseOver(entries, BY, NONE, now);

function subscriber(): History {
  const history = new History(START);
  history.confirm('r1', 'news', 'events');
  return history;
}

test('what is registered is in force up to its maximum and not a moment longer', () => {
  const history = subscriber();
  expect(inForce(history, before(MAXIMUM, 1))).toEqual(['news', 'events']);
  expect(inForce(history, MAXIMUM)).toEqual([]);
  const [record] = stateAt(history.entries, BY, plus(MAXIMUM, 'P1M'));
  expect(record?.purposes.map(({ status, since }) => [status, since])).toEqual(
    Array(2).fill(['ConsentExpired', MAXIMUM.toISOString()]),
  );
});

test('it lapses in the last review before, and once', () => {
  const history = subscriber();
  expect(lapse(history, before(MAXIMUM, DAY_MS + 1))).toBeUndefined();
  history.now = before(MAXIMUM, DAY_MS);
  const step = lapse(history, history.now);
  expect(step).toMatchObject({
    type: 'ConsentLapsed',
    recordId: 'r1',
    actor: { kind: 'system' },
    purposes: [purpose('news'), purpose('events')],
    facts: { because: 'registration-maximum' },
  });
  if (step) history.write(step);
  expect(inForce(history, history.now)).toEqual([]);
  expect(lapse(history, plus(MAXIMUM, 'P1D'))).toBeUndefined();
});

test('a later registration goes on with what it holds', () => {
  const history = subscriber();
  history.now = plus(START, 'P6M');
  history.confirm('r2', 'news');
  expect(inForce(history, MAXIMUM)).toEqual(['news']);
  const first = lapse(history, MAXIMUM);
  expect([first?.recordId, first?.purposes]).toEqual(['r1', [purpose('events')]]);
  history.now = MAXIMUM;
  if (first) history.write(first);
  expect(lapse(history, plus(MAXIMUM, 'P5M'))).toBeUndefined();
  const second = lapse(history, plus(MAXIMUM, 'P6M'));
  expect([second?.recordId, second?.purposes]).toEqual(['r2', [purpose('news')]]);
});

test('what cannot stand without it goes along, though registered later', () => {
  const history = subscriber();
  history.now = plus(START, 'P6M');
  history.confirm('r2', 'analysis');
  const step = lapseOver(history.entries, BY, new Map([['analysis', ['news', 'events']]]), MAXIMUM);
  expect(step?.purposes.map(({ id }) => id)).toEqual(['news', 'events', 'analysis']);
});

test('K13: a registration for a contract is kept no longer either; where there is no maximum nothing comes to it', () => {
  const contract = { id: 'account', legalBasis: 'contract' as const, noticeHash: 'hash-of-account' };
  const history = new History(START);
  history.write({ type: 'ContractRecorded', language: 'de', purposes: [contract] });
  expect(inForce(history, before(MAXIMUM, 1))).toEqual(['account']);
  expect(stateAt(history.entries, BY, MAXIMUM)[0]?.purposes).toMatchObject([
    { status: 'ContractEnded', since: MAXIMUM.toISOString() },
  ]);
  const step = lapse(history, MAXIMUM);
  expect(step).toMatchObject({
    type: 'ConsentLapsed',
    purposes: [contract],
    facts: { because: 'registration-maximum' },
  });
  if (step) history.write(step);
  expect(fold(history.entries, MAXIMUM)[0]?.purposes).toMatchObject([{ status: 'ContractEnded' }]);
  expect(lapse(history, plus(MAXIMUM, 'P9Y'))).toBeUndefined();
  expect(lapseOver(subscriber().entries, rules(), NONE, plus(MAXIMUM, 'P9Y'))).toBeUndefined();
});

test('whatever happened: once it has lapsed, what is in force is what still is so a day later', () => {
  const by = { ...RULES, retention: { ...RULES.retention, registrationMaximum: 'PT900H' } };
  const names = (entries: readonly Entry[], now: Date): string[] =>
    [...purposesInForce(stateAt(entries, by, now)).keys()].sort();
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 0, max: 2000 }), ({ entries, now }, hours) => {
      const then = plus(now, `PT${hours}H`);
      const step = lapseOver(entries, by, NONE, then);
      const left = names(entries, plus(then, 'P1D'));
      const after = step ? [...entries, { ...entries.at(-1), ...step } as Entry] : entries;
      expect([...purposesInForce(fold(after, then)).keys()].sort()).toEqual(left);
    }),
  );
});

test('of a consent that came to it, it is still said that it is over', () => {
  const history = subscriber();
  const news = { id: 'news', legalBasis: 'consent' as const };
  const asked = () => permissions([news], stateAt(history.entries, BY, MAXIMUM), standingOf(history.entries), MAXIMUM);
  const over = [{ ...news, allowed: false, status: 'ConsentExpired' }];
  expect(asked()).toMatchObject(over);
  const step = lapse(history, MAXIMUM);
  history.now = MAXIMUM;
  if (step) history.write(step);
  expect(asked()).toMatchObject(over);
});

test('W6: that a registration for a contract is kept no longer forbids no mail that the contract needs', () => {
  const contract = { id: 'account', legalBasis: 'contract' as const, noticeHash: 'hash-of-account' };
  const history = new History(START);
  history.write({ type: 'ContractRecorded', language: 'de', purposes: [contract] });
  const asked = (now: Date) =>
    permissions([contract], stateAt(history.entries, BY, now), standingOf(history.entries), now);
  const unknown = [{ id: 'account', legalBasis: 'contract', allowed: true }];
  // By time alone, and once it was written down.
  expect(asked(MAXIMUM)).toEqual(unknown);
  const step = lapse(history, MAXIMUM);
  history.now = MAXIMUM;
  if (step) history.write(step);
  expect(asked(plus(MAXIMUM, 'P6M'))).toEqual(unknown);
  // Reported as ended it is, and recorded anew it is in force.
  history.write({ type: 'ContractRecorded', recordId: asRecord('r2'), language: 'de', purposes: [contract] });
  expect(asked(MAXIMUM)).toMatchObject([{ allowed: true, status: 'ContractRecorded' }]);
  history.write({ type: 'ContractEnded', recordId: asRecord('r2'), purposes: [contract] });
  expect(asked(MAXIMUM)).toMatchObject([{ allowed: false, status: 'ContractEnded' }]);
});
