import { itemEnds } from '../../shared/consent/keep/item-ends';
import { informedUpTo, knowledgeOf, owed, type Processor } from '../../shared/consent/processors';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { rules, Tale, type Evidence } from './tale';

const mailer = (id: string, ...purposes: string[]): Processor =>
  ({ id, purposes, connection: { tool: 'webhook' } }) as unknown as Processor;
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
      identities: [{ recordId: 'r1', digest: 'identity-of-0' }],
      language: 'de',
    });
    tale.withdrawn(ENDED, 'r1', ['news']);
    expect(knowledgeOf(tale.entries, NEWS)).toMatchObject({ identities: [], language: '' });
  });
});

describe('where a site deletes at once', () => {
  const endsOf = (tale: Tale): (string | undefined)[] =>
    itemEnds(tale.entries, atOnce).map(({ parts }) => parts['identity']?.toISOString());

  test('the address stays until every processor of the record was told, and no longer', () => {
    const tale = new Tale().given(GIVEN, 'r1', ['news', 'events']).withdrawn(ENDED, 'r1', ['news', 'events']);
    expect(endsOf(tale)[0]).toBe('2026-11-25T10:00:00.000Z');
    informed(tale, '2026-11-22T10:00:05Z', NEWS.id);
    expect(endsOf(tale)[0]).toBe('2026-11-25T10:00:00.000Z');
    informed(tale, '2026-11-22T11:00:00Z', EVENTS.id);
    expect(endsOf(tale)[0]).toBe('2026-11-22T11:00:00.000Z');
  });

  test('what was told before the end is not enough', () => {
    const tale = informed(new Tale().given(GIVEN, 'r1', ['news']), GIVEN, NEWS.id).withdrawn(ENDED, 'r1', ['news']);
    expect(endsOf(tale)[0]).toBe('2026-11-25T10:00:00.000Z');
  });

  test('after an erasure the address alone stays as long; who never confirmed concerns no processor', () => {
    const tale = new Tale()
      .given(GIVEN, 'r1', ['news'])
      .request(GIVEN, 'r2', ['news'])
      .withdrawn(ENDED, 'r1', ['news'])
      .step('DataErased', ENDED);
    const [given, , waiting] = itemEnds(tale.entries, atOnce);
    const erased = new Date(ENDED);
    expect(given?.parts).toEqual({ identity: new Date('2026-11-25T10:00:00Z'), network: erased });
    expect(waiting?.parts).toEqual({ identity: erased, network: erased });
  });
});
