import { asDigest, asRecord, asSubject } from '../../ids';
import fc from '../../seeded';
import { plus } from '../../../shared/calendar';
import type { Entry } from '../../../shared/consent/entry';
import { ENTRY_TYPES, type EntryType } from '../../../shared/consent/steps';
import { itemEnds } from '../../../shared/consent/keep/item-ends';
import type { RetentionRules } from '../../../shared/consent/keep/record-end';
import { add } from './calendar';
import { secondEnds } from './ends';

/** `SECOND_ENDS=100000 npx jest -c jest.unit.config.mjs test/consent/second-ends` looks at as many histories. */
const RUNS = Number(process.env['SECOND_ENDS'] ?? 2000);

const DAY_MS = 24 * 60 * 60 * 1000;
const BASIS: Readonly<Record<string, string>> = { offers: 'legitimate-interest', account: 'contract' };
const IDS = ['news', 'events', 'analysis', 'survey', 'offers', 'account'] as const;

const duration = fc.constantFrom('P0D', 'PT36H', 'P7D', 'P1M', 'P11M', 'P1Y', 'P3Y', 'P1Y2M10DT3H');
const from = fc.constantFrom('withdrawal', 'end-of-year-of-withdrawal', 'last-mail');
const evidence = fc.record({ keep: duration, from });
const part = fc.oneof(fc.constant('as-evidence'), fc.record({ keep: duration }));
const inactivity = fc.record({ askAfter: duration, answerWithin: duration, addressAfter: duration });
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const own = fc
  .record({
    evidence: sometimes(evidence),
    network: sometimes(part),
    registrationMaximum: sometimes(duration),
    inactivity: sometimes(inactivity),
  })
  .map(defined);

/** One that is told, one in a third country that is told where the person consented to that, and one that nobody tells. */
const PROCESSORS = [
  { id: 'tool', purposes: ['news', 'analysis', 'account'], connection: {}, transfers: [] },
  {
    id: 'abroad',
    purposes: ['events', 'offers', 'news'],
    connection: {},
    transfers: [{ safeguard: 'express-consent', purpose: 'survey' }],
  },
  { id: 'silent', purposes: [...IDS], transfers: [] },
] as const;

const rules: fc.Arbitrary<RetentionRules> = fc
  .record({
    retention: fc
      .record({
        ...{ evidence, details: part, network: part, mails: part, accessLog: duration, enquiries: duration },
        registrationMaximum: sometimes(duration),
        inactivity: sometimes(inactivity),
        atEnd: fc.constant('delete'),
      })
      .map(defined),
    purposes: fc.tuple(
      ...IDS.map((id) => sometimes(own).map((retention) => ({ id, ...(retention && { retention }) }))),
    ),
    endsOn: fc.constantFrom('2026-12-31', '2027-03-27', '2028-02-29'),
    processors: fc.subarray([...PROCESSORS]),
    closing: fc.option(
      fc.record({ lastDay: fc.constantFrom('2026-12-31', '2027-10-30'), exports: fc.constantFrom('P30D', 'P2M') }),
      { nil: undefined, freq: 4 },
    ),
  })
  .map(({ retention, purposes, endsOn, processors, closing }) => {
    const more: Record<string, object> = {
      survey: { endsOn },
      analysis: { measures: true, requires: ['news', 'events'] },
    };
    const all = purposes.map((purpose) => ({ ...purpose, ...more[purpose.id] }));
    return { retention, purposes: all, processors, ...(closing && { closing }) } as unknown as RetentionRules;
  });

const PARTS: Partial<Record<EntryType, readonly string[]>> = {
  ConsentRequested: ['address', 'details', 'network'],
  ConsentRecorded: ['address', 'details', 'network', 'reason'],
  ConsentGiven: ['network'],
  ConsentWithdrawn: ['network'],
  MailSent: ['mail'],
  MailReceived: ['mail'],
  IdentityRectified: ['details', 'reason'],
  EvidenceDisclosed: ['reading'],
  KeptOnReview: ['reason'],
  ObjectionRaised: ['reason'],
  ObjectionDecided: ['reason'],
  RequestReceived: ['reason'],
  PersonInformed: ['reason'],
};

interface Happening {
  readonly type: EntryType;
  readonly record: string;
  readonly purposes: readonly (typeof IDS)[number][];
  readonly isOfPerson: boolean;
  readonly hasAsset: boolean;
  readonly waitMinutes: number;
  readonly daysBefore: number;
  readonly some: readonly boolean[];
}

const happening: fc.Arbitrary<Happening> = fc.record({
  type: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<EntryType[]>(...ENTRY_TYPES) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<EntryType[]>('ConsentRequested', 'ConsentGiven', 'ConsentWithdrawn', 'MailSent'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<EntryType[]>(
        ...(['HoldLifted', 'RestrictionLifted', 'ConsentRecorded', 'ConsentLapsed', 'ProcessorInformed'] as const),
        ...(['ObjectionRaised', 'ObjectionDecided'] as const),
      ),
    },
  ),
  record: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
  purposes: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 }),
  isOfPerson: fc.boolean(),
  hasAsset: fc.boolean(),
  waitMinutes: fc.oneof(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 700_000 })),
  daysBefore: fc.integer({ min: 0, max: 40 }),
  some: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
});

/** Whatever a step of the type can say; what is no fact of it nobody looks at. */
function factsOf({ type, daysBefore, some: [a, b, c, d, e] }: Happening, at: number, seq: number): object {
  const before = new Date(at - daysBefore * DAY_MS).toISOString();
  const name = a ? 'A'.repeat(22) : 'B'.repeat(22);
  const told = { ...(b && { receivedOn: before.slice(0, 10) }) };
  switch (type as string) {
    case 'ConsentRequested':
      return { confirmBy: new Date(at + 7 * DAY_MS).toISOString() };
    case 'ConsentWithdrawn':
      return {
        ...told,
        ...(c && d && { via: 'elsewhere', ...(e && { saidAt: before }) }),
        ...(!c && d && e && { movedTo: 'x' }),
      };
    case 'ObjectionRecorded':
      return { ...told, ...(c && d && { weighed: true }) };
    case 'ConsentRefused':
      return told;
    case 'ObjectionDecided':
      return { decision: a ? 'refused' : 'upheld' };
    case 'ConsentRecorded':
    case 'LegitimateInterestRecorded':
    case 'ContractRecorded':
      return {
        ...(c && { givenAt: before }),
        ...(c && d && { signedUpAt: new Date(Date.parse(before) - DAY_MS).toISOString() }),
      };
    case 'ContractEnded':
      return { ...(c && { endedOn: before.slice(0, 10) }) };
    case 'ConsentLapsed':
      if (a && c) return { because: 'review' };
      return a ? {} : b ? { because: 'registration-maximum' } : { because: 'ends-on', endedOn: before.slice(0, 10) };
    case 'KeptOnReview':
      return c ? { reviewed: 'consents' } : { reviewed: 'restriction', reviewBy: '2030-01-01' };
    case 'ActivityReported':
      return a ? { mailedAt: before } : b ? { activeAt: before } : {};
    case 'MailSent':
      return { mail: a ? 'still-interested' : 'welcome' };
    case 'ProcessingRestricted':
      return a ? { insteadOf: 'erasure' } : {};
    case 'HoldPlaced':
      return {
        case: name,
        reviewBy: '2030-01-01',
        ...((b || c) && { connections: [daysBefore % 9, daysBefore % 14] }),
      };
    case 'HoldLifted':
      return { case: name };
    case 'MailReceived':
      return { reading: 'unclear', ...(b && { case: name }) };
    case 'RequestReceived':
      return { case: name, wish: 'access' };
    case 'RequestNoted':
      return { case: name, did: c ? 'extended' : 'reopened' };
    case 'CaseClosed':
      return { case: name, outcome: c ? 'answered' : d ? 'withdrawal' : e ? 'access' : 'nothing' };
    case 'DataErased':
      return a ? { suppress: true } : {};
    case 'MailBounced':
      return { bounce: a ? 'permanent' : 'transient' };
    case 'ProcessorInformed':
    case 'DeletionConfirmed':
      return { processor: b ? 'tool' : 'abroad', upTo: Math.max(0, seq - 1 - (daysBefore % 3)) };
    default:
      return {};
  }
}

const OF_RECORD = /^(ConsentRequested|ConsentGiven|RenewedConsentGiven|.*Recorded)$/;
const OF_PERSON =
  /^(ObjectionRaised|ObjectionDecided|Right|Processing|Restriction|Hold|Data|Access|Evidence|MailReceived|Case|Request|Person|Language|Processor|Deletion)/;

const history: fc.Arbitrary<readonly Entry[]> = fc
  .array(happening, { minLength: 3, maxLength: 22, size: 'max' })
  .map((happenings) => {
    let at = Date.parse('2026-03-20T09:15:30Z');
    return happenings.map((one, seq) => {
      at += one.waitMinutes * 60_000;
      const isOfPerson =
        OF_PERSON.test(one.type) || (!OF_RECORD.test(one.type) && one.isOfPerson) || one.type === 'ObjectionRecorded';
      const contract = one.type.startsWith('Contract');
      const ids = one.purposes.filter((id) => (id === 'account') === contract);
      const isWeighing = ['ObjectionRaised', 'ObjectionDecided'].includes(one.type);
      const named = OF_PERSON.test(one.type) && !isWeighing ? [] : ids;
      const purposes = named.map((id) => ({ id, legalBasis: BASIS[id] ?? 'consent', noticeHash: 'h' }));
      return {
        ...{ v: 1, subject: asSubject('s'.repeat(22)), seq, type: one.type, site: 'demo', language: 'de', purposes },
        ...{
          actor: { kind: 'system' },
          at: new Date(at).toISOString(),
          facts: factsOf(one, at, seq),
          nonce: '',
          prev: '',
          hash: '',
        },
        ...(!isOfPerson && { recordId: asRecord(one.record) }),
        ...(one.type === 'ConsentRequested' && one.hasAsset && { asset: { id: 'paper', noticeHash: 'h' } }),
        parts: Object.fromEntries((PARTS[one.type] ?? []).map((name) => [name, asDigest(`${name}-${seq}`)])),
      } as unknown as Entry;
    });
  });

const readable = (end: number): string => (end === Infinity ? 'never' : new Date(end).toISOString());

test(
  'whatever happened, and by whatever rules: both calculations say the same of every entry and part',
  () => {
    fc.assert(
      fc.property(history, rules, (entries, by) => {
        const first = itemEnds(entries, by).map(({ entry, parts }) => ({
          entry: readable(entry?.getTime() ?? Infinity),
          parts: Object.fromEntries(
            Object.entries(parts).map(([name, end]) => [name, readable(end?.getTime() ?? Infinity)]),
          ),
        }));
        const second = secondEnds(entries, by).map(({ entry, parts }) => ({
          entry: readable(entry),
          parts: Object.fromEntries(Object.entries(parts).map(([name, end]) => [name, readable(end)])),
        }));
        expect(second).toEqual(first);
      }),
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 60,
);

test('so do both calendars, over leap days, changes of the clock and New Year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2060, 0, 1) }),
      fc.oneof(duration, fc.constantFrom('P1D', 'P4Y', 'P1M1D', 'PT24H', 'P12M', 'P2W')),
      (start, iso) => {
        expect(readable(add(start, iso))).toBe(plus(new Date(start), iso).toISOString());
      },
    ),
    { numRuns: RUNS },
  );
});
