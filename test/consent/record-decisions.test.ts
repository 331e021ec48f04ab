import { asDigest, asRecord } from '../ids';
import { recordFromElsewhere, type Recording } from '../../shared/consent/decide/record-decisions';
import type { Entry } from '../../shared/consent/entry';
import { NotRecordable } from '../../shared/consent/errors';
import { fold } from '../../shared/consent/fold';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { Tale } from './tale';

const NOW = new Date('2026-03-01T10:00:00Z');
const news = (legalBasis: Recording['legalBasis'] = 'consent') => ({ id: 'news', legalBasis, noticeHash: 'n' });
const recording = (change: Partial<Recording> = {}): Recording => ({
  site: 'demo',
  recordId: asRecord('x1'),
  actor: { kind: 'backend', id: 'shop' },
  address: asDigest('a'.repeat(43)),
  language: 'de',
  legalBasis: 'consent',
  purposes: [news()],
  source: 'registration',
  givenAt: '2026-02-10T10:00:00.000Z',
  proof: ['time'],
  ...change,
});
const interest = recording({ legalBasis: 'legitimate-interest', purposes: [news('legitimate-interest')] });
const contract = recording({ legalBasis: 'contract', purposes: [news('contract')], source: 'account' });

const record = ({ entries }: Tale, what = recording(), all: readonly AnyEntry[] = entries) =>
  recordFromElsewhere(fold(entries, NOW), entries, what, NOW, all);

/** What stands against it; undefined where it is recorded. */
function against(tale: Tale, change: Partial<Recording> = {}): string | undefined {
  try {
    expect(record(tale, recording(change))).toBeDefined();
  } catch (error) {
    if (error instanceof NotRecordable) return error.obstacle;
    throw error;
  }
  return undefined;
}

describe('what others report', () => {
  const said = {
    site: 'demo',
    recordId: 'x1',
    at: NOW.toISOString(),
    actor: { kind: 'backend', id: 'shop' },
    language: 'de',
  };

  test('is recorded with what they know of it, and what it rests on', () => {
    const facts = {
      address: 'a'.repeat(43),
      source: 'registration',
      givenAt: '2026-02-10T10:00:00.000Z',
      proof: ['time'],
    };
    expect(record(new Tale())).toStrictEqual({ type: 'ConsentRecorded', ...said, purposes: [news()], facts });
    expect(record(new Tale(), interest)).toStrictEqual({
      type: 'LegitimateInterestRecorded',
      ...said,
      purposes: [news('legitimate-interest')],
      facts: { ...facts, justification: 'existing-customer' },
    });
    expect(record(new Tale(), contract)).toStrictEqual({
      type: 'ContractRecorded',
      ...said,
      purposes: [news('contract')],
      facts: { ...facts, source: 'account' },
    });
    const signedUpAt = '2026-02-09T10:00:00.000Z';
    expect(record(new Tale(), recording({ signedUpAt }))?.facts).toStrictEqual({ ...facts, signedUpAt });
    const unknown = recording({ source: undefined, givenAt: undefined });
    expect(record(new Tale(), unknown)?.facts).toStrictEqual({ address: facts.address, proof: ['time'] });
  });

  test('is recorded once, also where a later version did', () => {
    const once = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['events']);
    once.step('ConsentRecorded', '2026-02-11T10:00:00Z', { record: 'x1', purposes: ['news'] });
    expect(record(once)).toBeUndefined();
    expect(record(once, recording({ recordId: asRecord('x2') }))).toBeDefined();
    const id = asRecord('A'.repeat(22));
    const [first] = once.entries as [Entry];
    const later = { ...first, seq: 9, type: 'ConsentForeseen', recordId: id } as unknown as AnyEntry;
    expect(record(new Tale(), recording({ recordId: id }), [later])).toBeUndefined();
    expect(record(new Tale(), recording(), [later])).toBeDefined();
  });
});

describe('against what others report stands', () => {
  const suppressed = (): Tale => new Tale().step('DataErased', '2026-01-10T10:00:00Z', { facts: { suppress: true } });

  test('that the person is not to be brought back, but by a contract that they made', () => {
    for (const legalBasis of ['consent', 'legitimate-interest'] as const)
      expect(against(suppressed(), { legalBasis })).toBe('suppressed');
    expect(against(suppressed(), { ...contract, source: 'import' })).toBe('suppressed');
    expect(against(suppressed(), contract)).toBeUndefined();
    expect(against(new Tale(), { ...contract, source: 'import' })).toBeUndefined();
  });

  test('a restriction, and what is weighed or objected to, but nothing of another purpose, and against no contract', () => {
    const restricted = new Tale().step('ProcessingRestricted', '2026-01-10T10:00:00Z');
    expect(against(restricted)).toBe('restricted');
    expect(against(restricted, contract)).toBeUndefined();
    for (const [type, obstacle] of [
      ['ObjectionRaised', 'restricted'],
      ['ObjectionRecorded', 'objected'],
    ] as const) {
      const tale = new Tale().step(type, '2026-01-10T10:00:00Z', { purposes: ['news'] });
      expect(against(tale)).toBe(obstacle);
      expect(against(tale, { purposes: [{ ...news(), id: 'events' }, news()] })).toBe(obstacle);
      expect(against(tale, { purposes: [{ ...news(), id: 'events' }] })).toBeUndefined();
      expect(against(tale, contract)).toBeUndefined();
    }
  });

  const ended = (at: string, ...purposes: string[]): Tale =>
    new Tale().given('2026-01-10T10:00:00Z', 'r1', purposes).withdrawn(at, 'r1', purposes);
  const late = '2026-02-11T10:00:00Z';
  const early = '2026-02-09T10:00:00Z';

  test('what the person withdrew later, or at that moment, where it has a date; against interest for ever', () => {
    expect(against(ended(late, 'news'))).toBe('withdrawn');
    expect(against(ended('2026-02-10T10:00:00Z', 'news'))).toBeUndefined();
    expect(against(ended(early, 'news'))).toBeUndefined();
    expect(against(ended(early, 'news'), { givenAt: undefined })).toBe('withdrawn');
    expect(against(ended(early, 'news'), interest)).toBe('withdrawn');
    expect(against(ended(early, 'news'), { source: 'import' })).toBe('withdrawn');
    expect(against(ended(late, 'news'), contract)).toBeUndefined();
  });

  test('what ended of its own purposes, among others, or of all', () => {
    expect(against(ended(late, 'events'))).toBeUndefined();
    expect(against(ended(late, 'events', 'news'))).toBe('withdrawn');
    expect(against(ended(late, 'events'), { purposes: [news(), { ...news(), id: 'events' }] })).toBe('withdrawn');
    expect(against(new Tale().step('DataErased', late))).toBe('erased');
  });

  test('the last of it', () => {
    const tale = ended(late, 'news')
      .step('ConsentLapsed', '2026-02-12T10:00:00Z', { purposes: ['news'] })
      .step('ConsentWithdrawn', '2026-02-13T10:00:00Z', { purposes: ['events'] })
      .step('MailSent', '2026-02-14T10:00:00Z', { facts: { mail: 'withdrawn' } });
    expect(against(tale)).toBe('lapsed');
  });

  test('what others said, by the time that they gave for it, also against a list', () => {
    const elsewhere = (saidAt?: string): Tale =>
      new Tale().step('ConsentWithdrawn', late, {
        purposes: ['news'],
        facts: { via: 'elsewhere', ...(saidAt !== undefined && { saidAt }) },
      });
    for (const source of ['registration', 'import'] as const) {
      expect(against(elsewhere('2026-02-10T10:00:00.001Z'), { source })).toBe('withdrawn');
      expect(against(elsewhere('2026-02-10T10:00:00.000Z'), { source })).toBeUndefined();
      expect(against(elsewhere(), { source })).toBe('withdrawn');
    }
  });
});
