import { asDigest, asSubject } from '../ids';
import fc, { drawEach } from '../seeded';
import type { Entry } from '../../shared/consent/entry';
import { canBeWithdrawn, fold, isPending } from '../../shared/consent/fold';
import {
  hold,
  liftedRestriction,
  objection,
  restriction,
  withdrawal,
  withdrawals,
  type Decision,
  type Operation,
} from '../../shared/consent/decide/operator-decisions';
import { againstErasure, erasable, erasure } from '../../shared/consent/decide/operator-erasure';
import { permissions } from '../../shared/consent/permissions';
import { erasedEntries, standingOf } from '../../shared/consent/standing';
import { EMPTY, seal } from '../../shared/ledger/chain';
import { demo } from '../../examples/sites/demo';
import type { Site } from '../../shared/policy/schema';
import { History } from './history';
import { attempt, PURPOSES, REQUIRES, Subject } from './model';

drawEach(300);

const WISH = { suppress: false, despiteDuty: false };

/** A site with the purposes of the model, that keeps proof for that long. */
function siteKeeping(keep: string): Site {
  const [like] = demo.purposes;
  if (!like) throw new RangeError('The sample has purposes.');
  const purposes = PURPOSES.map((id) => ({ ...like, id, legalBasis: 'consent' as const }));
  const retention = { ...demo.retention, evidence: { keep, from: 'withdrawal' as const } };
  return { ...demo, purposes, retention };
}

/** An operator at work at a moment. */
type Working = Operation & { readonly now: Date };

interface Case {
  readonly entries: readonly Entry[];
  readonly operation: Working;
}

/** Whatever happened before, with an identity where there would be one. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.array(attempt, { minLength: 5, maxLength: 40, size: 'max' }), fc.constantFrom('P0D', 'P3Y'))
  .map(([attempts, keep]) => {
    const subject = new Subject();
    for (const next of attempts) subject.try(next);
    const entries = subject.entries.map((entry) =>
      ['ConsentRequested', 'ConsentRecorded'].includes(entry.type)
        ? { ...entry, parts: { address: asDigest(entry.nonce) } }
        : entry,
    );
    const operator = { kind: 'operator', id: 'desk' } as const;
    const now = new Date(subject.now.getTime() + 1000);
    return { entries, operation: { site: siteKeeping(keep), requires: REQUIRES, operator, told: {}, now } };
  });

/** The history after the decision was carried out until it has nothing left to do. */
function carriedOut(decide: Decision, entries: readonly Entry[], { now }: Working): readonly Entry[] {
  const all = [...entries];
  for (let n = 0; n < 3; n++) {
    const step = decide(all, now, all);
    if (step)
      all.push(
        seal(step, { subject: asSubject('s'.repeat(22)), parts: { reason: asDigest('r') } }, all.at(-1) ?? EMPTY),
      );
  }
  expect(decide(all, now, all)).toBeUndefined();
  return all;
}

const allowed = (entries: readonly Entry[], { site, now }: Working): string[] =>
  permissions(site.purposes, fold(entries, now), standingOf(entries), now).flatMap((each) =>
    each.allowed ? [each.id] : [],
  );

/** The entries of one history that a later one erased. */
const erasedOf = (entries: readonly Entry[], after: readonly Entry[]): Entry[] =>
  erasedEntries(after).filter((entry) => entries.includes(entry));

const whatever = (check: (given: Case) => void): void => fc.assert(fc.property(cases, check));

test('a withdrawal leaves nothing to withdraw, wherever it was given', () => {
  whatever(({ entries, operation }) => {
    const after = carriedOut(withdrawal(operation, []), entries, operation);
    expect(fold(after, operation.now).flatMap(({ purposes }) => purposes.filter(canBeWithdrawn))).toEqual([]);
  });
});

test('a withdrawal of one purpose leaves it nowhere, and nothing that needs it', () => {
  whatever(({ entries, operation }) => {
    const after = carriedOut(withdrawal(operation, ['news']), entries, operation);
    const left = new Set(allowed(after, operation));
    expect(left.has('news')).toBe(false);
    if (left.has('analysis')) expect(left.has('events')).toBe(true);
  });
});

test('after an objection nothing is mailed, and it names whatever could have been', () => {
  whatever(({ entries, operation }) => {
    const after = carriedOut(objection(operation, []), entries, operation);
    expect(allowed(after, operation)).toEqual([]);
    expect([...standingOf(after).objections].sort()).toEqual([...PURPOSES].sort());
  });
});

test('while it is restricted nothing is mailed, and lifting it brings back what was', () => {
  whatever(({ entries, operation }) => {
    const free = carriedOut(liftedRestriction(operation, '2026-11-20'), entries, operation);
    const restricted = carriedOut(restriction(operation), free, operation);
    expect(allowed(restricted, operation)).toEqual([]);
    expect(allowed(carriedOut(liftedRestriction(operation, '2026-11-20'), restricted, operation), operation)).toEqual(
      allowed(free, operation),
    );
  });
});

test('an erasure ends every part, or nothing while something stands against it, and then it is restricted', () => {
  const seen = new Set<string>();
  whatever(({ entries, operation }) => {
    const { site, now } = operation;
    const after = carriedOut(erasure(operation, WISH), entries, operation);
    const { holds, duties } = againstErasure(after, site, WISH, now);
    expect(allowed(after, operation)).toEqual([]);
    if (holds.length + duties.length > 0) {
      expect(standingOf(after).restrictedSince).toBeDefined();
      expect(erasedOf(entries, after)).toEqual(erasedEntries(entries));
    } else {
      expect(erasable(after, after)).toEqual([]);
      expect(
        fold(after, now).filter((record) => isPending(record, now) && record.requestedAt < now.toISOString()),
      ).toEqual([]);
    }
    seen.add(holds.length > 0 ? 'hold' : duties.length > 0 ? 'duty' : 'nothing');
  });
  expect([...seen].sort()).toEqual(['duty', 'hold', 'nothing']);
});

test('the controller may give up its proof, but not what a dispute needs', () => {
  whatever(({ entries, operation }) => {
    const wish = { ...WISH, despiteDuty: true };
    const held = carriedOut(hold(operation, 'a case', '2027-01-01'), entries, operation);
    expect(erasedOf(held, carriedOut(erasure(operation, wish), held, operation))).toEqual(erasedEntries(held));
    const { holds } = standingOf(entries);
    const after = carriedOut(erasure(operation, wish), entries, operation);
    if (holds.length === 0) expect(erasable(after, after)).toEqual([]);
  });
});

test('a mail that was on its way during an erasure is erased with its record, and what comes after is not', () => {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news'] });
  subject.try({ kind: 'operate', type: 'DataErased' });
  subject.try({ kind: 'wait', minutes: 60 });
  subject.try({ kind: 'request', record: 'r2', purposes: ['news'] });
  const [request, erased, anew] = subject.entries as [Entry, Entry, Entry];
  const late = { ...request, type: 'MailSent', seq: 3, facts: { mail: 'confirmation' } } as Entry;
  expect(erasedEntries([request, erased, anew, late])).toEqual([request, late]);
});

test('an operator who enters a letter ends also what was given since: a mistyped day keeps nobody from leaving', () => {
  const [first = '', second = ''] = PURPOSES;
  const history = new History(new Date('2026-01-10T10:00:00Z'));
  history.confirm('r1', first);
  history.now = new Date('2026-02-15T10:00:00Z');
  history.confirm('r2', second);
  const operation: Operation = {
    site: siteKeeping('P4Y'),
    requires: new Map(),
    operator: { kind: 'operator', id: 'somebody' },
    told: { via: 'letter', receivedOn: '2026-02-01' },
  };
  for (const decide of [withdrawals(operation, [])[0], objection(operation, [])]) {
    const named = decide?.(history.entries, history.now, history.entries)?.purposes.map(({ id }) => id);
    expect(named).toEqual(expect.arrayContaining([first, second]));
  }
});
