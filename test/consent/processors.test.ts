import { asRecord } from '../ids';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { informedUpTo, knowledgeOf, owed, type Processor } from '../../shared/consent/processors';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { rules, Tale, type Evidence } from './tale';

const mailer = (id: string, ...purposes: string[]): Processor =>
  ({ id, purposes, transfers: [], connection: { tool: 'webhook' } }) as unknown as Processor;
const NEWS = mailer('news-mailer', 'news', 'analysis');
const EVENTS = mailer('events-mailer', 'events');

const AT_ONCE: Evidence = { keep: 'P0D', from: 'withdrawal' };
const atOnce: RetentionRules = { ...rules({ evidence: AT_ONCE }), processors: [NEWS, EVENTS] };

const GIVEN = '2026-11-20T10:00:00Z';
const ENDED = '2026-11-22T10:00:00Z';
const informed = (tale: Tale, at: string, processor: string, upTo = tale.entries.length - 1): Tale =>
  tale.step('ProcessorInformed', at, { facts: { processor, upTo } });

const purposesOf = (tale: Tale, processor: Processor) =>
  knowledgeOf(tale.entries, processor)?.purposes.map(({ id, isInForce, isAllowed }) => [id, isInForce, isAllowed]);

describe('what a processor has to know', () => {
  test('is nothing of who waits for a confirmation, or agreed to what others mail', () => {
    expect(owed(new Tale().request(GIVEN, 'r1', ['news']).entries, NEWS)).toBeUndefined();
    const tale = new Tale().given(GIVEN, 'r1', ['news']);
    expect(owed(tale.entries, EVENTS)).toBeUndefined();
    expect(purposesOf(tale, NEWS)).toEqual([['news', true, true]]);
  });

  test('is owed until it was told, and again after each change, but not after what does not concern it', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news', 'events']);
    expect(owed(tale.entries, NEWS)).toMatchObject({ upTo: 1, before: undefined });
    informed(tale, GIVEN, NEWS.id);
    expect(owed(tale.entries, NEWS)).toBeUndefined();
    expect(informedUpTo(tale.entries, NEWS)).toBe(1);
    tale.withdrawn(ENDED, 'r1', ['events']);
    expect(owed(tale.entries, NEWS)).toBeUndefined();
    tale.step('ProcessingRestricted', ENDED);
    expect(owed(tale.entries, NEWS)).toMatchObject({ upTo: 4, before: { purposes: [{ isAllowed: true }] } });
    expect(purposesOf(tale, NEWS)).toEqual([['news', true, false]]);
    tale.step('RestrictionLifted', ENDED);
    expect(owed(tale.entries, NEWS)).toBeUndefined();
  });

  test('is nothing that names or describes the person, once nothing is in force', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news']);
    expect(knowledgeOf(tale.entries, NEWS)).toMatchObject({
      identities: [{ recordId: 'r1', address: 'address-of-0' }],
      language: 'de',
    });
    tale.withdrawn(ENDED, 'r1', ['news']);
    expect(knowledgeOf(tale.entries, NEWS)).toMatchObject({ identities: [], language: '' });
  });
});

describe('a processor in a third country that rests on express consent', () => {
  const ABROAD = {
    ...mailer('abroad', 'news'),
    transfers: [{ country: 'US', safeguard: 'express-consent', purpose: 'transfer' }],
  } as unknown as Processor;

  test('is told nothing of who did not consent to it, whatever else they gave, withdrew or objected to', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news']);
    expect(owed(tale.entries, ABROAD)).toBeUndefined();
    tale.step('ObjectionRecorded', ENDED, { record: 'r1', purposes: ['news', 'transfer'] });
    expect(owed(tale.entries, ABROAD)).toBeUndefined();
  });

  test('is told of who asked for the transfer only once that is confirmed', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news']).request(GIVEN, 'r2', ['transfer']);
    expect(owed(tale.entries, ABROAD)).toBeUndefined();
  });

  test('is told of who did, and to delete them when they take just that back', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news', 'transfer']);
    expect(purposesOf(tale, ABROAD)).toEqual([['news', true, true]]);
    informed(tale, GIVEN, ABROAD.id);
    tale.withdrawn(ENDED, 'r1', ['transfer']);
    expect(purposesOf(tale, ABROAD)).toEqual([['news', false, false]]);
    expect(owed(tale.entries, ABROAD)?.knowledge).toMatchObject({
      identities: [],
      purposes: [{ since: new Date(ENDED).toISOString() }],
    });
    expect(purposesOf(tale, NEWS)).toEqual([['news', true, true]]);
  });

  test('is told to delete, too, where it was told of a record that is no longer understood', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news', 'transfer']);
    informed(tale, GIVEN, ABROAD.id);
    tale.withdrawn(ENDED, 'r1', ['news', 'transfer']);
    const left = tale.entries.filter(({ type }) => type === 'ProcessorInformed' || type === 'ConsentWithdrawn');
    expect(owed(left, ABROAD, new Set([asRecord('r1')]))?.knowledge.purposes).toMatchObject([
      { id: 'news', isInForce: false },
    ]);
  });

  test('is restricted with the consent to the transfer', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news']).given(GIVEN, 'r2', ['transfer']);
    tale.step('ProcessingRestricted', ENDED);
    tale.given('2026-11-23T10:00:00Z', 'r3', ['news']);
    expect(purposesOf(tale, NEWS)).toEqual([['news', true, true]]);
    expect(purposesOf(tale, ABROAD)).toEqual([['news', true, false]]);
  });

  test('keeps no address waiting that it never got', () => {
    const by = { ...atOnce, processors: [ABROAD] };
    const ends = (...purposes: string[]) =>
      itemEnds(new Tale().given(GIVEN, 'r1', purposes).withdrawn(ENDED, 'r1', purposes).entries, by).map(({ parts }) =>
        parts['address']?.toISOString(),
      )[0];
    expect(ends('news')).toBe(new Date(ENDED).toISOString());
    expect(ends('news', 'transfer')).toBe('2026-12-08T10:00:00.000Z');
  });
});

describe('where a site deletes at once', () => {
  const endsOf = (tale: Tale): (string | undefined)[] =>
    itemEnds(tale.entries, atOnce).map(({ parts }) => parts['address']?.toISOString());

  test('the address stays until every processor of the record was told, and no longer', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news', 'events']).withdrawn(ENDED, 'r1', ['news', 'events']);
    expect(endsOf(tale)[0]).toBe('2026-12-08T10:00:00.000Z');
    informed(tale, '2026-11-22T10:00:05Z', NEWS.id);
    expect(endsOf(tale)[0]).toBe('2026-12-08T10:00:00.000Z');
    informed(tale, '2026-11-22T11:00:00Z', EVENTS.id);
    expect(endsOf(tale)[0]).toBe('2026-11-22T11:00:00.000Z');
  });

  test('what was told before the end is not enough', () => {
    const tale = informed(new Tale().given(GIVEN, 'r1', ['news']), GIVEN, NEWS.id).withdrawn(ENDED, 'r1', ['news']);
    expect(endsOf(tale)[0]).toBe('2026-12-08T10:00:00.000Z');
  });

  test('after an erasure the address alone stays as long; who never confirmed concerns no processor', () => {
    const tale = new Tale()
      .given(GIVEN, 'r1', ['news'])
      .request(GIVEN, 'r2', ['news'])
      .withdrawn(ENDED, 'r1', ['news'])
      .step('DataErased', ENDED);
    const [given, , waiting] = itemEnds(tale.entries, atOnce);
    const erased = new Date(ENDED);
    expect(given?.parts).toEqual({ address: new Date('2026-12-08T10:00:00Z'), network: erased });
    expect(waiting?.parts).toEqual({ address: erased, network: erased });
  });
});
