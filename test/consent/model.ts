import { asDigest, asRecord, asSubject } from '../ids';
import fc from '../seeded';
import { seal, EMPTY } from '../../shared/ledger/chain';
import { confirm, isRenewal, renew, request, withdraw, withdrawable } from '../../shared/consent/decide/decisions';
import type { Entry, Step, StepFor } from '../../shared/consent/entry';
import { understoodEntries } from '../../shared/consent/read-entry';
import type { EntryType } from '../../shared/consent/steps';
import { fold, type SubjectState } from '../../shared/consent/fold';
import { recordFromElsewhere, type Recording } from '../../shared/consent/decide/record-decisions';

/** What anybody may try, in any order and as often as they like. */
export type Attempt =
  | { readonly kind: 'request'; readonly record: string; readonly purposes: readonly string[] }
  | { readonly kind: 'confirm' | 'renew' | 'press'; readonly record: string }
  | { readonly kind: 'withdraw'; readonly record: string; readonly purposes: readonly string[] }
  | { readonly kind: 'report'; readonly record: string; readonly purposes: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'end'; readonly as: 'ObjectionRecorded' | 'ConsentLapsed'; readonly purposes: readonly string[] }
  | { readonly kind: 'operate'; readonly type: Operation }
  | { readonly kind: 'wait'; readonly minutes: number };

type Basis = 'consent' | 'legitimate-interest';
const OPERATIONS = [
  'ProcessingRestricted',
  'RestrictionLifted',
  'HoldPlaced',
  'HoldLifted',
  'DataErased',
  'IdentityRectified',
  'ActivityReported',
  'AccessGiven',
  'EvidenceDisclosed',
  'MailBounced',
  'MailReceived',
  'CaseClosed',
  'LanguageChosen',
  'ProcessorInformed',
  'DeletionConfirmed',
] as const satisfies readonly EntryType[];
type Operation = (typeof OPERATIONS)[number];

export const PURPOSES = ['news', 'events', 'analysis'];
export const REQUIRES = new Map([['analysis', ['news', 'events']]]);
export const PENDING_MS = 7 * 24 * 60 * 60 * 1000;
export const LIMITS = { mailsPerDay: 3, pauseMs: 10 * 60 * 1000 };

const record = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5');
/** What others report has names of its own. */
const reported = fc.constantFrom('x1', 'x2', 'x3');
const some = fc.uniqueArray(fc.constantFrom(...PURPOSES), { maxLength: 3 });

export const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('request' as const), record, purposes: some }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('confirm' as const, 'renew' as const, 'press' as const), record }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), record, purposes: some }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      record: reported,
      purposes: some,
      basis: fc.constantFrom('consent' as const, 'legitimate-interest' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      as: fc.constantFrom('ObjectionRecorded' as const, 'ConsentLapsed' as const),
      purposes: some,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('operate' as const), type: fc.constantFrom(...OPERATIONS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 6 * 24 * 60 }) }),
  },
);

export class Subject {
  now = new Date('2026-11-22T09:15:30Z');
  readonly entries: Entry[] = [];

  get state(): SubjectState {
    return fold(understoodEntries(this.entries), this.now);
  }

  /** The entry that an attempt made; undefined where it was refused or called for nothing. */
  try(next: Attempt): Entry | undefined {
    if (next.kind === 'wait') {
      this.now = new Date(this.now.getTime() + next.minutes * 60_000);
      return undefined;
    }
    try {
      const entry = this.write(this.decide(next));
      // What is in force and what waits end by steps of their own.
      if (next.kind === 'withdraw') this.try(next);
      return entry;
    } catch (error) {
      if (error instanceof TypeError || error instanceof RangeError) throw error;
      return undefined;
    }
  }

  private write(step: Step | undefined): Entry | undefined {
    if (!step) return undefined;
    const entry = seal(step, { subject: asSubject('s'.repeat(22)), parts: {} }, this.entries.at(-1) ?? EMPTY);
    this.entries.push(entry);
    return entry;
  }

  private decide(next: Exclude<Attempt, { kind: 'wait' }>): Step | undefined {
    const { state, now } = this;
    switch (next.kind) {
      case 'request':
        return state.some(({ recordId }) => recordId === next.record)
          ? undefined
          : request(state, signUp(next.record, next.purposes, now), LIMITS, now);
      case 'confirm':
        return confirm(state, asRecord(next.record), REQUIRES, now);
      case 'renew':
        return renew(state, asRecord(next.record), REQUIRES, now);
      case 'press':
        return isRenewal(state, asRecord(next.record))
          ? renew(state, asRecord(next.record), REQUIRES, now)
          : confirm(state, asRecord(next.record), REQUIRES, now);
      case 'withdraw':
        return withdraw(
          state,
          { recordId: asRecord(next.record), purposes: next.purposes, requires: REQUIRES, via: 'page' },
          now,
        );
      case 'report':
        return recordFromElsewhere(
          state,
          understoodEntries(this.entries),
          report(next.record, next.purposes, next.basis),
          now,
        );
      case 'end': {
        const ended = withdrawable(state, { purposes: next.purposes, requires: REQUIRES });
        return { ...operated(next.as, now), purposes: ended };
      }
      case 'operate':
        return operated(next.type, now);
    }
  }
}

/** Reported as given long ago, so that whatever ended it here is later. */
function report(recordId: string, purposes: readonly string[], legalBasis: Basis): Recording {
  return {
    site: 'demo',
    recordId: asRecord(recordId),
    address: asDigest('a'),
    actor: { kind: 'backend', id: 'shop' },
    language: 'de',
    legalBasis,
    purposes: purposes.map((id) => ({ id, legalBasis, noticeHash: `hash-of-${id}` })),
    source: 'import',
    givenAt: '2020-01-01T00:00:00.000Z',
    proof: ['time'],
  };
}

/** What the types have to say that cannot do without. */
const FACTS: { readonly [Type in EntryType]?: StepFor<Type>['facts'] } = {
  HoldPlaced: { case: 'A'.repeat(22), reviewBy: '2027-01-01' },
  HoldLifted: { case: 'A'.repeat(22) },
  MailBounced: { bounce: 'transient' },
  MailReceived: { reading: 'unclear', case: 'A' },
  CaseClosed: { case: 'A', outcome: 'answered' },
  ProcessorInformed: { processor: 'tool', upTo: 0 },
  DeletionConfirmed: { processor: 'tool', upTo: 0 },
  AccessGiven: { form: 'report' },
};

function operated(type: EntryType, now: Date): Step {
  const actor = { kind: 'operator' as const, id: 'desk' };
  return {
    type,
    site: 'demo',
    at: now.toISOString(),
    actor,
    purposes: [],
    facts: FACTS[type] ?? {},
  } as unknown as Step;
}

export function signUp(recordId: string, purposes: readonly string[], now: Date) {
  return {
    site: 'demo',
    recordId: asRecord(recordId),
    actor: { kind: 'subject' as const },
    language: 'de' as const,
    purposes: purposes.map((id) => ({ id, legalBasis: 'consent' as const, noticeHash: `hash-of-${id}` })),
    address: asDigest('a'),
    privacyNotice: '1',
    confirmBy: new Date(now.getTime() + PENDING_MS),
  };
}
