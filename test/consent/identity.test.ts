import { fold } from '../../shared/consent/fold';
import { identitiesOf } from '../../shared/consent/identity';
import { membershipsOf } from '../../shared/consent/membership';
import { dueForInactivity } from '../../shared/consent/keep/inactivity';
import type { Site } from '../../shared/policy/schema';
import { Tale } from './tale';

/*
 * Who a person is, and how they stand with a purpose: what they confirmed here and what was rectified counts, and neither what
 * anybody typed into a form nor what others report changes it.
 */

const NEWS = [{ id: 'news' }] as unknown as Site['purposes'];
const NOW = new Date('2026-06-01T00:00:00Z');
const known = () => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
/** The parts that say who they are, the one that counts most first. */
const named = ({ entries }: Tale) => identitiesOf(entries).map(({ address }) => address);
const member = ({ entries }: Tale) => membershipsOf(entries, fold(entries, NOW), NEWS)[0];

test('a stranger who signs somebody up does not say who they are', () => {
  expect(named(known().request('2026-02-01T10:00:00Z', 'r2', ['events']))[0]).toBe('address-of-0');
});

test('nor where nothing else is known', () => {
  expect(named(new Tale().request('2026-02-01T10:00:00Z', 'r1', ['news']))).toEqual([]);
});

test('once it is confirmed, a sign-up does', () => {
  expect(named(known().given('2026-02-01T10:00:00Z', 'r2', ['events']))[0]).toBe('address-of-2');
});

/** An old export, imported after the name was rectified. */
const imported = () =>
  known()
    .step('IdentityRectified', '2026-02-01T10:00:00Z', { record: 'r1', parts: ['address'] })
    .step('ConsentRecorded', '2026-03-01T10:00:00Z', { record: 'x1', purposes: ['news'], parts: ['address'] });

test('an import after a rectification changes neither the name nor since when', () => {
  expect(named(imported())[0]).toBe('address-of-2');
  const since = '2026-01-10T10:01:00.000Z';
  expect(member(imported())?.identities).toEqual([{ recordId: 'r1', address: 'address-of-2' }]);
  expect(member(imported())).toMatchObject({ recordId: 'r1', since, active: true });
});

test('what others report counts where there is nothing better', () => {
  const tale = new Tale().step('ConsentRecorded', '2026-03-01T10:00:00Z', {
    record: 'x1',
    purposes: ['news'],
    parts: ['address'],
  });
  expect(named(tale)[0]).toBe('address-of-0');
  expect(member(tale)).toMatchObject({
    recordId: 'x1',
    identities: [{ recordId: 'x1', address: 'address-of-0' }],
    active: true,
  });
});

const elsewhere = (type: 'ConsentRecorded' | 'LegitimateInterestRecorded', purpose: string) =>
  [type, '2026-03-01T10:00:00Z', { record: 'x1', purposes: [purpose], parts: ['address'] }] as const;

describe.each(['ConsentRecorded', 'LegitimateInterestRecorded'] as const)('a %s that is reported later', (type) => {
  test('comes after what the person confirmed, which it fills in', () => {
    expect(named(known().step(...elsewhere(type, 'events')))).toEqual(['address-of-0', 'address-of-2']);
  });

  test('comes after what was rectified, also once that is in force no longer, and fills nothing in', () => {
    const rectified = known().step('IdentityRectified', '2026-02-01T10:00:00Z', { record: 'r1', parts: ['address'] });
    const withdrawn = rectified.withdrawn('2026-02-02T10:00:00Z', 'r1', ['news']);
    expect(named(withdrawn.step(...elsewhere(type, 'events')))).toEqual(['address-of-2']);
  });
});

test('a rectification of the person as a whole is right of all that there was, and not of what they confirm later', () => {
  const rectified = known().step('IdentityRectified', '2026-02-01T10:00:00Z', { parts: ['address'] });
  expect(identitiesOf(rectified.entries)).toEqual([{ address: 'address-of-2' }]);
  expect(named(rectified.given('2026-03-01T10:00:00Z', 'r2', ['events']))).toEqual(['address-of-3', 'address-of-2']);
});

test('what is kept as proof alone says nothing where something is in use', () => {
  const tale = known().withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
  expect(named(tale)).toEqual(['address-of-0']);
  expect(named(tale.given('2026-03-01T10:00:00Z', 'r2', ['events']))).toEqual(['address-of-3']);
});

test('however often somebody signs up, a few parts are looked at, and one of them stays as long as a consent', () => {
  const tale = known();
  for (let n = 2; n < 9; n++) tale.given(`2026-02-0${n}T10:00:00Z`, `r${n}`, ['events']);
  expect(named(tale).slice(1)).toHaveLength(3);
});

test('a rectification of a stranger’s sign-up does not make it the person’s', () => {
  const tale = known().request('2026-02-01T10:00:00Z', 'r2', ['news']);
  expect(named(tale.step('IdentityRectified', '2026-02-02T10:00:00Z', { record: 'r2', parts: ['address'] }))).toEqual([
    'address-of-0',
  ]);
});

describe('somebody who was asked whether to go on', () => {
  const rule = { askAfter: 'P1M', answerWithin: 'P14D', addressAfter: 'P1D' };
  const asked = () =>
    known().step('MailSent', '2026-03-01T10:00:00Z', { record: 'r1', facts: { mail: 'still-interested' } });
  const due = ({ entries }: Tale) => dueForInactivity(entries, rule, new Date('2026-03-16T10:00:00Z'))?.due;

  test.each(['2026-03-14T10:00:00Z', '2026-03-15T12:00:00Z'])(
    'is not kept by a sign-up of %s, which anybody can make',
    (at) => {
      expect(due(asked().request(at, 'r2', ['news']))).toBe('lapse');
    },
  );
});

describe('what says who a person is', () => {
  const AT = '2026-03-01T10:00:00Z';
  const withdrawn = (tale: Tale, record: string, ...purposes: string[]): Tale => tale.withdrawn(AT, record, purposes);
  const rectified = (record: string) => ['IdentityRectified', AT, { record, parts: ['address'] }] as const;

  test('is named with its record, and with the details that were told along', () => {
    const said = new Tale().step('ConsentRecorded', AT, {
      ...{ record: 'x1', purposes: ['news'], parts: ['address', 'details'] },
    });
    expect(identitiesOf(said.entries)).toStrictEqual([
      { recordId: 'x1', address: 'address-of-0', details: 'details-of-0' },
    ]);
    expect(identitiesOf(known().entries)).toStrictEqual([{ recordId: 'r1', address: 'address-of-0' }]);
    expect(
      named(new Tale().step('ConsentRecorded', AT, { record: 'x1', purposes: ['news'], parts: ['details'] })),
    ).toEqual([]);
  });

  test('is the newest word of each record', () => {
    expect(
      named(
        known()
          .step(...rectified('r1'))
          .given(AT, 'r2', ['events']),
      ),
    ).toEqual(['address-of-3', 'address-of-2']);
  });

  test('is in use as long as anything of its record is, and is nothing of a record that is not there', () => {
    const two = known().given(AT, 'r2', ['events', 'analysis']);
    expect(named(withdrawn(two, 'r2', 'events'))).toEqual(['address-of-2', 'address-of-0']);
    expect(named(known().step(...rectified('r9')))).toEqual(['address-of-0']);
  });

  test('is nothing that somebody asked for by a link', () => {
    const right = { right: 'move', request: 'x', confirmBy: AT } as const;
    expect(named(known().step('RightRequested', AT, { facts: right, parts: ['address'] }))).toEqual(['address-of-0']);
  });

  test('is nothing that was erased, and whatever came since', () => {
    const erased = (): Tale => withdrawn(known(), 'r1', 'news').step('DataErased', AT);
    expect(named(erased())).toEqual([]);
    expect(named(erased().given(AT, 'r2', ['news']))).toEqual(['address-of-4']);
  });

  test('is what an order says, also once nothing else is in force', () => {
    const ordered = new Tale()
      .step('ConsentRequested', '2026-02-01T10:00:00Z', {
        ...{ record: 'r1', asset: 'whitepaper', parts: ['address'], facts: { confirmBy: AT } },
      })
      .step('ConsentGiven', '2026-02-01T10:01:00Z', { record: 'r1' });
    expect(named(withdrawn(ordered.given('2026-02-02T10:00:00Z', 'r2', ['news']), 'r2', 'news'))).toEqual([
      ...['address-of-0'],
    ]);
  });

  test('of others is what is in use, unless nothing is', () => {
    const reported = (): Tale =>
      ['x1', 'x2'].reduce(
        (tale, record) =>
          tale.step('ConsentRecorded', AT, { record, purposes: [`news-${record}`], parts: ['address'] }),
        new Tale(),
      );
    expect(named(reported())).toEqual(['address-of-1', 'address-of-0']);
    expect(named(withdrawn(reported(), 'x2', 'news-x2'))).toEqual(['address-of-0']);
    expect(named(withdrawn(reported(), 'x2', 'news-x2', 'news-x1'))).toEqual(['address-of-1', 'address-of-0']);
    // What was rectified of what others had reported is the person's own word.
    expect(named(reported().step(...rectified('x1')))).toEqual(['address-of-2', 'address-of-1']);
  });

  test('reported before a rectification counts after it, and reported since not at all', () => {
    const before = new Tale().step('ConsentRecorded', AT, { record: 'x1', purposes: ['events'], parts: ['address'] });
    const all = before.given(AT, 'r1', ['news']).step(...rectified('r1'));
    expect(named(all)).toEqual(['address-of-3', 'address-of-0']);
    all.step('ConsentRecorded', AT, { record: 'x2', purposes: ['events'], parts: ['address'] });
    expect(named(all)).toEqual(['address-of-3', 'address-of-0']);
  });

  test('of the person as a whole stands before all that there was, in use or not', () => {
    const whole = ['IdentityRectified', AT, { parts: ['address'] }] as const;
    expect(named(withdrawn(known(), 'r1', 'news').step(...whole))).toEqual(['address-of-3']);
    expect(identitiesOf(known().step(...whole).entries)).toStrictEqual([{ address: 'address-of-2' }]);
    const used = known()
      .step(...whole)
      .given(AT, 'r2', ['events']);
    expect(named(withdrawn(used, 'r2', 'events'))).toEqual(['address-of-2']);
  });

  test('is four parts at most, and besides one that is kept for as long as the person may be mailed', () => {
    const tale = new Tale().step('ConsentRecorded', AT, { record: 'x1', purposes: ['events'], parts: ['address'] });
    for (const n of [1, 2, 3, 4, 5]) withdrawn(tale.given(AT, `r${n}`, ['news']), `r${n}`, 'news');
    const own = ['address-of-13', 'address-of-10', 'address-of-7', 'address-of-4'];
    expect(named(tale)).toEqual([...own, 'address-of-0']);
    expect(named(withdrawn(tale, 'x1', 'events'))).toEqual(own);
  });
});
