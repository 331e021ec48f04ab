import { fold } from '../../shared/consent/fold';
import { membershipsOf } from '../../shared/consent/membership';
import { permissions } from '../../shared/consent/permissions';
import { standingOf } from '../../shared/consent/standing';
import { findSite } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';
import { Tale } from './tale';

const NOW = new Date('2026-06-01T10:00:00Z');
const GIVEN = '2026-01-10T10:01:00.000Z';
const LATER = '2026-02-01T10:00:00.000Z';
const PURPOSES = [
  { id: 'news', legalBasis: 'consent' },
  { id: 'offers', legalBasis: 'legitimate-interest' },
  { id: 'service', legalBasis: 'contract' },
] as const;

const subscriber = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);

/** What may be mailed, and why. */
const asked = ({ entries }: Tale) => permissions(PURPOSES, fold(entries, NOW), standingOf(entries), NOW);
const allowed = (tale: Tale): string[] => asked(tale).flatMap((one) => (one.allowed ? [one.id] : []));

describe('may we write?', () => {
  test('of somebody of whom nothing is known: what a contract needs, and no status of anything', () => {
    expect(asked(new Tale())).toEqual([
      { id: 'news', legalBasis: 'consent', allowed: false },
      { id: 'offers', legalBasis: 'legitimate-interest', allowed: false },
      { id: 'service', legalBasis: 'contract', allowed: true },
    ]);
  });

  test('once it was given, and since then; not before, while it waits', () => {
    const waiting = new Tale().request('2026-05-31T10:00:00Z', 'r1', ['news']);
    expect(asked(waiting)[0]).toMatchObject({
      allowed: false,
      status: 'ConsentRequested',
      since: '2026-05-31T10:00:00.000Z',
    });
    expect(asked(subscriber())[0]).toEqual({
      id: 'news',
      legalBasis: 'consent',
      allowed: true,
      status: 'ConsentGiven',
      since: GIVEN,
    });
  });

  test('what is in force counts, and without that what the person said last; not a sign-up that anybody could have made', () => {
    const again = subscriber().request('2026-05-31T10:00:00Z', 'r2', ['news']);
    expect(asked(again)[0]).toMatchObject({ allowed: true, status: 'ConsentGiven' });
    const left = subscriber().withdrawn(LATER, 'r1', ['news']).request('2026-05-31T10:00:00Z', 'r2', ['news']);
    expect(asked(left)[0]).toMatchObject({ allowed: false, status: 'ConsentWithdrawn', since: LATER });
  });

  test('not what was objected to, also where it is reported as given since', () => {
    const objected = subscriber().step('ObjectionRecorded', LATER, { purposes: ['news'] });
    expect(allowed(objected)).toEqual(['service']);
    const reported = objected.step('ConsentRecorded', '2026-03-01T10:00:00Z', { record: 'x', purposes: ['news'] });
    expect(allowed(reported)).toEqual(['service']);
  });

  test('not to an address that takes no mail', () => {
    const bounced = subscriber().step('MailBounced', LATER, { record: 'r1', facts: { bounce: 'permanent' } });
    expect(allowed(bounced)).toEqual(['service']);
  });
});

describe('a restriction (Art. 18 GDPR)', () => {
  const restricted = (tale: Tale): Tale => tale.step('ProcessingRestricted', LATER);

  test('covers what was given before it, to the moment', () => {
    expect(allowed(restricted(subscriber()))).toEqual(['service']);
    const atOnce = new Tale().request('2026-01-31T10:00:00Z', 'r1', ['news']);
    atOnce.step('ConsentGiven', LATER, { record: 'r1', purposes: ['news'] });
    expect(allowed(restricted(atOnce))).toEqual(['service']);
  });

  test('does not cover what the person gives afterwards', () => {
    const again = restricted(subscriber()).given('2026-03-01T10:00:00Z', 'r2', ['news']);
    expect(allowed(again)).toEqual(['news', 'service']);
  });

  test('covers what others report afterwards: only consent lifts it', () => {
    const interest = { record: 'x', purposes: ['offers'] };
    expect(allowed(new Tale().step('LegitimateInterestRecorded', '2026-03-01T10:00:00Z', interest))).toContain(
      'offers',
    );
    const under = restricted(subscriber()).step('LegitimateInterestRecorded', '2026-03-01T10:00:00Z', interest);
    expect(allowed(under)).toEqual(['service']);
  });

  test('that was lifted covers nothing', () => {
    const lifted = restricted(subscriber()).step('RestrictionLifted', '2026-03-01T10:00:00Z');
    expect(allowed(lifted)).toEqual(['news', 'service']);
  });
});

describe('membership', () => {
  const { purposes } = findSite(sites, 'demo')!;
  const [LIST, ANALYSIS] = ['newsletter-product', 'analysis'];
  const members = ({ entries }: Tale) => membershipsOf(entries, fold(entries, NOW), purposes);

  test('is of every purpose that was ever asked for, each once, and of no other', () => {
    const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', [LIST]).given('2026-01-11T10:00:00Z', 'r2', [LIST]);
    tale.request('2026-05-31T10:00:00Z', 'r3', ['newsletter-events']);
    expect(members(tale).map(({ purpose, active, inForce }) => [purpose, active, inForce])).toEqual([
      [LIST, true, true],
      ['newsletter-events', false, false],
    ]);
    expect(members(new Tale())).toEqual([]);
  });

  test('that is not to be mailed now is in force all the same', () => {
    const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', [LIST]).step('ProcessingRestricted', LATER);
    expect(members(tale)).toMatchObject([{ active: false, inForce: true, since: GIVEN, recordId: 'r1' }]);
  });

  test('may be measured while that was agreed to, and may be used', () => {
    const both = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', [LIST, ANALYSIS]);
    expect(members(both()).map(({ mayMeasure }) => mayMeasure)).toEqual([true, true]);
    expect(members(new Tale().given('2026-01-10T10:00:00Z', 'r1', [LIST]))).toMatchObject([{ mayMeasure: false }]);
    expect(members(both().withdrawn(LATER, 'r1', [ANALYSIS]))).toMatchObject([
      { purpose: LIST, active: true, mayMeasure: false },
      { purpose: ANALYSIS, active: false, mayMeasure: false },
    ]);
    expect(members(both().step('ProcessingRestricted', LATER)).some(({ mayMeasure }) => mayMeasure)).toBe(false);
  });
});
