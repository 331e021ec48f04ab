import fc from '../seeded';
import { confirmationOf, leftOut } from '../../shared/consent/decide/left-out';
import type { Facts } from '../../shared/consent/entry';
import { fold, isGiven, type RecordState } from '../../shared/consent/fold';
import { attempt, Subject } from './model';
import { Tale } from './tale';

const story = fc.array(attempt, { minLength: 5, maxLength: 40, size: 'max' });

test('whatever happens, what a page lists as confirmed and not as left out is what is given', () => {
  fc.assert(
    fc.property(story, (attempts) => {
      const subject = new Subject();
      for (const next of attempts) subject.try(next);
      const { entries, now } = subject;
      for (const record of fold(entries, now)) {
        const confirmation = record.confirmedAt === undefined ? undefined : confirmationOf(record, entries);
        if (!confirmation) continue;
        const out = leftOut(record, confirmation.purposes, entries).map(({ id }) => id);
        const listed = confirmation.purposes.map(({ id }) => id).filter((id) => !out.includes(id));
        expect(listed.sort()).toEqual(
          record.purposes
            .filter(isGiven)
            .map(({ id }) => id)
            .sort(),
        );
        expect([...listed, ...out].sort()).toEqual(record.purposes.map(({ id }) => id).sort());
      }
    }),
    { numRuns: 300 },
  );
});

const NOW = new Date('2026-03-01T10:00:00Z');
const ENDED = '2026-02-01T10:00:00.000Z';
const both = [{ id: 'news' }, { id: 'events' }];
const given = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news', 'events']);
const first = ({ entries }: Tale, now = NOW): RecordState => fold(entries, now)[0]!;
const of = (tale: Tale, covered: readonly { id: string }[], now = NOW) =>
  leftOut(first(tale, now), covered, tale.entries);

/** News ended in that moment; events, and everything else around it, in other ways or at other times. */
function ended(type: 'ConsentWithdrawn' | 'ObjectionRecorded' | 'ConsentLapsed', facts: Facts = {}): Tale {
  return given()
    .step('ConsentWithdrawn', '2026-01-20T10:00:00Z', { purposes: ['others', 'news-of-others'] })
    .step(type, ENDED, { purposes: ['others', 'news'], facts })
    .step(type === 'ConsentLapsed' ? 'ObjectionRecorded' : 'ConsentLapsed', ENDED, { purposes: ['others'] })
    .step('MailSent', ENDED, { record: 'r1', purposes: ['news'], facts: { mail: 'welcome' } })
    .step('ConsentWithdrawn', '2026-02-02T10:00:00Z', { purposes: ['news'] });
}

describe('a purpose that a confirmation does not cover', () => {
  test('is none where all is given', () => {
    expect(of(given(), both)).toEqual([]);
  });

  test.each<[string, Tale, object]>([
    ['was withdrawn', ended('ConsentWithdrawn'), { why: 'withdrawn', since: ENDED }],
    [
      'was withdrawn, by the day on which an operator was told',
      ended('ConsentWithdrawn', { via: 'letter', receivedOn: '2026-01-30' }),
      { why: 'withdrawn', since: '2026-01-30' },
    ],
    [
      'was objected to, by the day on which an operator was told',
      ended('ObjectionRecorded', { via: 'letter', receivedOn: '2026-01-30' }),
      { why: 'objected', since: '2026-01-30' },
    ],
    ['lapsed', ended('ConsentLapsed'), { why: 'lapsed', since: ENDED }],
    [
      'was moved to another address',
      ended('ConsentWithdrawn', { movedTo: given().entries[0]!.subject }),
      { why: 'moved', since: ENDED },
    ],
  ])('since then %s', (_, tale, why) => {
    expect(of(tale, both)).toEqual([{ id: 'news', ...why }]);
  });

  test('was taken back before it was given', () => {
    const tale = new Tale()
      .request('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
      .step('ConsentRefused', '2026-01-10T10:01:00Z', { record: 'r1', purposes: ['news'] })
      .step('ConsentGiven', '2026-01-10T10:02:00Z', { record: 'r1', purposes: ['events'] });
    expect(of(tale, [{ id: 'events' }])).toEqual([{ id: 'news', why: 'refused', since: '2026-01-10T10:01:00.000Z' }]);
  });

  test('was not confirmed along with the rest; or it waits, and is not to be given without what it requires', () => {
    const request = new Tale().request('2026-01-10T10:00:00Z', 'r1', ['news', 'events']);
    const then = new Date('2026-01-11T10:00:00Z');
    expect(of(request, [{ id: 'news' }], then)).toEqual([{ id: 'events', why: 'unsupported' }]);
    request.step('ConsentGiven', '2026-01-10T10:01:00Z', { record: 'r1', purposes: ['news'] });
    expect(of(request, [{ id: 'news' }], then)).toEqual([{ id: 'events', why: 'unconfirmed' }]);
    expect(of(request, [{ id: 'news' }])).toEqual([{ id: 'events', why: 'unconfirmed' }]);
  });

  test('ended by time alone', () => {
    const record = first(given());
    const purposes = record.purposes.map((one) => ({ ...one, status: 'ConsentExpired' as const, since: ENDED }));
    const over = leftOut({ ...record, purposes }, [{ id: 'news' }], given().entries);
    expect(over).toEqual([
      { id: 'news', why: 'lapsed', since: ENDED },
      { id: 'events', why: 'unconfirmed' },
    ]);
  });
});

test('the confirmation of a record is its own, and the one that made it valid', () => {
  const tale = given()
    .given('2026-01-12T10:00:00Z', 'r2', ['news'])
    .step('ConsentGiven', '2026-01-13T10:00:00Z', { record: 'r2', purposes: ['news'] });
  const [one, two] = fold(tale.entries, NOW) as [RecordState, RecordState];
  expect([one, two].map((record) => confirmationOf(record, tale.entries)?.seq)).toEqual([1, 3]);
  expect(confirmationOf({ ...two, confirmedAt: '2026-01-13T10:00:00.000Z' }, tale.entries)?.seq).toBe(4);
  expect(confirmationOf({ ...one, confirmedAt: two.confirmedAt! }, tale.entries)).toBeUndefined();
  expect(confirmationOf(one, tale.entries.slice(0, 1))).toBeUndefined();
  const atOnce = new Tale().step('MailSent', one.confirmedAt!, { record: 'r1', facts: { mail: 'welcome' } });
  expect(confirmationOf(one, atOnce.entries)).toBeUndefined();
});
