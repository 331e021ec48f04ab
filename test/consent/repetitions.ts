import { asDigest, asRecord, asSubject } from '../ids';
import fc from '../seeded';
import type { Step } from '../../shared/consent/entry';
import { EMPTY, seal } from '../../shared/ledger/chain';
import { attempt, Subject, type Attempt } from './model';

/** A step that says again what others said, or nearly. */
export interface Repetition {
  readonly kind: 'repeat';
  readonly type: string;
  readonly record?: string;
  readonly purposes: readonly string[];
  readonly language: 'de' | 'en';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly parts: readonly string[];
  /** Hours before the step that it speaks of. */
  readonly ago?: number | undefined;
  readonly times: number;
}

const purposes = fc.constantFrom<readonly string[]>([], ['news'], ['news', 'events']);
const parts = fc.constantFrom<readonly string[]>([], [], ['network'], ['reason']);
const ago = fc.option(fc.integer({ min: 0, max: 24 * 9 }), { nil: undefined });

function repetition(type: string, facts: fc.Arbitrary<object> = fc.constant({}), record = false) {
  return fc.record({
    kind: fc.constant('repeat' as const),
    type: fc.constant(type),
    ...(record && { record: fc.constantFrom('r1', 'r2') }),
    purposes: ['ActivityReported', 'Unheard'].includes(type) ? purposes : fc.constant([]),
    language: fc.constantFrom('de' as const, 'en' as const),
    facts: facts as fc.Arbitrary<Repetition['facts']>,
    parts,
    ago,
    times: fc.integer({ min: 1, max: 5 }),
  });
}

const processor = fc.constantFrom('tool', 'far');
/** How many places before its own a processor was told of. */
const behind = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) });
const told = fc.record({ processor, behind });

const repetitions: fc.Arbitrary<Repetition> = fc.oneof(
  { weight: 3, arbitrary: repetition('LanguageChosen') },
  {
    weight: 4,
    arbitrary: repetition('ActivityReported', fc.constantFrom({}, { mailed: true }, { via: 'page' }), true),
  },
  { weight: 3, arbitrary: repetition('ProcessorInformed', told) },
  repetition('DeletionConfirmed', told),
  repetition(
    'MailBounced',
    fc.constantFrom({ bounce: 'transient' }, { bounce: 'transient', messageId: 'mail-3' }, { bounce: 'permanent' }),
  ),
  repetition('EvidenceDisclosed'),
  repetition('MailReceived', fc.constantFrom({ reading: 'automatic' }, { reading: 'unclear', case: 'A' })),
  repetition('MailSent', fc.constantFrom({ mail: 'still-interested' }, { mail: 'withdrawn' }), true),
  repetition('KeptOnReview', fc.constant({ reviewed: 'consents' })),
  repetition('Unheard', fc.constant({ of: 'this version' }), true),
);

type Any = Attempt | Repetition;
const wait = fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 2000 }) });
export const steps: fc.Arbitrary<Any[]> = fc.array(
  fc.oneof<fc.Arbitrary<Any>[]>(
    { weight: 3, arbitrary: attempt } as never,
    { weight: 5, arbitrary: repetitions } as never,
    { weight: 2, arbitrary: wait } as never,
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
);

/** Somebody who signed up and confirmed, and then whatever happened. */
export function lived(all: readonly Any[]): Subject {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news', 'events'] });
  subject.try({ kind: 'wait', minutes: 5 });
  subject.try({ kind: 'press', record: 'r1' });
  for (const step of all) {
    subject.try({ kind: 'wait', minutes: 1 });
    if (step.kind === 'repeat') for (let n = 0; n < step.times; n++) repeat(subject, step);
    else subject.try(step);
  }
  return subject;
}

export function repeat(
  subject: Subject,
  { type, record, purposes: ids, language, facts, parts: classes, ago: hours }: Repetition,
) {
  subject.try({ kind: 'wait', minutes: 60 });
  const { entries, now } = subject;
  const { behind: back, mailed, ...more } = facts as { behind?: number; mailed?: boolean };
  const moment = new Date(now.getTime() - (hours ?? 0) * 3_600_000).toISOString();
  const activity = mailed ? { mailedAt: moment } : hours === undefined ? {} : { activeAt: moment };
  const said = {
    ...{ site: 'demo', type, at: now.toISOString(), actor: { kind: 'subject' as const }, language },
    ...(record !== undefined && { recordId: asRecord(record) }),
    purposes: ids.map((id) => ({ id, legalBasis: 'consent', noticeHash: `hash-of-${id}` })),
    facts: {
      ...more,
      ...(type === 'ActivityReported' && activity),
      ...(back !== undefined && { upTo: Math.max(0, entries.length - 1 - back) }),
    },
  };
  const sealing = {
    subject: asSubject('s'.repeat(22)),
    parts: Object.fromEntries(classes.map((name) => [name, asDigest(`${name}-${entries.length}`)])),
  };
  entries.push(seal(said as unknown as Step, sealing, entries.at(-1) ?? EMPTY));
}
