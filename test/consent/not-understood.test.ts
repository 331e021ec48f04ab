import { canonicalJson } from '../../shared/canonical';
import { BEGINNING, fold } from '../../shared/consent/fold';
import { leavable, leftToLater, notUnderstood, perhapsInForce } from '../../shared/consent/not-understood';
import { readEntry, understoodEntries, type AnyEntry } from '../../shared/consent/read-entry';
import type { Site } from '../../shared/policy/schema';
import { Tale } from './tale';

/* Steps that a later version wrote, and what this one makes of them. */

const GIVEN = '2026-01-10T10:00:00Z';
const AT = '2026-02-01T10:00:00Z';
const LATER = '2026-03-01T10:00:00Z';
const NEWS = [{ id: 'news', legalBasis: 'consent', noticeHash: 'hash-of-news' }];
const SITE = {
  purposes: [
    { id: 'news', legalBasis: 'consent' },
    { id: 'offers', legalBasis: 'legitimate-interest' },
    { id: 'invoices', legalBasis: 'contract' },
  ],
} as unknown as Site;

const read = (entry: AnyEntry, more: object = {}): AnyEntry => readEntry(canonicalJson({ ...entry, ...more }));
/** The history, in which some steps say something else, or are of another type, by their place. */
const stored = ({ entries }: Tale, more: Readonly<Record<number, object>> = {}): AnyEntry[] =>
  entries.map((entry, n) => read(entry, more[n]));
const LATE = { type: 'ConsentForeseen' };
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);

const perhaps = (all: readonly AnyEntry[], site: Site | undefined = SITE) =>
  perhapsInForce(all, site).map(({ id, legalBasis, entry }) => [id, legalBasis, entry.seq]);

describe('a record is not understood', () => {
  const records = (all: readonly AnyEntry[]): string[] => [...notUnderstood(all).records];

  test('where its beginning or its confirmation is not, and its entries say which', () => {
    expect(records(stored(given('news')))).toEqual([]);
    expect(records(stored(given('news'), { 0: LATE }))).toEqual(['r1']);
    expect(records(stored(given('news'), { 1: LATE }))).toEqual(['r1']);
    expect(notUnderstood(stored(given('news'), { 1: LATE })).entries.map(({ seq }) => seq)).toEqual([1]);
  });

  test('and is, where it was confirmed in a way that is, whatever else happened to it or to others', () => {
    const more = given('news').step('MailSent', AT, { record: 'r1', facts: { mail: 'welcome' } });
    expect(records(stored(more, { 2: LATE }))).toEqual([]);
    expect(records(stored(given('news').request(AT, 'r2', ['news']), { 1: LATE }))).toEqual(['r1']);
    expect(records(stored(given('news').step('LanguageChosen', AT), { 2: LATE }))).toEqual([]);
  });

  test('also where this version sees nothing of it but a confirmation', () => {
    const all = stored(given('news').given(AT, 'r2', ['events']), { 0: LATE }).filter(({ seq }) => seq !== 2);
    expect(records(all)).toEqual(['r1', 'r2']);
    // As long as all is understood, there is nothing that a later version knows better.
    expect(records(all.slice(1))).toEqual([]);
  });
});

describe('perhaps in force is', () => {
  test('nothing, as long as all is understood', () => {
    expect(perhaps(stored(given('news')))).toEqual([]);
    expect(perhaps([])).toEqual([]);
  });

  test('what a step that is not understood names, on its basis, unless it is a contract', () => {
    const purposes = [
      ...[...NEWS, { id: 'offers', legalBasis: 'legitimate-interest', noticeHash: 'h' }],
      ...[{ id: 'invoices', legalBasis: 'contract', noticeHash: 'h' }],
    ];
    const all = stored(new Tale().step('LanguageChosen', AT), { 0: { ...LATE, purposes } });
    expect(perhaps(all)).toEqual([
      ['news', 'consent', 0],
      ['offers', 'legitimate-interest', 0],
    ]);
  });

  test('each as it was named last, whether this version understands the steps or not', () => {
    expect(perhaps(stored(given('news'), { 1: LATE }))).toEqual([['news', 'consent', 1]]);
    expect(perhaps(stored(given('news'), { 0: LATE }))).toEqual([['news', 'consent', 1]]);
  });

  test('what belongs to a record that is not understood, also by a step that is', () => {
    expect(perhaps(stored(given('news'), { 0: LATE }))).toEqual([['news', 'consent', 1]]);
    expect(perhaps(stored(given('news'), { 0: { ...LATE, purposes: 'all' } }))).toEqual([['news', 'consent', 1]]);
    const two = given('news').given(AT, 'r2', ['events']);
    expect(perhaps(stored(two, { 1: LATE })).map(([id]) => id)).toEqual(['news']);
  });

  test('anything of the site, where such a record names nothing that can be read', () => {
    const one = { ...LATE, purposes: 'all' };
    const all = stored(given('news'), { 0: one, 1: one });
    expect(perhaps(all)).toEqual([
      ['news', 'consent', 0],
      ['offers', 'legitimate-interest', 0],
    ]);
    expect(perhapsInForce(all, undefined)).toEqual([]);
  });

  test('nothing that was ended since, in a way that is understood', () => {
    const left = given('news', 'events').step('ConsentWithdrawn', LATER, { purposes: ['news'] });
    expect(perhaps(stored(left, { 0: LATE, 1: LATE }))).toEqual([['events', 'consent', 1]]);
    const before = new Tale().withdrawn(GIVEN, 'r0', ['news']).given(AT, 'r1', ['news']);
    expect(perhaps(stored(before, { 1: LATE, 2: LATE }))).toEqual([['news', 'consent', 2]]);
    const again = given('news').given(AT, 'r2', ['news']);
    expect(perhaps(stored(again, { 1: LATE })).map(([id]) => id)).toEqual(['news']);
  });

  test('nothing for what a withdrawal alone names, which belongs to such a record', () => {
    const left = given('news').step('ConsentWithdrawn', LATER, { record: 'r1', purposes: ['events', 'news'] });
    expect(perhaps(stored(left, { 0: { ...LATE, purposes: [] }, 1: { ...LATE, purposes: [] } }))).toEqual([
      ['offers', 'legitimate-interest', 0],
    ]);
  });
});

describe('a person can leave', () => {
  const leaves = (all: readonly AnyEntry[]) => leavable(fold(understoodEntries(all), BEGINNING), all, SITE);

  test('what is understood as it stands', () => {
    const all = stored(given('news'));
    expect(leaves(all)).toEqual(fold(understoodEntries(all), BEGINNING));
  });

  test('what may be in force as if others had reported it when the step was taken, by its wording', () => {
    const [, confirmation] = stored(given('news'), { 0: LATE, 1: LATE });
    expect(leaves([confirmation!])).toStrictEqual([
      {
        ...{ site: 'demo', recordId: 'r1', confirmedAt: '2026-01-10T10:01:00.000Z', isFromElsewhere: true },
        purposes: [{ ...NEWS[0], status: 'ConsentGiven', since: '2026-01-10T10:01:00.000Z' }],
      },
    ]);
  });

  test('also what names no record and no wording, or rests on interest', () => {
    const purposes = [{ id: 'offers', legalBasis: 'legitimate-interest' }];
    const [left] = leaves(stored(new Tale().step('LanguageChosen', AT), { 0: { ...LATE, purposes } }));
    expect(left).not.toHaveProperty('recordId');
    expect(left?.purposes).toEqual([
      expect.objectContaining({ id: 'offers', status: 'LegitimateInterestRecorded', noticeHash: 'A'.repeat(43) }),
    ]);
  });
});

describe('it is left to the later version to end', () => {
  const left = (all: readonly AnyEntry[]): number[] => [...leftToLater(all, SITE)].sort();

  test('nothing of what is understood', () => {
    expect(left(stored(given('news').withdrawn(LATER, 'r1', ['news'])))).toStrictEqual([]);
    // Also where it has a record of which nothing but the confirmation is there.
    expect(left(stored(given('news')).slice(1))).toStrictEqual([]);
  });

  test('what is not understood, with all of its record, and nothing of another', () => {
    const two = given('news').given(AT, 'r2', ['events']).withdrawn(LATER, 'r2', ['events']);
    expect(left(stored(two, { 0: LATE }))).toStrictEqual([0, 1]);
    expect(left(stored(two.step('LanguageChosen', LATER), { 5: LATE }))).toStrictEqual([5]);
  });

  test('what took back what may have been given, and that processors heard of it', () => {
    const told = { facts: { processor: 'tool', upTo: 2 } };
    const tale = given('news')
      .step('ProcessorInformed', AT, told)
      .step('ConsentWithdrawn', LATER, { purposes: ['events', 'news'] })
      .step('ConsentWithdrawn', LATER, { purposes: ['events'] })
      .step('ProcessorInformed', LATER, told)
      .step('LanguageChosen', LATER, { purposes: ['news'] })
      .step('ConsentWithdrawn', LATER, { purposes: ['news'] });
    expect(left(stored(tale, { 0: LATE, 1: LATE }))).toStrictEqual([0, 1, 3, 5, 7]);
  });

  test('but not what was taken back before', () => {
    const before = new Tale().step('ConsentWithdrawn', GIVEN, { purposes: ['news'] }).given(AT, 'r1', ['news']);
    expect(left(stored(before, { 1: LATE, 2: LATE }))).toStrictEqual([1, 2]);
  });
});
