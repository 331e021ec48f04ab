import { entriesOf, type EntryFor, type Facts } from '../../shared/consent/entry';
import { toTell, undecided, unsettled } from '../../shared/consent/weighing';
import { Tale } from './tale';

const RAISED = '2026-02-01T10:00:00Z';
const DECIDED = '2026-02-10T10:00:00Z';
const SINCE = '2026-02-11T10:00:00Z';
const BOTH = ['news', 'events'];

const raised = (...purposes: string[]): Tale => new Tale().step('ObjectionRaised', RAISED, { purposes });
const decided = (decision: 'upheld' | 'refused', purposes = BOTH): Tale =>
  raised(...BOTH).step('ObjectionDecided', DECIDED, { purposes, facts: { decision } });
const decisionIn = ({ entries }: Tale): EntryFor<'ObjectionDecided'> => entriesOf('ObjectionDecided', entries)[0]!;
const told = (tale: Tale): string[] => toTell(decisionIn(tale), tale.entries);
const mailed = (facts: Facts, tale = decided('upheld')): Tale =>
  tale.step('MailSent', SINCE, { facts: { mail: 'objection-decided', ...facts } });

describe('of a decision the person is yet to be told', () => {
  test('until a mail did, that was about just this one', () => {
    expect(told(decided('upheld'))).toEqual(BOTH);
    expect(told(mailed({ tellsOf: 1 }))).toEqual([]);
    expect(told(mailed({ tellsOf: 0 }))).toEqual(BOTH);
    expect(told(mailed({}))).toEqual(BOTH);
    expect(told(mailed({ tellsOf: 1 }, mailed({ tellsOf: 0 })))).toEqual([]);
  });

  test('but not once they are erased, as nobody knows their address any more', () => {
    const erased = mailed({}).step('DataErased', SINCE).step('LanguageChosen', SINCE);
    expect(told(erased)).toEqual([]);
    const before = new Tale().step('DataErased', RAISED);
    before.step('ObjectionDecided', DECIDED, { purposes: BOTH, facts: { decision: 'refused' } });
    expect(told(before)).toEqual(BOTH);
  });

  test('but not that it was upheld, of what they said yes to since; that it was refused all the same', () => {
    const yes = (tale: Tale): Tale => tale.given(SINCE, 'r1', ['events']);
    expect(told(yes(decided('upheld')))).toEqual(['news']);
    expect(told(yes(decided('refused')))).toEqual(BOTH);
    expect(told(decided('upheld').step('ObjectionRecorded', SINCE, { purposes: ['events'] }))).toEqual(BOTH);
  });
});

describe('what was upheld is settled', () => {
  const left = (tale: Tale): string[] => unsettled(decisionIn(tale), tale.entries).map(({ id }) => id);

  test('purpose by purpose, by the objection that follows, or by a yes', () => {
    expect(left(decided('upheld'))).toStrictEqual(BOTH);
    expect(left(decided('upheld').step('ObjectionRecorded', SINCE, { purposes: ['events'] }))).toStrictEqual(['news']);
    expect(left(decided('upheld').given(SINCE, 'r1', ['news']))).toStrictEqual(['events']);
  });

  test('and of what was refused nothing has to be', () => {
    expect(left(decided('refused'))).toStrictEqual([]);
  });
});

test('undecided is what is weighed, and was not upheld yet, each by the objection that named it last', () => {
  const open = ({ entries }: Tale): unknown[] =>
    undecided(entries).map(({ purpose, raised: by }) => [purpose.id, by.seq]);
  expect(open(raised('news').step('ObjectionRaised', SINCE, { purposes: BOTH }))).toEqual([
    ['news', 1],
    ['events', 1],
  ]);
  expect(open(decided('upheld', ['news']))).toEqual([['events', 0]]);
  expect(open(decided('refused', ['news']))).toEqual([['events', 0]]);
  expect(open(raised(...BOTH).step('DataErased', SINCE))).toEqual([]);
});
