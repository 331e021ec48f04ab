import {
  findRequest,
  isErasedSince,
  isToMail,
  requestRight,
  requestState,
} from '../../shared/consent/decide/own-rights';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import type { Entry } from '../../shared/consent/entry';
import { OWN_RIGHTS, type OwnRight } from '../../shared/consent/steps/right-requested';
import { rules, Tale } from './tale';

const LIMITS = { mailsPerDay: 3, pauseMs: 10 * 60 * 1000 };
const START = Date.parse('2026-03-01T10:00:00Z');
const at = (minutes: number): Date => new Date(START + minutes * 60_000);

const subscriber = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);

/** Asks, as often as it is called; gives whether it was taken down. */
function ask(tale: Tale, right: OwnRight, minutes: number, request = `q-${minutes}`): boolean {
  const step = requestRight(tale.entries, { site: 'demo', right, request, facts: {} }, LIMITS, at(minutes));
  if (step) tale.step(step.type, step.at, { facts: step.facts, parts: ['address'] });
  return step !== undefined;
}

const requestOf = (tale: Tale, id: string) =>
  findRequest(tale.entries, id) as NonNullable<ReturnType<typeof findRequest>>;

test('P8: the same is asked once within the pause, another address at once, and all together a few times a day', () => {
  const tale = subscriber();
  expect(ask(tale, 'erasure', 0)).toBe(true);
  expect(ask(tale, 'erasure', 9)).toBe(false);
  expect(ask(tale, 'move', 9)).toBe(true);
  expect(ask(tale, 'move', 9)).toBe(true);
  for (const right of ['erasure', 'move'] as const) expect(ask(tale, right, 60)).toBe(false);
  expect(ask(tale, 'erasure', 24 * 60)).toBe(true);
});

test('P8: a forwarded link uses up no right by asking for another: each has a mail of its own a day, and no more then', () => {
  for (const used of OWN_RIGHTS) {
    const tale = subscriber();
    for (const minutes of [0, 11, 22, 33]) ask(tale, used, minutes);
    expect(tale.entries.filter(({ type }) => type === 'RightRequested')).toHaveLength(3);
    for (const right of OWN_RIGHTS) expect([right, ask(tale, right, 60)]).toEqual([right, right !== used]);
    for (const right of OWN_RIGHTS) expect(ask(tale, right, 90)).toBe(false);
  }
});

test('P8: a request is good for a day and once, and not for what began after an erasure', () => {
  const tale = subscriber();
  ask(tale, 'rectification', 0, 'q');
  expect(requestState(tale.entries, requestOf(tale, 'q'), at(24 * 60 - 1))).toBe('open');
  expect(requestState(tale.entries, requestOf(tale, 'q'), at(24 * 60))).toBe('over');
  const erased = subscriber();
  ask(erased, 'erasure', 0, 'q');
  erased.step('DataErased', at(5).toISOString());
  expect(requestState(erased.entries, requestOf(erased, 'q'), at(6))).toBe('over');
  tale.step('IdentityRectified', at(5).toISOString(), { record: 'r1', facts: { request: 'q' } });
  expect(requestState(tale.entries, requestOf(tale, 'q'), at(6))).toBe('done');
});

test('P8: the person is asked once about each request, and not about one that is over', () => {
  const tale = subscriber();
  ask(tale, 'erasure', 0, 'q');
  expect(isToMail(tale.entries, requestOf(tale, 'q'), at(1))).toBe(true);
  expect(isToMail(tale.entries, requestOf(tale, 'q'), at(24 * 60))).toBe(false);
  tale.step('MailSent', at(1).toISOString(), { facts: { mail: 'right-requested', request: 'q' } });
  expect(isToMail(tale.entries, requestOf(tale, 'q'), at(2))).toBe(false);
});

test('P8: an address that somebody typed goes with its request, whatever else is kept', () => {
  const tale = subscriber();
  ask(tale, 'move', 0);
  const end = (entries: readonly Entry[]) => itemEnds(entries, rules()).at(-1)?.parts['address']?.toISOString();
  expect(end(tale.entries)).toBe('2026-03-03T10:00:00.000Z');
});

test('a request says what is asked, by which page, and until when its link works', () => {
  const asking = { site: 'demo', right: 'erasure', request: 'q', facts: { fetchedBy: 'same' } } as const;
  expect(requestRight([], asking, LIMITS, at(0))).toStrictEqual({
    type: 'RightRequested',
    site: 'demo',
    at: at(0).toISOString(),
    actor: { kind: 'subject' },
    purposes: [],
    facts: { fetchedBy: 'same', right: 'erasure', request: 'q', confirmBy: at(24 * 60).toISOString() },
  });
});

test('what was asked yesterday, or for something else, keeps nothing back today', () => {
  const tale = subscriber();
  ask(tale, 'erasure', 0);
  expect(ask(tale, 'rectification', 1)).toBe(true);
  expect(ask(tale, 'rectification', 10)).toBe(false);
  expect(ask(tale, 'erasure', 10)).toBe(true);
  expect(ask(tale, 'erasure', 24 * 60 - 1)).toBe(false);
  expect(ask(tale, 'erasure', 24 * 60)).toBe(true);
});

test('each of several requests has its own mail and its own end', () => {
  const tale = subscriber();
  ask(tale, 'erasure', 0, 'one');
  ask(tale, 'rectification', 1, 'two');
  const [one, two] = ['one', 'two'].map((id) => requestOf(tale, id));
  expect([one?.facts.right, two?.facts.right]).toEqual(['erasure', 'rectification']);
  expect(findRequest(tale.entries, 'three')).toBeUndefined();
  tale.step('MailSent', at(2).toISOString(), { facts: { mail: 'right-requested', request: 'one' } });
  expect([one, two].map((request) => isToMail(tale.entries, request!, at(3)))).toEqual([false, true]);
  expect(requestState(tale.entries, one!, at(3))).toBe('open');
  tale.step('DataErased', at(4).toISOString(), { facts: { request: 'one' } });
  expect([one, two].map((request) => requestState(tale.entries, request!, at(5)))).toEqual(['done', 'over']);
  const anew = subscriber().step('DataErased', at(-5).toISOString());
  ask(anew, 'erasure', 0, 'one');
  expect(requestState(anew.entries, requestOf(anew, 'one'), at(1))).toBe('open');
  expect(isErasedSince(anew.entries, requestOf(anew, 'one'))).toBe(false);
  anew.entries.push(
    ...new Tale().step('DataErased', at(2).toISOString()).entries.map((entry) => ({ ...entry, seq: 4 })),
  );
  expect(isErasedSince(anew.entries, requestOf(anew, 'one'))).toBe(true);
  const first = new Tale();
  ask(first, 'erasure', 0, 'one');
  expect(isErasedSince(first.entries, requestOf(first, 'one'))).toBe(false);
});
