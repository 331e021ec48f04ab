import fc from '../seeded';
import { asRecord, asSubject } from '../ids';
import { complained } from '../../shared/consent/decide/feedback';
import { endOfMoved } from '../../shared/consent/decide/moving';
import { withdrawals, type Operation } from '../../shared/consent/decide/operator-decisions';
import { erasure } from '../../shared/consent/decide/operator-erasure';
import type { Entry } from '../../shared/consent/entry';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { outcomesOf } from '../../shared/consent/keep/outcomes';
import { knowledgeOf } from '../../shared/consent/processors';
import { standingOf } from '../../shared/consent/standing';
import { purposeStatus } from '../../shared/evidence/purpose-status';
import { EMPTY, momentAfter, seal } from '../../shared/ledger/chain';
import { demo } from '../../examples/sites/demo';
import { attempt, Subject } from './model';
import { Tale } from './tale';

/* K19: what nobody confirmed is not withdrawn. */

const NOW = new Date('2026-11-24T10:00:00Z');
const operation: Operation = {
  site: demo,
  requires: new Map(),
  operator: { kind: 'operator', id: 'desk' },
  told: { via: 'letter' },
};

/** The steps that decisions come to, one after the other. */
function taken(entries: readonly Entry[], decisions: ReturnType<typeof withdrawals>): readonly Entry[] {
  return decisions.reduce<readonly Entry[]>((all, decide) => {
    const step = decide(all, momentAfter(all.at(-1) ?? EMPTY, NOW), all);
    return step ? [...all, seal(step, { subject: asSubject('s'.repeat(22)), parts: {} }, all.at(-1) ?? EMPTY)] : all;
  }, entries);
}

const said = (before: readonly Entry[], after: readonly Entry[]) =>
  after.slice(before.length).map(({ type, purposes }) => [type, purposes.map(({ id }) => id)]);

const waiting = new Tale().request('2026-11-23T10:00:00Z', 'r1', ['newsletter']).entries;
const mixed = new Tale()
  .given('2026-11-20T10:00:00Z', 'r1', ['newsletter'])
  .request('2026-11-23T10:00:00Z', 'r2', ['newsletter', 'product-news']).entries;

test('whoever never confirmed has a sign-up taken back, and no consent withdrawn', () => {
  expect(said(waiting, taken(waiting, withdrawals(operation, [])))).toEqual([['ConsentRefused', ['newsletter']]]);
  const wish = { suppress: false, despiteDuty: false };
  const erased = taken(waiting, Array<ReturnType<typeof erasure>>(3).fill(erasure(operation, wish)));
  expect(said(waiting, erased)[0]).toEqual(['ConsentRefused', ['newsletter']]);
});

test('what is in force and what waits end by steps of their own', () => {
  const after = taken(mixed, withdrawals(operation, []));
  expect(said(mixed, after)).toEqual([
    ['ConsentWithdrawn', ['newsletter']],
    ['ConsentRefused', ['product-news']],
  ]);
  const statuses = fold(after, NOW).map(({ purposes }) => purposes.map(({ status }) => status));
  expect(statuses).toEqual([['ConsentWithdrawn'], ['ConsentRefused', 'ConsentRefused']]);
});

test('a consent ends with the first step, also where it waits again and a contract has it besides', () => {
  const { entries } = new Tale()
    .step('ConsentRecorded', '2026-11-20T10:00:00Z', {
      record: 'r1',
      purposes: ['newsletter', 'product-news'],
      facts: { source: 'import', givenAt: '2020-01-01T00:00:00.000Z', proof: ['time'] },
    })
    .request('2026-11-23T10:00:00Z', 'r2', ['newsletter']);
  const contract = {
    type: 'ContractRecorded' as const,
    site: 'demo',
    at: '2026-11-23T11:00:00.000Z',
    actor: { kind: 'operator' as const, id: 'desk' },
    language: 'de' as const,
    recordId: asRecord('r3'),
    purposes: [{ id: 'newsletter', legalBasis: 'contract' as const, noticeHash: 'n' }],
    facts: {},
  };
  const of = { subject: asSubject('s'.repeat(22)), parts: {} };
  const all = [...entries, seal(contract, of, entries.at(-1) ?? EMPTY)];
  const first = complained(all, { at: NOW, actor: { kind: 'system' } }, new Map(), NOW);
  expect(first?.type).toBe('ConsentWithdrawn');
  expect(first?.purposes.map(({ id }) => id).sort()).toEqual(['newsletter', 'product-news']);
});

test('documents say that it was never confirmed, whichever step ended it', () => {
  const entries = taken(mixed, withdrawals(operation, []));
  const known = { entries, standing: standingOf(entries), at: NOW.toISOString() };
  const [given, refused] = fold(entries, NOW);
  const textOf = (record: typeof given, n: number) => {
    const purpose = record?.purposes[n];
    return record && purpose && purposeStatus(known, record, purpose, 'en').text;
  };
  expect(textOf(given, 0)).toMatch(/^Withdrawn on/);
  expect(textOf(refused, 0)).toMatch(/^Never confirmed\. Sign-up taken back on/);
  expect(textOf(refused, 1)).toMatch(/^Never confirmed\. Sign-up taken back on/);
});

test('a purpose that an order was confirmed without is no end to count, and nothing that a processor has to know', () => {
  const tale = new Tale()
    .request('2026-11-20T10:00:00Z', 'r1', ['newsletter'])
    .step('ConsentGiven', '2026-11-20T10:01:00Z', { record: 'r1', purposes: [] })
    .step('ConsentRefused', '2026-11-20T10:02:00Z', { record: 'r1', purposes: ['newsletter'] });
  expect(outcomesOf(fold(tale.entries, NOW))).toEqual([]);
  const processor = { id: 'tool', purposes: ['newsletter'], transfers: [] } as unknown as Parameters<
    typeof knowledgeOf
  >[1];
  expect(knowledgeOf(tale.entries, processor)).toBeUndefined();
});

test('a sign-up that is taken back at one address names the other, so that old links find it', () => {
  const given = new Tale().given('2026-11-23T11:00:00Z', 'n1', ['newsletter']).entries.at(-1) as Entry;
  const step = endOfMoved(waiting, given, new Map(), NOW);
  expect(step).toMatchObject({ type: 'ConsentRefused', facts: { movedTo: given.subject } });
});

test('whatever happens: a withdrawal names what was in force, and a refusal what was not', () => {
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 5, maxLength: 40, size: 'max' }), (attempts) => {
      const subject = new Subject();
      for (const next of attempts) subject.try(next);
      subject.entries.forEach((entry, n) => {
        const inForce = purposesInForce(fold(subject.entries.slice(0, n), new Date(entry.at)));
        const named = entry.purposes.map(({ id }) => inForce.has(id));
        if (entry.type === 'ConsentWithdrawn') expect(named).not.toContain(false);
        if (entry.type === 'ConsentRefused') expect(named).not.toContain(true);
      });
    }),
    { numRuns: 300 },
  );
});
