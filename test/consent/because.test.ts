import { BECAUSE, explained, type Because } from '../../shared/consent/because';
import type { Entry } from '../../shared/consent/entry';
import { fold } from '../../shared/consent/fold';
import { permissions } from '../../shared/consent/permissions';
import { standingOf } from '../../shared/consent/standing';
import fc from '../seeded';
import { history } from './histories';
import { Tale } from './tale';

const NOW = new Date('2026-06-01T10:00:00Z');
const PURPOSES = [
  { id: 'news', legalBasis: 'consent' },
  { id: 'events', legalBasis: 'consent' },
  { id: 'analysis', legalBasis: 'consent' },
] as const;

function know(entries: readonly Entry[], now: Date, isAddressMissing = false) {
  const [state, standing] = [fold(entries, now), standingOf(entries)];
  const said = permissions(PURPOSES, state, standing, now);
  const given = isAddressMissing ? said.map((one) => ({ ...one, allowed: false })) : said;
  return { entries, state, standing, permissions: given, isAddressMissing };
}

const news = (tale: Tale, isAddressMissing = false) => explained(know(tale.entries, NOW, isAddressMissing))[0];
const given = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
const AT = '2026-02-01T10:00:00Z';
const LATER = '2026-02-02T10:00:00Z';
const asked = (at: string): Tale => new Tale().request(at, 'r1', ['news']);

const WHY: Readonly<Record<Exclude<Because, 'address-missing' | 'contract-ended' | 'over'>, () => Tale>> = {
  'never-asked': () => new Tale().given(AT, 'r1', ['events']),
  pending: () => asked('2026-05-31T10:00:00Z'),
  'pending-expired': () => asked(AT),
  'taken-back': () => asked(AT).step('ConsentRefused', '2026-02-01T11:00:00Z', { record: 'r1', purposes: ['news'] }),
  withdrawn: () => given().withdrawn(AT, 'r1', ['news']),
  complained: () => given().step('ConsentWithdrawn', AT, { purposes: ['news'], facts: { via: 'complaint' } }),
  objected: () => given().step('ObjectionRecorded', AT, { purposes: ['news'] }),
  weighed: () => given().step('ObjectionRaised', AT, { purposes: ['news'] }),
  restricted: () => given().step('ProcessingRestricted', AT),
  undeliverable: () => given().step('MailBounced', AT, { facts: { bounce: 'permanent' } }),
  erased: () => given().withdrawn(AT, 'r1', ['news']).step('DataErased', LATER),
  suppressed: () =>
    given()
      .withdrawn(AT, 'r1', ['news'])
      .step('DataErased', LATER, { facts: { suppress: true } }),
  'not-renewed': () => given().step('ConsentLapsed', AT, { purposes: ['news'] }),
};

test.each(Object.entries(WHY))('it is said why nobody may be mailed: %s', (because, tell) => {
  expect(news(tell())).toMatchObject({ allowed: false, because });
});

test.each<[string, () => Tale, Because]>([
  [
    'let go by a review',
    () => given().step('ConsentLapsed', AT, { purposes: ['news'], facts: { because: 'review' } }),
    'not-renewed',
  ],
  [
    'over by date',
    () => given().step('ConsentLapsed', AT, { purposes: ['news'], facts: { because: 'ends-on' } }),
    'over',
  ],
  [
    'complained of, where mail rested on interest',
    () => given().step('ObjectionRecorded', AT, { purposes: ['news'], facts: { via: 'complaint' } }),
    'complained',
  ],
  [
    'asked for, where the mail with the button came back',
    () => asked('2026-05-31T10:00:00Z').step('MailBounced', '2026-05-31T10:01:00Z', { facts: { bounce: 'permanent' } }),
    'undeliverable',
  ],
  [
    'given, withdrawn and objected to before everything was erased',
    () =>
      given()
        .step('ObjectionRecorded', AT, { purposes: ['news'] })
        .step('DataErased', LATER),
    'objected',
  ],
  [
    'withdrawn in the moment of an erasure',
    () => given().withdrawn(AT, 'r1', ['news']).step('DataErased', AT),
    'erased',
  ],
  [
    'given anew after an erasure, and withdrawn again',
    () => WHY.erased().given('2026-03-01T10:00:00Z', 'r2', ['news']).withdrawn('2026-03-02T10:00:00Z', 'r2', ['news']),
    'withdrawn',
  ],
  [
    'withdrawn by a button, where only mail for something else was complained of',
    () =>
      given()
        .step('ConsentWithdrawn', AT, { record: 'r1', purposes: ['news'], facts: { via: 'page' } })
        .step('ConsentWithdrawn', AT, { purposes: ['events'], facts: { via: 'complaint' } }),
    'withdrawn',
  ],
  [
    'withdrawn by a button, after it had been complained of and given anew',
    () =>
      WHY.complained()
        .given('2026-03-01T10:00:00Z', 'r2', ['news'])
        .step('ConsentWithdrawn', '2026-03-02T10:00:00Z', { purposes: ['news'], facts: { via: 'page' } }),
    'withdrawn',
  ],
  [
    'complained of, together with something else, and a bounce says so of all since',
    () =>
      given()
        .step('ConsentWithdrawn', AT, { purposes: ['events', 'news'], facts: { via: 'complaint' } })
        .step('MailBounced', LATER, { facts: { bounce: 'permanent' } }),
    'complained',
  ],
  [
    'over by date, where something else was not renewed in that moment',
    () =>
      given()
        .step('ConsentLapsed', AT, { purposes: ['news'], facts: { because: 'ends-on' } })
        .step('ConsentLapsed', AT, { purposes: ['events'] }),
    'over',
  ],
  [
    'over by date, where it had not been renewed once before',
    () =>
      WHY['not-renewed']()
        .given('2026-03-01T10:00:00Z', 'r2', ['news'])
        .step('ConsentLapsed', '2026-04-01T10:00:00Z', { purposes: ['news'], facts: { because: 'ends-on' } }),
    'over',
  ],
  [
    'over by date, where a mail went out in that moment',
    () =>
      given()
        .step('MailSent', AT, { record: 'r1', purposes: ['news'], facts: { mail: 'welcome' } })
        .step('ConsentLapsed', AT, { purposes: ['news'], facts: { because: 'ends-on' } }),
    'over',
  ],
  [
    'complained of, and asked for anew without an answer',
    () => WHY.complained().request('2026-03-01T10:00:00Z', 'r2', ['news']),
    'complained',
  ],
  [
    'not renewed, together with something else',
    () => given().step('ConsentLapsed', AT, { purposes: ['events', 'news'] }),
    'not-renewed',
  ],
])('what is %s has its own reason', (_, tell, because) => {
  expect(news(tell())).toMatchObject({ allowed: false, because });
});

test('an address that was lost is a reason of its own', () => {
  expect(news(given(), true)).toMatchObject({ state: 'in-force', allowed: false, because: 'address-missing' });
});

test('what rested on a contract ended with it', () => {
  const purposes = [{ id: 'news', legalBasis: 'contract' as const, noticeHash: 'hash-of-news' }];
  const told = new Tale().step('ContractRecorded', AT, { record: 'r1' }).step('ContractEnded', LATER, { record: 'r1' });
  const entries = told.entries.map((entry) => ({ ...entry, purposes }));
  const said = permissions([{ id: 'news', legalBasis: 'contract' }], fold(entries, NOW), standingOf(entries), NOW);
  expect(explained({ ...know(entries, NOW), permissions: said })[0]).toMatchObject({ because: 'contract-ended' });
});

test('mail that comes back says more than an address that was lost', () => {
  expect(news(WHY.undeliverable(), true)).toMatchObject({ because: 'undeliverable' });
});

test('what rests on a contract and was not reported is over, where it is refused', () => {
  const known = know(new Tale().given(AT, 'r1', ['events']).entries, NOW);
  const refused = [{ id: 'invoices', legalBasis: 'contract' as const, allowed: false }];
  expect(explained({ ...known, permissions: refused })[0]?.because).toBe('over');
});

test('a sign-up waits for what it asked for, and for nothing else', () => {
  const one = given().withdrawn(AT, 'r1', ['news']).request('2026-05-31T10:00:00Z', 'r2', ['events']);
  expect(news(one)).toMatchObject({ state: 'none', because: 'withdrawn' });
  const two = new Tale().request('2026-05-31T10:00:00Z', 'r1', ['events', 'news']);
  expect(news(two)).toMatchObject({ state: 'pending', because: 'pending' });
});

test('what was asked for anew after an erasure waits like any', () => {
  const again = WHY.suppressed().request('2026-05-31T10:00:00Z', 'r2', ['news']);
  expect(news(again)).toMatchObject({ state: 'pending', because: 'pending' });
});

test('consent is told apart from whether mail reaches anybody', () => {
  expect(news(given())).toMatchObject({ state: 'in-force', allowed: true });
  expect(news(WHY.undeliverable())).toMatchObject({ state: 'in-force' });
  expect(news(WHY.withdrawn())).toMatchObject({ state: 'none' });
});

test('whatever happened: nothing is allowed or refused otherwise than everywhere else, and each refusal has its reason', () => {
  fc.assert(
    fc.property(history, fc.boolean(), ({ entries, now }, isAddressMissing) => {
      const known = know(entries, now, isAddressMissing);
      for (const [n, one] of explained(known).entries()) {
        const { state, because, ...permission } = one;
        expect(permission).toEqual(known.permissions[n]);
        expect(because !== undefined).toBe(!permission.allowed);
        if (because) expect(BECAUSE).toContain(because);
        if (permission.allowed) expect(state).toBe('in-force');
      }
    }),
  );
});
