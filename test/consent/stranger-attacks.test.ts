import fc from '../seeded';
import { dueForInactivity, lastActive, type InactivityRule } from '../../shared/consent/keep/inactivity';
import { fold } from '../../shared/consent/fold';
import { identitiesOf } from '../../shared/consent/identity';
import { membershipsOf } from '../../shared/consent/membership';
import type { Site } from '../../shared/policy/schema';
import { Tale } from './tale';

/*
 * Whatever strangers, old lists and machines do with somebody's address, she stays who she said she is, as she said it and since then;
 * and none of it shows that she still wants it. Each is a story by itself; and so is any number of them, in any order.
 */

const NAMED = ['address', 'details', 'network'];
const NEWS = [{ id: 'news' }] as unknown as Site['purposes'];
const RULE: InactivityRule = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
const NOW = new Date('2029-02-01T00:00:00Z');

/** At a moment after she confirmed, as a number of days. */
type Attack = (tale: Tale, at: (hours?: number) => string) => unknown;

const ATTACKS: Readonly<Record<string, Attack>> = {
  'signs her up for what she has': (tale, at) => tale.request(at(), 'x1', ['news']),
  'signs her up for something else': (tale, at) => tale.request(at(), 'x2', ['events']),
  'orders a whitepaper in her name': (tale, at) =>
    tale.step('ConsentRequested', at(), { record: 'x3', asset: 'paper', facts: { confirmBy: at(72) }, parts: NAMED }),
  'signs her up with another name': (tale, at) =>
    tale.step('ConsentRequested', at(), {
      record: 'x4',
      purposes: ['news'],
      facts: { confirmBy: at(72) },
      parts: NAMED,
    }),
  'signs her up, and a mail goes out': (tale, at) =>
    tale
      .request(at(), 'x5', ['news'])
      .step('MailSent', at(1), { record: 'x5', facts: { mail: 'confirmation' }, parts: ['mail'] }),
  'signs her up, and the mail comes back for now': (tale, at) =>
    tale.request(at(), 'x6', ['news']).step('MailBounced', at(1), { facts: { bounce: 'transient' } }),
  'signs her up, and she takes that back': (tale, at) =>
    tale.request(at(), 'x7', ['events']).step('ConsentRefused', at(1), { record: 'x7', purposes: ['events'] }),
  'signs her up every day for a week': (tale, at) => {
    for (let day = 0; day < 7; day++) tale.request(at(24 * day), `x8-${day}`, ['news']);
  },
  'imports an old export': (tale, at) =>
    tale.step('ConsentRecorded', at(), { record: 'i1', purposes: ['news'], parts: NAMED }),
  'imports one of addresses alone': (tale, at) =>
    tale.step('ConsentRecorded', at(), { record: 'i2', purposes: ['news'], parts: ['address'] }),
  'imports a consent of two years before': (tale, at) =>
    tale.step('ConsentRecorded', at(), {
      record: 'i3',
      purposes: ['news'],
      facts: { givenAt: '2024-03-01T10:00:00Z' },
      parts: NAMED,
    }),
  'imports what she never had': (tale, at) =>
    tale.step('ConsentRecorded', at(), { record: 'i4', purposes: ['events'], parts: NAMED }),
  'imports the same list again': (tale, at) =>
    tale
      .step('ConsentRecorded', at(), { record: 'i5', purposes: ['news'], parts: NAMED })
      .step('ConsentRecorded', at(1), { record: 'i6', purposes: ['news'], parts: NAMED }),
  'reports her as a customer': (tale, at) =>
    tale.step('LegitimateInterestRecorded', at(), { record: 'c1', purposes: ['offers'], parts: NAMED }),
  'reports a customer without a name': (tale, at) =>
    tale.step('LegitimateInterestRecorded', at(), { record: 'c2', purposes: ['offers'], parts: ['address'] }),
  'reports a contract': (tale, at) =>
    tale.step('ContractRecorded', at(), { record: 'c3', purposes: ['service'], parts: NAMED }),
  'mails her': (tale, at) => tale.step('ActivityReported', at(), { record: 'r1', facts: { mailedAt: at() } }),
  'tells a processor of her': (tale, at) =>
    tale.step('ProcessorInformed', at(), { facts: { processor: 'tool', upTo: 1 } }),
  'writes a mail in her name': (tale, at) => tale.step('MailReceived', at(), { parts: ['mail'] }),
  'reads her evidence': (tale, at) => tale.step('EvidenceDisclosed', at(), { parts: ['reading'] }),
  'asks by a forwarded link to delete it': (tale, at) =>
    tale.step('RightRequested', at(), { facts: { right: 'erasure', request: 'q', confirmBy: at(24) } }),
  'asks by a forwarded link to move it': (tale, at) =>
    tale.step('RightRequested', at(), {
      facts: { right: 'move', request: 'm', confirmBy: at(24) },
      parts: ['address'],
    }),
};

const BEGINNING = Date.parse('2026-01-10T10:00:00Z');
const known = (): Tale =>
  new Tale()
    .step('ConsentRequested', '2026-01-10T10:00:00Z', {
      record: 'r1',
      purposes: ['news'],
      facts: { confirmBy: '2026-01-17T10:00:00Z' },
      parts: NAMED,
    })
    .step('ConsentGiven', '2026-01-10T10:01:00Z', { record: 'r1', purposes: ['news'], parts: ['network'] });

function attacked(attacks: readonly (readonly [string, number])[]): Tale {
  const tale = known();
  for (const [name, day] of attacks) {
    ATTACKS[name]!(tale, (hours = 0) => new Date(BEGINNING + (day * 24 + hours) * 60 * 60 * 1000).toISOString());
  }
  return tale;
}

/** What others see of her, and when she was last heard of. */
function picture({ entries }: Tale) {
  const [first] = identitiesOf(entries);
  const member = membershipsOf(entries, fold(entries, NOW), NEWS)[0];
  const { recordId, since, active, identities } = member ?? {};
  return { first, member: { recordId, since, active, first: identities?.[0] }, lastActive: lastActive(entries) };
}

const UNTOUCHED = picture(known());
const names = Object.keys(ATTACKS);

test('there are twenty stories, and she is somebody', () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
  expect(UNTOUCHED).toMatchObject({
    first: { recordId: 'r1', address: 'address-of-0', details: 'details-of-0' },
    member: { recordId: 'r1', active: true, since: '2026-01-10T10:01:00.000Z' },
    lastActive: '2026-01-10T10:01:00.000Z',
  });
});

describe('she stays who she is, and as she stands', () => {
  test.each(names)('somebody %s', (name) => {
    expect(picture(attacked([[name, 30]]))).toEqual(UNTOUCHED);
  });
});

const UNCONFIRMED = names.filter((name) => /^(?:signs|orders)/.test(name));
test.each(UNCONFIRMED)('of who she is it says nothing at all: somebody %s', (name) => {
  expect(identitiesOf(attacked([[name, 30]]).entries).map(({ address }) => address)).toEqual(['address-of-0']);
});

describe('it is no sign of life', () => {
  test.each(names)('somebody %s, every month for a year', (name) => {
    const tale = attacked(Array.from({ length: 12 }, (_, n) => [name, 30 * (n + 1)] as const));
    expect(lastActive(tale.entries)).toBe(UNTOUCHED.lastActive);
    expect(dueForInactivity(tale.entries, RULE, new Date('2028-12-01T00:00:00Z'))).toBeUndefined();
    expect(dueForInactivity(tale.entries, RULE, NOW)?.due).toBe('question');
  });
});

test('whatever of it happens, and in whatever order', () => {
  const attack = fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 900 }));
  fc.assert(
    fc.property(fc.array(attack, { maxLength: 15 }), (some) => {
      const inOrder = [...some].sort(([, one], [, other]) => one - other);
      expect(picture(attacked(inOrder))).toEqual(UNTOUCHED);
    }),
    { numRuns: 150 },
  );
});
