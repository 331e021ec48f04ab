import { asSubject } from '../ids';
import fc from '../seeded';
import { ANY, contributionOf, contributionsOf, type Contribution } from '../../shared/consent/counts/contribution';
import type { Facts } from '../../shared/consent/entry';
import { BEGINNING, fold, purposesInForce } from '../../shared/consent/fold';
import { history } from './histories';
import { Tale } from './tale';

const SIGNED_UP = '2026-01-10T10:00:00Z';
const AT = '2026-02-01T10:00:00Z';
const LATER = '2026-03-01T10:00:00Z';
const ELSEWHERE = { record: 'r2', purposes: ['news', 'events'] };
const PERMANENT = { facts: { bounce: 'permanent' } } as const;

/** What the last step of a tale adds. */
const adds = ({ entries }: Tale): Contribution | undefined => contributionOf(entries, entries.at(-1)!);
const kindsOf = ({ entries }: Tale): unknown[] => contributionsOf(entries).map(([, { kind }]) => kind);

const given = (...purposes: string[]): Tale => new Tale().given(SIGNED_UP, 'r1', purposes);
const asked = (facts: Facts, ...purposes: string[]): Tale =>
  new Tale().step('ConsentRequested', SIGNED_UP, {
    ...{ record: 'r1', purposes, facts: { confirmBy: '2026-01-17T10:00:00.000Z', ...facts } },
  });
const withdrawnVia = (via: 'complaint' | 'page'): Tale =>
  given('news').step('ConsentWithdrawn', AT, { purposes: ['news'], facts: { via } });
const confirmedAt = (at: string, tale: Tale): Tale =>
  tale.step('ConsentGiven', at, { record: 'r1', purposes: ['news'] });

test('a sign-up counts for what it asks for, each once and in order, and brings nothing into force', () => {
  expect(adds(asked({}, 'news', 'events', 'news'))).toEqual({
    ...{ day: '2026-01-10', kind: 'signUps', purposes: ['events', 'news'], language: 'de', came: [], went: [] },
  });
});

test('a sign-up that is there already is none', () => {
  expect(adds(asked({}, 'news').request(SIGNED_UP, 'r1', ['news']))).toBeUndefined();
});

test('a confirmation says when they had signed up, and what came into force', () => {
  expect(adds(given('news', 'events'))).toEqual({
    ...{ day: '2026-01-10', kind: 'confirmations', purposes: ['events', 'news'], language: 'de' },
    confirmed: { signedUpOn: '2026-01-10', seconds: 60 },
    came: [ANY, 'events', 'news'],
    went: [],
  });
});

test('how long somebody took is known to two digits', () => {
  expect(adds(confirmedAt('2026-01-12T13:17:36.789Z', asked({}, 'news')))?.confirmed).toEqual({
    ...{ signedUpOn: '2026-01-10', seconds: 180_000 },
  });
});

test.each<[string, Tale]>([
  ['pressed twice', confirmedAt(AT, given('news'))],
  ['too late', confirmedAt(AT, asked({}, 'news'))],
  ['of a sign-up that is not there', confirmedAt(AT, new Tale().request(SIGNED_UP, 'r0', ['news']))],
  ['before which there was nothing', confirmedAt(AT, new Tale())],
])('a confirmation %s is none', (_, tale) => {
  expect(adds(tale)).toBeUndefined();
});

test('a confirmation belongs to its own sign-up, whichever others there are', () => {
  const two = new Tale().request('2026-01-09T10:00:00Z', 'r0', ['news']).given(SIGNED_UP, 'r1', ['news']);
  expect(adds(two)?.confirmed).toEqual({ signedUpOn: '2026-01-10', seconds: 60 });
  const again = given('news').given(AT, 'r2', ['news']);
  expect(adds(again)).toMatchObject({ kind: 'confirmations', came: [], went: [] });
});

test('a renewal of what is in force is a confirmation that changes nothing of how many there are', () => {
  const renewed = given('news')
    .request(AT, 'r2', ['news'])
    .step('RenewedConsentGiven', '2026-02-01T10:01:00Z', { record: 'r2', purposes: ['news'] });
  expect(adds(renewed)).toMatchObject({ kind: 'confirmations', came: [], went: [] });
});

test('what ends counts for what was in force, and says whether anything is left', () => {
  const both = given('news', 'events');
  expect(adds(both.withdrawn(AT, 'r1', ['news']))).toMatchObject({
    ...{ kind: 'withdrawals', day: '2026-02-01', purposes: ['news'], came: [], went: ['news'] },
  });
  expect(adds(given('news', 'events').withdrawn(AT, 'r1', ['news', 'events', 'analysis']))).toMatchObject({
    ...{ purposes: ['events', 'news'], went: [ANY, 'events', 'news'] },
  });
});

test.each<[string, Tale, Contribution['kind']]>([
  ['a complaint', withdrawnVia('complaint'), 'complaints'],
  ['a withdrawal by a page', withdrawnVia('page'), 'withdrawals'],
  ['a lapse', given('news').step('ConsentLapsed', AT, { purposes: ['news'] }), 'expiries'],
  ['an objection', given('news').step('ObjectionRecorded', AT, { purposes: ['news'] }), 'objections'],
])('%s is one thing and nothing besides', (_, tale, kind) => {
  expect(adds(tale)).toMatchObject({ kind, purposes: ['news'], went: [ANY, 'news'] });
});

test('whoever takes a sign-up back has left nothing; an objection counts whatever there was', () => {
  const waits = (): Tale => asked({}, 'news');
  expect(adds(waits().withdrawn('2026-01-11T10:00:00Z', 'r1', ['news']))).toBeUndefined();
  expect(adds(waits().step('ConsentRefused', AT, { record: 'r1', purposes: ['news'] }))).toBeUndefined();
  expect(adds(waits().step('ConsentLapsed', AT, { purposes: ['news'] }))).toBeUndefined();
  expect(adds(waits().step('ObjectionRecorded', AT, { purposes: ['news', 'events', 'news'] }))).toMatchObject({
    ...{ kind: 'objections', purposes: ['events', 'news'], went: [] },
  });
});

test('a mail that comes back for good counts for all that its sign-up asked for; one that is only late does not', () => {
  const bounced = (bounce: 'permanent' | 'transient'): Contribution | undefined =>
    adds(
      asked({}, 'news', 'events')
        .given(AT, 'r2', ['analysis'])
        .step('MailBounced', LATER, { record: 'r1', facts: { bounce } }),
    );
  expect(bounced('permanent')).toMatchObject({ kind: 'bounces', purposes: ['news', 'events'], came: [], went: [] });
  expect(bounced('transient')).toBeUndefined();
});

test('a mail to somebody of whom no sign-up is left comes back for nothing in particular', () => {
  expect(adds(new Tale().step('MailBounced', AT, PERMANENT))).toEqual({
    ...{ day: '2026-02-01', kind: 'bounces', purposes: [], came: [], went: [] },
  });
});

test.each(['ConsentRecorded', 'LegitimateInterestRecorded'] as const)(
  'what others report is no sign-up of ours, but in force: %s',
  (type) => {
    expect(adds(new Tale().step(type, AT, ELSEWHERE))).toEqual({
      ...{ day: '2026-02-01', purposes: [], language: 'de', came: [ANY, 'events', 'news'], went: [] },
    });
    expect(adds(given('news', 'events').step(type, AT, ELSEWHERE))).toBeUndefined();
  },
);

test('mail that a contract needs is nothing that somebody could take back', () => {
  const recorded = (): Tale => new Tale().step('ContractRecorded', AT, ELSEWHERE);
  expect(adds(recorded())).toMatchObject({ came: ['events', 'news'] });
  expect(adds(recorded().given(LATER, 'r3', ['analysis']))).toMatchObject({ came: [ANY, 'analysis'] });
  const ended = adds(recorded().step('ContractEnded', LATER, ELSEWHERE));
  expect(ended).toMatchObject({ purposes: [], came: [], went: ['events', 'news'] });
  expect(ended).not.toHaveProperty('kind');
});

test('a step counts for the form and the language of the sign-up that it belongs to', () => {
  const signUp = (tale: Tale, formId: string, record: string, purpose: string): Tale => {
    const told = { record, purposes: [purpose] };
    tale.step('ConsentRequested', SIGNED_UP, { ...told, facts: { confirmBy: LATER, formId } });
    return tale.step('ConsentGiven', '2026-01-10T11:00:00Z', told);
  };
  const two = (): Tale => signUp(signUp(new Tale(), 'footer', 'r1', 'news'), 'shop', 'r2', 'events');
  expect(contributionsOf(two().entries).map(([, { form }]) => form)).toEqual(['footer', 'footer', 'shop', 'shop']);
  // Its own, whatever it is about; that by which stands what it is about; or else that which counts most.
  expect(adds(two().withdrawn(AT, 'r1', ['events']))?.form).toBe('footer');
  expect(adds(two().step('ConsentLapsed', AT, { purposes: ['news'] }))?.form).toBe('footer');
  expect(adds(two().step('ObjectionRecorded', AT, { purposes: ['events'] }))?.form).toBe('shop');
  expect(adds(two().step('ObjectionRecorded', AT, { purposes: ['analysis'] }))?.form).toBe('shop');
  expect(adds(two().request(AT, 'r3', ['analysis']).step('MailBounced', LATER, PERMANENT))?.form).toBe('shop');
  expect(adds(two().step('ConsentRecorded', AT, { record: 'r3', purposes: ['analysis'] }))).not.toHaveProperty('form');
});

test('whoever has another address now neither signed up nor left, but is in force here and no longer there', () => {
  const there = given('news').step('ConsentWithdrawn', AT, { purposes: ['news'], facts: { movedTo: asSubject('s') } });
  expect(adds(there)).toMatchObject({ purposes: [], went: [ANY, 'news'] });
  const here = asked({ movedFrom: asSubject('s') }, 'news');
  expect(adds(here)).toBeUndefined();
  expect(adds(confirmedAt('2026-01-10T11:00:00Z', here))).toMatchObject({ purposes: [], came: [ANY, 'news'] });
  expect([...kindsOf(there), ...kindsOf(here)]).toEqual(['signUps', 'confirmations', undefined, undefined]);
});

test('what somebody does with their new address counts like anybody’s', () => {
  const moved = (): Tale => confirmedAt('2026-01-10T11:00:00Z', asked({ movedFrom: asSubject('s') }, 'news'));
  const left = moved().step('ConsentWithdrawn', AT, { record: 'r1', purposes: ['news'], facts: { via: 'page' } });
  expect(adds(left)).toMatchObject({ kind: 'withdrawals', purposes: ['news'], went: [ANY, 'news'] });
  const bounced = moved().step('MailBounced', AT, { record: 'r1', facts: { bounce: 'permanent' } });
  expect(adds(bounced)).toMatchObject({ kind: 'bounces', purposes: ['news'] });
  const objected = moved().step('ObjectionRecorded', AT, { purposes: ['news'] });
  expect(adds(objected)).toMatchObject({ kind: 'objections' });
});

test.each(['MailSent', 'LanguageChosen', 'ActivityReported', 'DataErased'] as const)(
  'nothing is counted of %s',
  (type) => {
    const step = given('news').step(type, AT, { record: 'r1', purposes: ['news'] });
    expect(adds(step)).toBeUndefined();
    expect(kindsOf(step)).toEqual(['signUps', 'confirmations']);
  },
);

test('whatever happened: a step adds the same whenever it is looked at, and in whatever is known by then', () => {
  fc.assert(
    fc.property(history, ({ entries }) => {
      const found = new Map(contributionsOf(entries));
      const expected = entries.map((step) => found.get(step));
      expect(entries.map((step) => contributionOf(entries, step))).toEqual(expected);
      expect(entries.map((step, n) => contributionOf(entries.slice(0, n + 1), step))).toEqual(expected);
    }),
  );
});

test('whatever happened: what came less what went is in force', () => {
  fc.assert(
    fc.property(history, ({ entries }) => {
      const there = new Set<string>();
      for (const [, { came, went }] of contributionsOf(entries)) {
        for (const id of came) expect(there.has(id)).toBe(false);
        for (const id of went) expect(there.delete(id)).toBe(true);
        for (const id of came) there.add(id);
      }
      there.delete(ANY);
      expect(there).toEqual(new Set(purposesInForce(fold(entries, BEGINNING)).keys()));
    }),
  );
});
