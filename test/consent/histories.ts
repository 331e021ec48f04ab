import { asDigest, asRecord, asSubject } from '../ids';
import fc from '../seeded';
import type { Entry, EntryPurpose, Facts, Step } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import type { LegalBasis } from '../../shared/policy/schema';
import { EMPTY, seal } from '../../shared/ledger/chain';
import { attempt, PURPOSES, Subject, type Attempt } from './model';

/** What operators, sources and the system itself write besides what people try. */
interface Other {
  readonly kind: 'other';
  readonly type: EntryType;
  readonly record?: string;
  readonly purposes: readonly string[];
  readonly facts: Facts;
}

const some = fc.uniqueArray(fc.constantFrom(...PURPOSES), { minLength: 1, maxLength: 3 });
const dispute = fc.constantFrom('A'.repeat(22), 'B'.repeat(22));

function other(type: EntryType, more: { [K in 'record' | 'purposes' | 'facts']?: fc.Arbitrary<Other[K]> } = {}) {
  const { record = fc.constant(undefined), purposes = fc.constant([]), facts = fc.constant({}) } = more;
  return fc.record({ record, purposes, facts }).map(({ record: id, ...said }): Other => {
    return { kind: 'other', type, ...said, ...(id !== undefined && { record: id }) };
  });
}

const others: fc.Arbitrary<Other> = fc.oneof(
  other('LegitimateInterestRecorded', { record: fc.constantFrom('e1', 'e2'), purposes: some }),
  other('ConsentRecorded', { record: fc.constantFrom('e3', 'e4'), purposes: some }),
  other('ObjectionRecorded', { purposes: some }),
  other('ConsentLapsed', { purposes: some }),
  other('IdentityRectified'),
  other('EvidenceDisclosed'),
  other('ProcessingRestricted'),
  other('RestrictionLifted'),
  other('HoldPlaced', { facts: dispute.map((name) => ({ case: name, reviewBy: '2027-01-01' })) }),
  // Most holds are lifted some time, or there would be little to see.
  { weight: 4, arbitrary: other('HoldLifted', { facts: dispute.map((name) => ({ case: name })) }) },
  other('ContractRecorded', { record: fc.constantFrom('e5', 'e6'), purposes: some }),
  other('ContractEnded', { purposes: some }),
  other('MailBounced', { facts: fc.constantFrom<Facts>({ bounce: 'permanent' }, { bounce: 'transient' }) }),
  other('MailReceived', { facts: dispute.map((name) => ({ reading: 'unclear' as const, case: name })) }),
  other('CaseClosed', { facts: dispute.map((name) => ({ case: name, outcome: 'answered' as const })) }),
  other('LanguageChosen'),
  other('ProcessorInformed', { facts: fc.nat(20).map((upTo) => ({ processor: 'tool', upTo })) }),
  other('DeletionConfirmed', { facts: fc.nat(20).map((upTo) => ({ processor: 'tool', upTo })) }),
  other('DataErased', { facts: fc.constantFrom<Facts>({}, { suppress: true }) }),
);

/** Any steps in any order, with whatever time between them. */
export const history: fc.Arbitrary<Subject> = fc
  .array(fc.oneof({ weight: 3, arbitrary: attempt }, { weight: 1, arbitrary: others }), {
    minLength: 5,
    maxLength: 30,
    size: 'max',
  })
  .map((steps: readonly (Attempt | Other)[]) => {
    const subject = new Subject();
    for (const step of steps) {
      if (step.kind === 'other') write(subject, step);
      else subject.try(step);
      // No two steps of a person are at the same moment.
      subject.try({ kind: 'wait', minutes: 1 });
    }
    return subject;
  });

const BASES: Partial<Record<EntryType, LegalBasis>> = {
  LegitimateInterestRecorded: 'legitimate-interest',
  ContractRecorded: 'contract',
};

function write({ entries, now }: Subject, { type, record, purposes, facts }: Other): void {
  const legalBasis = BASES[type] ?? 'consent';
  const about = purposes.map((id): EntryPurpose => ({ id, legalBasis, noticeHash: `hash-of-${id}` }));
  const step = { site: 'demo', type, at: now.toISOString(), actor: { kind: 'operator' as const, id: 'someone' } };
  const said = {
    language: 'de' as const,
    purposes: about,
    facts,
    ...(record !== undefined && { recordId: asRecord(record) }),
  };
  entries.push(
    seal(
      { ...step, ...said } as Step,
      { subject: asSubject('s'.repeat(22)), parts: { reason: asDigest(`part-${entries.length}`) } },
      tail(entries),
    ),
  );
}

const tail = (entries: readonly Entry[]) => entries.at(-1) ?? EMPTY;

/** Hours, so that a test can reckon without a calendar. */
export const HOURS: Readonly<Record<string, number>> = { news: 0, events: 100, analysis: 2000 };
export const ACCESS_LOG_HOURS = 500;

const purposes = PURPOSES.map((id) => ({
  id,
  retention: { evidence: { keep: `PT${HOURS[id]}H`, from: 'withdrawal' as const } },
}));

export const RULES: RetentionRules = {
  retention: {
    evidence: { keep: 'PT10H', from: 'withdrawal' },
    details: { keep: 'PT20H' },
    network: { keep: 'PT30H' },
    mails: 'as-evidence',
    accessLog: `PT${ACCESS_LOG_HOURS}H`,
    enquiries: 'PT20H',
    atEnd: 'delete',
  },
  purposes: purposes as unknown as RetentionRules['purposes'],
  processors: [],
};
