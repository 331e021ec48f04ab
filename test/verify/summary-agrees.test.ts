import { asRecord, asSubject } from '../ids';
import fc from '../seeded';
import type { Entry, Facts, Step } from '../../shared/consent/entry';
import { isUnderstood } from '../../shared/consent/read-entry';
import { ENTRY_TYPES, stepType } from '../../shared/consent/steps';
import { fold } from '../../shared/consent/fold';
import { EMPTY, seal, type Tail } from '../../shared/ledger/chain';
import { summarize } from '../../shared/verify/claims/summarize';
import { ENTRY_TYPES as VERIFIED_TYPES, STATUSES, type Entry as VerifiedEntry } from '../../shared/verify/format';

/*
 * What makes evidence and what checks it know the same rules, each by code of its own. Only here they meet: no history may
 * amount to one thing for the one and to another for the other.
 */

const START = Date.parse('2026-11-22T09:00:00.000Z');
const HOUR_MS = 60 * 60 * 1000;

const moment = fc.integer({ min: 0, max: 40 }).map((hours) => new Date(START + hours * HOUR_MS));
const iso = moment.map((date) => date.toISOString());
const purposes = fc
  .uniqueArray(fc.constantFrom('news', 'events', 'analysis'), { maxLength: 3 })
  .map((ids) => ids.map((id) => ({ id, legalBasis: 'consent' as const, noticeHash: `hash-of-${id}` })));
const facts: fc.Arbitrary<Facts> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ confirmBy: iso }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

/** Else the rarer endings would be too rare to be seen each time. */
const DECISIVE = ENTRY_TYPES.filter((type) => stepType({ type }).role !== 'neither');

/** Any step, also one that no rule would take: what counts for nothing has to count for nothing in both. */
const step = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...ENTRY_TYPES), fc.constantFrom(...DECISIVE)),
    at: iso,
    recordId: fc.constantFrom('r1', 'r2', 'r3').map(asRecord),
    language: fc.constant('de' as const),
    purposes,
    facts,
    asset: fc.constant({ id: 'paper', noticeHash: 'hash-of-paper' }),
  },
  { requiredKeys: ['type', 'at', 'purposes', 'facts'] },
);
/** Steps as they mostly are: in order, and each of a record. */
const orderly = fc
  .array(step, { minLength: 3, maxLength: 30, size: 'max' })
  .map((steps) => steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
  .map((steps) => steps.map((one) => ({ recordId: asRecord('r1'), language: 'de' as const, ...one })));
const history = fc.oneof(orderly, fc.array(step, { maxLength: 30, size: 'max' }));

function entriesOf(steps: readonly Omit<Step, 'site' | 'actor'>[]): Entry[] {
  let tail: Tail = EMPTY;
  return steps.map((said) => {
    const entry = seal(
      { ...said, site: 'demo', actor: { kind: 'system' } } as Step,
      { subject: asSubject('s'.repeat(22)), parts: {} },
      tail,
    );
    tail = entry;
    return entry;
  });
}

/** The state as a file has it. */
function recordsOf(entries: readonly Entry[], now: Date): unknown {
  return fold(entries.filter(isUnderstood), now).map(
    ({ recordId, language, requestedAt, confirmedAt, purposes, asset }) => ({
      recordId,
      language,
      requestedAt,
      confirmedAt: confirmedAt ?? null,
      purposes,
      asset: asset ?? null,
    }),
  );
}

test('both know the same types of entries', () => {
  expect([...VERIFIED_TYPES].sort()).toEqual([...ENTRY_TYPES].sort());
});

test('whatever happened, in whatever order: both say the same of it', () => {
  fc.assert(
    fc.property(history, moment, (steps, now) => {
      const entries = entriesOf(steps);
      const summary = summarize(entries as unknown as VerifiedEntry[], now.toISOString());
      expect(summary).toEqual(recordsOf(entries, now));
    }),
    { numRuns: 1500 },
  );
});

// Else the histories above would say nothing about how a status comes and goes. Drawn from one seed, as chance may miss some.
test('the histories come to every status', () => {
  const drawn = fc.sample(fc.tuple(history, moment), { seed: 1, numRuns: 5000 });
  const statuses = drawn.flatMap(([steps, now]) =>
    summarize(entriesOf(steps) as unknown as VerifiedEntry[], now.toISOString()).flatMap(({ purposes }) =>
      purposes.map(({ status }) => status),
    ),
  );
  expect([...new Set(statuses)].sort()).toEqual([...STATUSES].sort());
});
