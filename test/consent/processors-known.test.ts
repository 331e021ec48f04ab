import { asRecord } from '../ids';
import {
  awaitedOfUnseen,
  awaitedUntil,
  consentsToTransfer,
  informedUpTo,
  isConnected,
  knowledgeOf,
  mayHaveReached,
  owed,
  reportedUpTo,
  type Knowledge,
  type Processor,
} from '../../shared/consent/processors';
import { Tale } from './tale';

const GIVEN = '2026-01-10T10:00:00Z';
const AT = '2026-02-01T10:00:00.000Z';
const LATER = '2026-03-01T10:00:00.000Z';
const PATIENCE = '2026-03-17T10:00:00.000Z';

const mailer = (id: string, purposes: readonly string[], more: object = {}): Processor =>
  ({ id, purposes, transfers: [], connection: { tool: 'webhook' }, ...more }) as unknown as Processor;
const TOOL = mailer('tool', ['news', 'events']);
const byConsent = (...purposes: string[]) => ({
  transfers: [
    { country: 'CH', safeguard: 'adequacy' },
    ...purposes.map((purpose) => ({ country: 'US', safeguard: 'express-consent', purpose })),
  ],
});
const ABROAD = mailer('abroad', ['news'], byConsent('transfer', 'more'));
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);
const informed = (tale: Tale, upTo: number, at = LATER, processor = 'tool'): Tale =>
  tale.step('ProcessorInformed', at, { facts: { processor, upTo } });
const known = ({ entries }: Tale, processor = TOOL, unseen?: string[]): Knowledge | undefined =>
  knowledgeOf(entries, processor, unseen && new Set(unseen.map(asRecord)));

test('a processor is told by us where it is connected, and goes by the consents that its transfers name', () => {
  expect([isConnected(TOOL), isConnected(mailer('own', [], { connection: undefined }))]).toEqual([true, false]);
  expect([consentsToTransfer(TOOL), consentsToTransfer(ABROAD)]).toStrictEqual([[], ['transfer', 'more']]);
});

describe('a processor may have got something of a person', () => {
  const reached = ({ entries }: Tale): boolean => mayHaveReached(entries, ABROAD);

  test('who ever gave all the consents that its transfers need, or of whom it was told', () => {
    expect(mayHaveReached([], TOOL)).toBe(true);
    expect(reached(given('news', 'transfer'))).toBe(false);
    expect(reached(given('transfer').given(AT, 'r2', ['more']).withdrawn(LATER, 'r1', ['transfer']))).toBe(true);
    const recorded = given('more').step('ConsentRecorded', AT, { record: 'x1', purposes: ['news', 'transfer'] });
    expect(reached(recorded)).toBe(true);
    expect(reached(new Tale().request(GIVEN, 'r1', ['transfer', 'more']))).toBe(false);
    expect(reached(informed(given('news'), 0, LATER, 'abroad'))).toBe(true);
    expect(reached(informed(given('news'), 0))).toBe(false);
  });
});

test('up to where it was told is the highest place that was reported of it, whenever that was', () => {
  const { entries } = informed(informed(informed(given('news'), 1), 0), 5, LATER, 'other').step(
    'DeletionConfirmed',
    LATER,
    {
      facts: { processor: 'tool', upTo: 3 },
    },
  );
  expect([informedUpTo(entries, TOOL), informedUpTo(entries, ABROAD)]).toEqual([1, -1]);
  expect(reportedUpTo(entries, 'DeletionConfirmed', 'tool')).toBe(3);
  expect(reportedUpTo(entries, 'DeletionConfirmed', 'other')).toBe(-1);
});

describe('what a processor has to know', () => {
  test('is nothing of whom nothing is known, or nothing concerns it', () => {
    expect(owed([], TOOL)).toBeUndefined();
    expect(known(given('analysis'))).toBeUndefined();
    expect(known(new Tale().step('LanguageChosen', AT))).toBeUndefined();
  });

  test('is each of its purposes that was ever relied on, in its order, and since when that is so', () => {
    const tale = given('events', 'news', 'analysis').withdrawn(AT, 'r1', ['events']);
    expect(known(tale)).toStrictEqual({
      purposes: [
        { id: 'news', isInForce: true, isAllowed: true, since: '2026-01-10T10:01:00.000Z' },
        { id: 'events', isInForce: false, isAllowed: false, since: AT },
      ],
      recordId: 'r1',
      identities: [{ recordId: 'r1', address: 'address-of-0' }],
      language: 'de',
    });
  });

  test('is nothing of what was asked for and not given along with the rest', () => {
    const part = new Tale().request(GIVEN, 'r1', ['news', 'events']);
    part.step('ConsentGiven', '2026-01-10T10:01:00Z', { record: 'r1', purposes: ['events'] });
    expect(known(part)?.purposes.map(({ id }) => id)).toEqual(['events']);
    part.step('ConsentRefused', AT, { purposes: ['news'] });
    expect(known(part)?.purposes.map(({ id }) => id)).toEqual(['events']);
  });

  test('goes by the newest record that has something of it in force, or else by the newest that concerns it', () => {
    const by = (tale: Tale): unknown => known(tale)?.recordId;
    const two = given('news').given(AT, 'r2', ['events', 'analysis']).given(AT, 'r3', ['analysis']);
    expect(by(two)).toBe('r2');
    expect(by(two.withdrawn(LATER, 'r2', ['events']))).toBe('r1');
    expect(by(two.withdrawn(LATER, 'r1', ['news']))).toBe('r2');
    expect(by(given('news').step('ConsentRecorded', AT, { record: 'x1', purposes: ['news'] }))).toBe('r1');
  });

  test('stands no better than the consents to the transfer, and since the newest of these', () => {
    const all = given('news', 'transfer').given(AT, 'r2', ['more']);
    expect(known(all, ABROAD)?.purposes).toEqual([
      { id: 'news', isInForce: true, isAllowed: true, since: '2026-02-01T10:01:00.000Z' },
    ]);
    const newer = given('transfer', 'more').given(AT, 'r2', ['news']);
    expect(known(newer, ABROAD)?.purposes[0]?.since).toBe('2026-02-01T10:01:00.000Z');
    expect(known(all.withdrawn(LATER, 'r2', ['more']), ABROAD)?.purposes).toEqual([
      { id: 'news', isInForce: false, isAllowed: false, since: LATER },
    ]);
    // It was told once, whatever there was then.
    expect(known(informed(given('news'), 1, LATER, 'abroad'), ABROAD)?.purposes).toMatchObject([
      { isInForce: false, isAllowed: false },
    ]);
  });

  test('of a record that is not understood is what ended of it, the last time that it did, and nothing else', () => {
    const left = new Tale()
      .step('ConsentWithdrawn', AT, { record: 'r9', purposes: ['events'] })
      .step('ConsentWithdrawn', LATER, { record: 'r9', purposes: ['analysis', 'events'] })
      .step('MailSent', LATER, { record: 'r9', purposes: ['news'], facts: { mail: 'welcome' } });
    expect(known(left, TOOL, ['r9'])).toStrictEqual({
      purposes: [{ id: 'events', isInForce: false, isAllowed: false, since: LATER }],
      ...{ recordId: 'r9', identities: [], language: '' },
    });
    expect(known(left, TOOL, ['r8'])).toBeUndefined();
    expect(known(left)).toBeUndefined();
  });
});

describe('it is awaited that a processor is told', () => {
  const until = ({ entries }: Tale, ...processors: Processor[]) =>
    [...awaitedUntil(entries, processors)].map(([id, at]) => [id, at.toISOString()]);
  const left = (): Tale => given('news', 'events').withdrawn(AT, 'r1', ['events']).withdrawn(LATER, 'r1', ['news']);

  test('of the last end of a record that was confirmed, and concerns it', () => {
    expect(until(left(), TOOL)).toEqual([['r1', PATIENCE]]);
    expect(until(informed(left(), 2), TOOL)).toEqual([['r1', PATIENCE]]);
    expect(until(informed(left(), 3), TOOL)).toEqual([['r1', LATER]]);
    expect(until(given('news'), TOOL)).toEqual([]);
    expect(until(left(), mailer('other', ['analysis']), ABROAD)).toEqual([]);
    expect(until(left(), mailer('own', ['news'], { connection: undefined }))).toEqual([]);
    const refused = new Tale().request(GIVEN, 'r1', ['news']).step('ConsentRefused', AT, { purposes: ['news'] });
    expect(until(refused, TOOL)).toEqual([]);
  });

  test('the first time that it was, and each record by itself', () => {
    const others = given('news').given(GIVEN, 'r2', ['analysis']).withdrawn(LATER, 'r1', ['news']);
    others.withdrawn(LATER, 'r2', ['analysis']);
    expect(until(informed(others, 4, '2026-03-02T10:00:00Z'), TOOL)).toEqual([['r1', '2026-03-02T10:00:00.000Z']]);
    const told = informed(informed(left(), 3, '2026-03-02T10:00:00Z'), 3, '2026-03-05T10:00:00Z');
    expect(until(told, TOOL)).toEqual([['r1', '2026-03-02T10:00:00.000Z']]);
    expect(until(told.given(LATER, 'r2', ['news']), TOOL, mailer('late', ['events']))).toEqual([['r1', PATIENCE]]);
  });

  test('of what is not understood, where something of it ended', () => {
    const unseen = new Set([asRecord('r9')]);
    const ended = new Tale()
      .step('ConsentWithdrawn', AT, { record: 'r9', purposes: ['news'] })
      .step('ConsentWithdrawn', LATER, { record: 'r9', purposes: ['news'] })
      .step('ConsentWithdrawn', '2026-03-03T10:00:00Z', { record: 'r8', purposes: ['news'] })
      .step('MailSent', '2026-03-04T10:00:00Z', { record: 'r9', facts: { mail: 'withdrawn' } });
    const of = ({ entries }: Tale, ...processors: Processor[]) => awaitedOfUnseen(entries, processors, unseen);
    expect(of(ended, TOOL)).toEqual(new Date(PATIENCE));
    expect(of(ended, mailer('own', ['news'], { connection: undefined }))).toBeUndefined();
    expect(of(ended)).toBeUndefined();
    expect(awaitedOfUnseen(ended.entries, [TOOL], new Set())).toBeUndefined();
    expect(of(informed(ended, 1, '2026-03-05T10:00:00Z'), TOOL)).toEqual(new Date('2026-03-05T10:00:00Z'));
    expect(of(ended, TOOL, mailer('late', ['events']))).toEqual(new Date(PATIENCE));
  });
});
