import { canonicalJson } from '../../shared/canonical';
import {
  digestsIn,
  isOfOne,
  isUnderstood,
  noticesIn,
  purposesIn,
  readEntry,
  recordIn,
  understoodEntries,
  type AnyEntry,
} from '../../shared/consent/read-entry';
import { asRecord } from '../ids';
import { Tale } from './tale';

const given = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
const ofRecord = given().step('MailSent', '2026-01-10T10:02:00Z', { record: 'r1', facts: { mail: 'welcome' } });
const [request, confirmation, mail] = ofRecord.entries as AnyEntry[] as [AnyEntry, AnyEntry, AnyEntry];
const withMore = (entry: AnyEntry, more: object): AnyEntry => readEntry(canonicalJson({ ...entry, ...more }));
const saying = (more: object): AnyEntry => ({ ...request, ...more });
const purpose = (legalBasis: string) => [{ id: 'news', legalBasis, noticeHash: 'hash' }];

test.each(['site', 'subject', 'seq', 'type', 'at', 'prev', 'hash'])('without %s there is no entry', (name) => {
  for (const value of [undefined, null, {}]) {
    expect(() => readEntry(canonicalJson({ ...request, [name]: value }))).toThrow();
  }
});

test.each(['subject', 'prev', 'hash'])('an entry has a %s of the right length', (name) => {
  expect(() => readEntry(canonicalJson({ ...request, [name]: 'short' }))).toThrow();
});

describe('an entry is not understood', () => {
  test.each<[string, object]>([
    ['another version of entries', { v: 2 }],
    ['a moment that is none', { at: 'yesterday' }],
    ['a record by another kind of name', { recordId: 7 }],
    ['purposes that are no list', { purposes: 'news' }],
    ['a purpose without a wording', { purposes: [{ id: 'news', legalBasis: 'consent' }] }],
    ['a purpose without a basis', { purposes: [{ id: 'news', noticeHash: 'hash' }] }],
    ['an order without a wording', { asset: { id: 'whitepaper' } }],
    ['parts that are no digests', { parts: { address: 7 } }],
    ['nobody who acts', { actor: {} }],
    ['an actor by another kind of name', { actor: { kind: 'backend', id: 7 } }],
    ['languages in place of one', { language: ['de'] }],
  ])('with %s', (_, more) => {
    expect(isUnderstood(withMore(mail, {}))).toBe(true);
    expect(isUnderstood(withMore(mail, more))).toBe(false);
  });

  test('where it begins something on a basis that is not known; what follows may have any', () => {
    expect(isUnderstood(withMore(request, { purposes: purpose('public-interest') }))).toBe(false);
    expect(isUnderstood(withMore(request, { purposes: purpose('legitimate-interest') }))).toBe(true);
    expect(isUnderstood(withMore(request, { purposes: [...purpose('consent'), ...purpose('vital')] }))).toBe(false);
    expect(isUnderstood(withMore(mail, { purposes: purpose('public-interest') }))).toBe(true);
  });

  test('where it has to belong to a record and does not; what may be about the person need not', () => {
    expect(isUnderstood(withMore(confirmation, { recordId: undefined }))).toBe(false);
    expect(isUnderstood(withMore(mail, { recordId: undefined }))).toBe(true);
  });
});

describe('of a “no” counts what can be read', () => {
  const hold = { case: 'c'.repeat(22), reviewBy: '2027-01-01' };
  const tale = given()
    .step('ConsentWithdrawn', '2026-02-10T10:00:00Z', { record: 'r1', purposes: ['news'], parts: ['network'] })
    .step('HoldPlaced', '2026-02-11T10:00:00Z', { facts: hold });
  const [, , no, held] = tale.entries as AnyEntry[];
  const readOf = (more: object, entry = no!): unknown => understoodEntries([withMore(entry, more)])[0];

  test('all of one that is understood, as it is', () => {
    const entry = withMore(no!, { asset: { id: 'whitepaper', noticeHash: 'hash' } });
    expect(understoodEntries([entry])[0]).toBe(entry);
  });

  test('who acted, where that can be read, and otherwise that it was noted', () => {
    expect(readOf({ purposes: [{ id: 'news' }] })).toMatchObject({ actor: { kind: 'subject' } });
    expect(readOf({ actor: 'robot' })).toMatchObject({ actor: { kind: 'system' } });
  });

  test('its purposes, parts, language and facts, each as far as it can', () => {
    const more = {
      ...{ purposes: [{ id: 'news', scope: 'all' }, 'events', { id: 7 }], parts: { network: 'n', address: {} } },
      facts: { via: 'page', receivedOn: 7 },
    };
    expect(readOf(more)).toMatchObject({
      ...{ language: 'de', recordId: 'r1', facts: { via: 'page' }, parts: { network: 'n' } },
      purposes: [{ id: 'news', legalBasis: 'consent', noticeHash: '' }],
    });
    expect(Object.keys((readOf(more) as { facts: object }).facts)).toEqual(['via']);
    expect(readOf({ ...more, language: ['de'] })).not.toHaveProperty('language');
    expect(readOf({ ...more, asset: { id: 'x', noticeHash: 'y' } })).not.toHaveProperty('asset');
    expect(readOf({ purposes: [{ id: 'news' }] })).toMatchObject({ facts: {} });
  });

  test('nothing of its facts, where they are none, or not there', () => {
    for (const facts of ['page', ['page'], undefined, null])
      expect(readOf({ facts })).toMatchObject({ facts: {}, type: 'ConsentWithdrawn' });
  });

  test('nothing at all, where it lacks what makes it a “no”, or says no to nothing', () => {
    expect(readOf({ facts: { ...hold, case: 7 } }, held)).toBeUndefined();
    expect(readOf({ facts: { ...hold, via: 7 } }, held)).toMatchObject({ facts: hold });
    expect(readOf({ v: 2 })).toBeUndefined();
    expect(readOf({ facts: { mail: 7 } }, mail)).toBeUndefined();
    expect(readOf({ type: 'ConsentForeseen' })).toBeUndefined();
  });
});

describe('whatever an entry says, there can be read of it', () => {
  test('its record, and whether it is one of several', () => {
    expect([request, saying({ recordId: 7 }), saying({ recordId: undefined })].map(recordIn)).toEqual([
      ...['r1', undefined, undefined],
    ]);
    const records = new Set([asRecord('r1')]);
    expect(isOfOne(records, request)).toBe(true);
    expect(isOfOne(records, saying({ recordId: 'r2' }))).toBe(false);
    expect(isOfOne(records, saying({ recordId: 7 }))).toBe(false);
  });

  test('the digests of its parts', () => {
    expect(digestsIn(saying({ parts: { address: 'a', network: { digest: 'n' }, mail: 'm' } }))).toEqual({
      ...{ address: 'a', mail: 'm' },
    });
    for (const parts of ['address', null, undefined, 7]) expect(digestsIn(saying({ parts }))).toEqual({});
  });

  test('its purposes, as resting on consent where their basis is not known', () => {
    const purposes = [...purpose('legitimate-interest'), { id: 'events', legalBasis: 'vital', noticeHash: 7 }, null];
    expect(purposesIn({ purposes })).toStrictEqual([
      { id: 'news', legalBasis: 'legitimate-interest', noticeHash: 'hash' },
      { id: 'events', legalBasis: 'consent' },
    ]);
    expect(purposesIn({ purposes: { id: 'news' } })).toEqual([]);
  });

  test('the wordings of its purposes and of its order', () => {
    const asset = { id: 'whitepaper', noticeHash: 'hash-of-asset' };
    expect(noticesIn(saying({ asset }))).toEqual(['hash-of-news', 'hash-of-asset']);
    expect(noticesIn(saying({ asset: { id: 'whitepaper' } }))).toEqual(['hash-of-news']);
    expect(noticesIn(saying({ purposes: [{ id: 'news' }], asset }))).toEqual(['hash-of-asset']);
  });
});
