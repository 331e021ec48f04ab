import { closedFrom, endingWith, everythingGoes, goingOf, isClosed } from '../../shared/policy/closing';
import { hasContractMail, isOffered } from '../../shared/policy/offered';
import { offeredLanguage } from '../../shared/policy/offered-language';
import { retentionOf } from '../../shared/policy/retention';
import type { Purpose, Site } from '../../shared/policy/schema';
import { defineSite, PolicyError } from '../../shared/policy/site';
import { FULL, having } from './full-site';

const FULL_SITE = defineSite(structuredClone(FULL));
const PURPOSE = FULL_SITE.purposes[0]!;
const { closing: _closing, ...STAYING } = FULL_SITE;
const OPEN: Site = STAYING;
const CLOSING: Site = { ...OPEN, closing: { lastDay: '2026-10-31', exports: 'P30D' } };
/** The last moment of the last day, in Berlin. */
const [BEFORE, OVER] = [new Date('2026-10-31T22:59:59.999Z'), new Date('2026-10-31T23:00:00.000Z')];

test('a site says its last day and for how long there are exports, else thirty days, and nothing else of it', () => {
  const closing = { lastDay: '2027-10-31', exports: 'P60D' };
  expect(defineSite(having('/closing', closing)).closing).toEqual(closing);
  expect(defineSite(having('/closing', { lastDay: '2027-10-31' })).closing).toEqual({ ...closing, exports: 'P30D' });
  for (const wrong of [{}, { lastDay: 'soon' }, { ...closing, exports: 'long' }, { ...closing, more: 1 }])
    expect(() => defineSite(having('/closing', wrong))).toThrow(PolicyError);
});

test('a site is closed when its last day is over, and one without such a day is not', () => {
  expect(closedFrom(CLOSING)).toEqual(OVER);
  expect([isClosed(CLOSING, BEFORE), isClosed(CLOSING, OVER)]).toEqual([false, true]);
  expect([closedFrom(OPEN), isClosed(OPEN, new Date('2999-01-01T00:00:00.000Z'))]).toEqual([undefined, false]);
});

test('everything goes when the exports are over, by the id of the site', () => {
  const goes = new Date('2026-11-30T23:00:00.000Z');
  expect(everythingGoes(CLOSING)).toEqual(goes);
  expect(everythingGoes(OPEN)).toBeUndefined();
  const going = goingOf([
    { ...CLOSING, id: 'closing' },
    { ...OPEN, id: 'open' },
  ]);
  expect([going('closing'), going('open'), going('unheard-of')]).toEqual([goes, undefined, undefined]);
});

test('a purpose ends with its site, or on its own day if that is before', () => {
  const { endsOn: _endsOn, ...own } = PURPOSE as Purpose & { endsOn?: string };
  const endOf = (endsOn: string | undefined, site: Pick<Site, 'closing'>): string | undefined =>
    endingWith({ ...own, ...(endsOn && { endsOn }) }, site).endsOn;
  expect(endOf(undefined, CLOSING)).toBe('2026-10-31');
  expect(endOf('2026-10-30', CLOSING)).toBe('2026-10-30');
  expect(endOf('2026-11-01', CLOSING)).toBe('2026-10-31');
  expect(endOf(undefined, {})).toBeUndefined();
  expect(endOf('2026-11-01', {})).toBe('2026-11-01');
});

test('what is meant for a time is offered until its last day is over', () => {
  expect(isOffered({}, OVER)).toBe(true);
  expect([isOffered({ endsOn: '2026-10-31' }, BEFORE), isOffered({ endsOn: '2026-10-31' }, OVER)]).toEqual([
    true,
    false,
  ]);
});

test('mail that a contract needs is sent for a purpose of that basis, as long as it is offered', () => {
  const contract = { ...PURPOSE, legalBasis: 'contract', endsOn: '2026-10-31' } as Purpose;
  const consent = { ...PURPOSE, legalBasis: 'consent', endsOn: '2026-10-31' } as Purpose;
  const has = (purposes: Purpose[], now: Date): boolean => hasContractMail({ purposes }, now);
  expect([has([consent, contract], BEFORE), has([consent, contract], OVER)]).toEqual([true, false]);
  expect([has([consent], BEFORE), has([], BEFORE)]).toEqual([false, false]);
});

test('a purpose is kept by its own rules, and by those of the site where it has none', () => {
  const { retention } = FULL_SITE;
  const own = { mails: 'P1D', network: undefined } as unknown as Purpose['retention'];
  const purposes = [
    { ...PURPOSE, id: 'own', retention: own } as Purpose,
    { ...PURPOSE, id: 'none', retention: undefined } as unknown as Purpose,
  ];
  expect(retentionOf({ retention, purposes }, 'own')).toEqual({ ...retention, mails: 'P1D' });
  for (const id of ['none', 'unheard-of']) expect(retentionOf({ retention, purposes }, id)).toEqual(retention);
});

test('a language is offered that is wanted, or else the first', () => {
  const site = (...languages: Site['languages'][number][]): Site => ({ ...FULL_SITE, languages });
  expect(offeredLanguage(site('de', 'en'), 'en')).toBe('en');
  expect(offeredLanguage(site('en', 'de'), 'fr')).toBe('en');
  expect(offeredLanguage(site('en', 'de'), undefined)).toBe('en');
  expect(offeredLanguage(site('de'), 'en')).toBe('de');
  expect(offeredLanguage(undefined, 'en')).toBe('en');
  expect(offeredLanguage(undefined, undefined)).toBe('de');
});
