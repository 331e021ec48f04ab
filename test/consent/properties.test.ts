import fc, { drawEach } from '../seeded';
import type { EntryType } from '../../shared/consent/steps';
import { fold, isGiven, purposesInForce, type SubjectState } from '../../shared/consent/fold';
import { permissions } from '../../shared/consent/permissions';
import { standingOf } from '../../shared/consent/standing';
import { attempt, LIMITS, PENDING_MS, PURPOSES, Subject, type Attempt } from './model';

drawEach(300);

const ENDINGS: readonly EntryType[] = ['ConsentWithdrawn', 'ConsentRefused', 'ObjectionRecorded', 'ConsentLapsed'];
const CONFIRMATIONS: readonly EntryType[] = ['ConsentGiven', 'RenewedConsentGiven'];
const GIVING: readonly EntryType[] = [
  ...(['ConsentGiven', 'RenewedConsentGiven', 'ConsentRecorded', 'LegitimateInterestRecorded'] as const),
];

/** The records that a person began here; what others reported has no confirmation. */
const askedHere = (state: SubjectState): SubjectState => state.filter(({ recordId }) => recordId.startsWith('r'));

const story = fc.array(attempt, { minLength: 5, maxLength: 40, size: 'max' });

function play(attempts: readonly Attempt[], check: (subject: Subject) => void): void {
  const subject = new Subject();
  for (const next of attempts) {
    subject.try(next);
    check(subject);
  }
}

describe('no order or repetition of steps', () => {
  test('gives what was not requested and confirmed in time', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        play(attempts, ({ state, entries }) => {
          for (const record of askedHere(state).filter(({ purposes }) => purposes.some(isGiven))) {
            const steps = entries.filter(({ recordId }) => recordId === record.recordId);
            const requested = steps.find(({ type }) => type === 'ConsentRequested');
            const given = steps.find(({ type }) => type === 'ConsentGiven' || type === 'RenewedConsentGiven');
            expect(requested && given && given.seq > requested.seq).toBe(true);
            const waited = Date.parse(given?.at ?? '') - Date.parse(requested?.at ?? '');
            expect(waited).toBeLessThan(PENDING_MS);
          }
        });
      }),
    );
  });

  test('brings back what was withdrawn, other than by a new request and its own confirmation', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        play(attempts, ({ state, entries }) => {
          const inForce = purposesInForce(askedHere(state));
          for (const purpose of PURPOSES.filter((id) => inForce.has(id))) {
            const about = entries.filter(({ purposes }) => purposes.some(({ id }) => id === purpose));
            const ended = about.findLastIndex(({ type }) => ENDINGS.includes(type));
            // Whatever lapses, a sign-up that waits meanwhile still waits.
            const refused = about.findLastIndex(({ type }) => ENDINGS.includes(type) && type !== 'ConsentLapsed');
            const given = about.slice(ended + 1).find(({ type }) => CONFIRMATIONS.includes(type));
            const before = about.slice(refused + 1).filter(({ seq }) => seq < (given?.seq ?? 0));
            const requests = before.filter(({ type }) => type === 'ConsentRequested');
            expect(requests.map(({ recordId }) => recordId)).toContain(given?.recordId);
          }
        });
      }),
    );
  });

  test('confirms a record twice', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        play(attempts, ({ entries }) => {
          const confirmed = entries.filter(({ type }) => type === 'ConsentGiven' || type === 'RenewedConsentGiven');
          expect(new Set(confirmed.map(({ recordId }) => recordId)).size).toBe(confirmed.length);
        });
      }),
    );
  });

  test('leaves analysis standing without a newsletter', () => {
    const wellFormed = story.map((attempts) =>
      attempts.filter(
        (next) => !('record' in next && 'purposes' in next) || next.kind === 'withdraw' || standsAlone(next),
      ),
    );
    fc.assert(
      fc.property(wellFormed, (attempts) => {
        play(attempts, ({ state }) => {
          const inForce = purposesInForce(state);
          expect(inForce.has('analysis') && !inForce.has('news') && !inForce.has('events')).toBe(false);
        });
      }),
    );
  });

  test('asks for more confirmations than the limits allow', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        play(attempts, ({ entries, now }) => {
          const lately = entries.filter(
            ({ type, at }) => type === 'ConsentRequested' && now.getTime() - Date.parse(at) < 24 * 60 * 60 * 1000,
          );
          expect(lately.length).toBeLessThanOrEqual(LIMITS.mailsPerDay);
        });
      }),
    );
  });
});

const standsAlone = ({ purposes }: { purposes: readonly string[] }): boolean =>
  !purposes.includes('analysis') || purposes.includes('news') || purposes.includes('events');

describe('a withdrawal of everything', () => {
  test('always ends everything, at once, whatever came before', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        const subject = new Subject();
        for (const next of attempts) subject.try(next);
        subject.try({ kind: 'withdraw', record: 'r1', purposes: [] });
        expect([...purposesInForce(subject.state).keys()]).toEqual([]);
        for (const record of ['r1', 'r2', 'r3', 'r4', 'r5']) {
          expect(subject.try({ kind: 'press', record })?.purposes ?? []).toEqual([]);
        }
        expect([...purposesInForce(subject.state).keys()]).toEqual([]);
      }),
    );
  });

  test('has no effect on what was given before it: the history stays', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        const subject = new Subject();
        for (const next of attempts) subject.try(next);
        const before = structuredClone(subject.entries);
        subject.try({ kind: 'withdraw', record: 'r1', purposes: [] });
        expect(subject.entries.slice(0, before.length)).toEqual(before);
      }),
    );
  });
});

describe('what others report', () => {
  const ids = (entries: readonly { purposes: readonly { id: string }[] }[]): string[] =>
    entries.flatMap(({ purposes }) => purposes.map(({ id }) => id));

  test('never overrides what ended a purpose here before, and brings nobody back who does not want to be', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        const subject = new Subject();
        for (const next of attempts) {
          const before = [...subject.entries];
          const entry = subject.try(next);
          if (next.kind !== 'report' || entry === undefined) continue;
          const ended = new Set(ids(before.filter(({ type }) => ENDINGS.includes(type))));
          expect(next.purposes.filter((id) => ended.has(id) && next.basis === 'legitimate-interest')).toEqual([]);
          expect(next.purposes.filter((id) => standingOf(before).objections.has(id))).toEqual([]);
          expect(standingOf(before)).toMatchObject({ isSuppressed: false, restrictedSince: undefined });
        }
      }),
    );
  });

  test('is in force until it is withdrawn, objected to or lapses, and then it is not', () => {
    fc.assert(
      fc.property(
        story,
        fc.constantFrom(...ENDINGS.filter((type) => type !== 'ConsentRefused')),
        (attempts, ending) => {
          const subject = new Subject();
          for (const next of attempts) subject.try(next);
          subject.try({ kind: 'report', record: 'x4', purposes: ['news'], basis: 'consent' });
          if (ending === 'ConsentWithdrawn') subject.try({ kind: 'withdraw', record: 'x4', purposes: [] });
          else subject.try({ kind: 'end', as: ending as 'ObjectionRecorded' | 'ConsentLapsed', purposes: [] });
          expect([...purposesInForce(subject.state).keys()]).toEqual([]);
        },
      ),
    );
  });
});

describe('folding', () => {
  test('any selection of entries in any order gives nothing that no entry gave', () => {
    const shuffled = story.chain((attempts) => {
      const subject = new Subject();
      for (const next of attempts) subject.try(next);
      return fc.record({
        entries: fc.array(fc.constantFrom(...(subject.entries.length > 0 ? subject.entries : [undefined])), {
          maxLength: 30,
        }),
        now: fc.constant(subject.now),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ entries, now }) => {
        const present = entries.filter((entry) => entry !== undefined);
        const given = present.filter(({ type }) => GIVING.includes(type));
        const named = new Set(given.flatMap(({ purposes }) => purposes.map(({ id }) => id)));
        for (const id of purposesInForce(fold(present, now)).keys()) expect(named).toContain(id);
      }),
    );
  });

  test('the same entries twice amount to the same as once', () => {
    fc.assert(
      fc.property(story, (attempts) => {
        const subject = new Subject();
        for (const next of attempts) subject.try(next);
        const { entries, now } = subject;
        expect(
          fold(
            entries.flatMap((entry) => [entry, entry]),
            now,
          ),
        ).toEqual(fold(entries, now));
      }),
    );
  });
});

test('permission is given exactly for what is in force, and always for what a contract needs', () => {
  const purposes = [
    ...PURPOSES.map((id) => ({ id, legalBasis: 'consent' as const })),
    { id: 'invoices', legalBasis: 'contract' as const },
  ];
  fc.assert(
    fc.property(story, (attempts) => {
      play(attempts, ({ state, entries }) => {
        const standing = standingOf(entries);
        const allowed = permissions(purposes, state, standing, new Date()).filter((permission) => permission.allowed);
        // Under a restriction only what was consented to since.
        const since = standing.restrictedSince ?? '';
        const free = [...purposesInForce(state).values()].filter(
          (p) => since === '' || (isGiven(p) && p.since > since),
        );
        expect(allowed.map(({ id }) => id).sort()).toEqual([...free.map(({ id }) => id), 'invoices'].sort());
      });
    }),
  );
});
