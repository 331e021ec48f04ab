import type { Entry } from '../../shared/consent/entry';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { isDecisive, looksBack, stillCounting } from '../../shared/consent/repeated';
import { Tale } from './tale';

/* What is left of a history when all is left out that others say as well. A person has signed up, which is steps 0 and 1. */

const GIVEN = '2026-01-10T10:00:00Z';
/** Each a day after the one before. */
const day = (n: number): string => new Date(Date.UTC(2026, 1, n, 10)).toISOString();
const NEVER = 40;

type Told = Parameters<Tale['step']>[2];
type Said = readonly [type: Parameters<Tale['step']>[0], told?: Told];
function history(...steps: readonly Said[]): Entry[] {
  const tale = new Tale().given(GIVEN, 'r1', ['news', 'events']);
  for (const [n, [type, told]] of steps.entries()) tale.step(type, day(n + 2), told);
  // A step that always counts, so that none of those before is kept for being the last.
  return tale.step('MailSent', day(NEVER), { facts: { mail: 'welcome' } }).entries;
}
/** Which of these steps count; the first of them is 2. */
const left = (entries: readonly AnyEntry[]): number[] => {
  const seqs = stillCounting(entries).map(({ seq }) => seq);
  return seqs.filter((seq) => seq > 1 && seq < entries.length - 1);
};
const counting = (...steps: readonly Said[]): number[] => left(history(...steps));
const used = (more: Told = {}): Said => ['ActivityReported', { record: 'r1', ...more }];
const usedAt = (activeAt: string): Said => used({ facts: { activeAt } });
const told = (processor: string, upTo: number): Said => ['ProcessorInformed', { facts: { processor, upTo } }];
const LOOK: Said = ['EvidenceDisclosed'];
const IN_GERMAN: Said = ['LanguageChosen'];
const LEFT: Said = ['ConsentWithdrawn', { purposes: ['events'] }];
const CASE = { case: 'A', reviewBy: '2027-01-01' };

test('of nothing nothing is left; of what is said once all is', () => {
  expect(stillCounting([])).toStrictEqual([]);
  const entries = history(used(), LOOK, IN_GERMAN, LEFT);
  expect(stillCounting(entries)).toStrictEqual(entries);
});

test('the first step counts, and the last that says something, whatever they repeat', () => {
  const tale = new Tale();
  for (const n of [1, 2, 3, 4, 5, 6]) tale.step('LanguageChosen', day(n));
  expect(stillCounting(tale.entries).map(({ seq }) => seq)).toEqual([0, 2, 3, 4, 5]);
  const late = new Tale().given(GIVEN, 'r1', ['news']).step('ActivityReported', day(2));
  late.step('ActivityReported', day(3), { facts: { activeAt: day(1) } }).step('EvidenceDisclosed', day(4));
  expect(stillCounting(late.entries).map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
});

test('nothing has to be decided yet, nor anything be of a type that is known', () => {
  const tale = new Tale();
  for (const n of [1, 2, 3]) tale.step('ActivityReported', day(n));
  tale.step(...([told('tool', 0)[0], day(4), told('tool', 0)[1]] as const)).step('MailSent', day(5));
  expect(stillCounting(tale.entries).map(({ seq }) => seq)).toEqual([0, 2, 3, 4]);
  const later = { ...tale.entries[4]!, type: 'ConsentForeseen' } as unknown as AnyEntry;
  expect(stillCounting([later])).toEqual([later]);
});

test('of uses the latest counts, whenever it was reported; of two of one moment the one reported last', () => {
  expect(counting(used(), used(), used())).toEqual([4]);
  expect(counting(used(), used(), usedAt(day(1)))).toEqual([3]);
  expect(counting(usedAt(day(2)), usedAt(day(2)))).toEqual([3]);
});

test('of looks the newest counts, of choices of a language as many as are counted in a day', () => {
  expect(counting(LOOK, LOOK, LOOK)).toEqual([4]);
  expect(counting(...Array<Said>(6).fill(IN_GERMAN))).toEqual([4, 5, 6, 7]);
});

test.each<[string, Said]>([
  ['is about another record', used({ record: 'r2' })],
  ['is about the person', ['ActivityReported', {}]],
  ['is about other purposes', used({ purposes: ['news'] })],
  ['has a connection', used({ parts: ['network'] })],
  ['is of another kind', ['ActivityReported', { record: 'r1', facts: { mailedAt: day(1) } }]],
  ['is of another type', ['MailBounced', { record: 'r1', facts: { bounce: 'transient' } }]],
])('what %s says something else', (_, other) => {
  expect(counting(used(), other, used(), other)).toEqual([4, 5]);
});

test('what somebody else reports says something else', () => {
  const entries = history(used(), used(), used());
  const by = (kind: 'system' | 'subject', n: number): Entry => ({ ...entries[n]!, actor: { kind } });
  expect(left([...entries.slice(0, 2), by('system', 2), by('subject', 3), by('subject', 4), entries[5]!])).toEqual([
    2, 4,
  ]);
});

test('what says who the person is always counts', () => {
  for (const part of ['address', 'details'])
    expect(counting(used({ parts: [part] }), used({ parts: [part] }))).toEqual([2, 3]);
  expect(counting(used({ parts: ['network', 'reason'] }), used({ parts: ['reason', 'network'] }))).toEqual([3]);
});

describe('what decides something by what there was before it', () => {
  test.each<[string, Said]>([
    ['an end', LEFT],
    ['a beginning', ['ConsentRecorded', { record: 'x1', purposes: ['news'] }]],
    ['a confirmation', ['ConsentGiven', { record: 'r1', purposes: ['news'] }]],
    ['a hold', ['HoldPlaced', { facts: CASE }]],
  ])('leaves what was said before it: %s', (_, step) => {
    expect(counting(used(), used(), step, used(), used())).toEqual([3, 4, 6]);
    expect(isDecisive(history(step)[2]!)).toBe(true);
  });

  test('may be what only a later version knows', () => {
    const entries = history(used(), used(), LOOK, used(), used());
    const all = entries.map((entry, n) =>
      n === 4 ? ({ ...entry, type: 'ConsentForeseen' } as unknown as AnyEntry) : entry,
    );
    expect(left(all)).toEqual([3, 4, 6]);
    expect(isDecisive(all[4]!)).toBe(true);
    const unreadable = { ...entries[2]!, facts: { activeAt: 'soon' } } as Entry;
    expect(isDecisive(unreadable)).toBe(true);
  });

  test('is no mail, look or report', () => {
    expect(counting(used(), ['MailSent', { facts: { mail: 'welcome' } }], LOOK, used())).toEqual([3, 4, 5]);
    for (const step of [used(), LOOK, IN_GERMAN, told('tool', 1)]) expect(isDecisive(history(step)[2]!)).toBe(false);
  });

  test('is looked at with what is reported about the time up to it', () => {
    expect(counting(LEFT, usedAt(day(1)), usedAt(day(2)), usedAt('2026-02-02T10:00:00.001Z'), used())).toEqual([
      2, 3, 4, 6,
    ]);
    expect(counting(usedAt('2026-01-01T10:00:00Z'), usedAt('2026-01-01T10:00:00Z'))).toEqual([2, 3]);
  });
});

describe('of what a processor was told', () => {
  test('the first report since something was decided counts, and that which goes furthest, the last of several', () => {
    expect(counting(LEFT, told('tool', 2), told('tool', 2), told('tool', 2), told('tool', 2))).toEqual([2, 3, 6]);
    expect(counting(LEFT, told('tool', 2), told('tool', 9), told('tool', 3))).toEqual([2, 3, 4]);
  });

  test('also what goes to a place before that', () => {
    expect(counting(LEFT, told('tool', 1), told('tool', 1), told('tool', 2), told('tool', 2))).toEqual([2, 3, 4, 5, 6]);
  });

  test('each processor is told by itself', () => {
    expect(counting(LEFT, told('tool', 2), told('far', 2), told('tool', 3), told('far', 3))).toEqual([2, 3, 4, 5, 6]);
  });

  test('what was known there when it was told last counts', () => {
    expect(counting(used(), used(), used(), told('tool', 3), used())).toEqual([3, 5, 6]);
    expect(counting(used(), used(), used(), told('tool', 1), used())).toEqual([5, 6]);
  });

  test('a summary up to a place is of no use, where a report looks further back', () => {
    const [, , report] = history(told('tool', 1));
    expect([looksBack(report!, 0), looksBack(report!, 1), looksBack(report!, 2)]).toEqual([false, false, true]);
    for (const step of [used(), LEFT]) expect(looksBack(history(step)[2]!, 9)).toBe(false);
    expect(looksBack({ ...report!, type: 'ToolForetold' } as unknown as AnyEntry, 9)).toBe(false);
  });
});
