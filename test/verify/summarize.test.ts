import { summarize } from '../../shared/verify/claims/summarize';
import type { AnyEntry, Consent, Entry, EntryType, Status } from '../../shared/verify/format';

/*
 * What steps amount to, said once more by itself: `summary-agrees.test.ts` holds it against what makes evidence.
 */

const NOTICE = 'hash-of-the-notice';
const LATER = '2026-12-24T00:00:00.000Z';
const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T09:00:00.000Z`;

type Said = Partial<Pick<Entry, 'recordId' | 'language' | 'facts' | 'asset'>> & { readonly of?: readonly string[] };

function step(type: EntryType, n: number, { of = ['news'], facts = {}, ...said }: Said = {}): Entry {
  return {
    ...{ v: 1, site: 'demo', subject: 's', seq: 0, prev: '', hash: '', nonce: '', parts: {} },
    ...{ recordId: 'r1', language: 'de' },
    actor: { kind: 'subject' },
    type,
    at: day(n),
    purposes: of.map((id) => ({ id, legalBasis: 'consent', noticeHash: NOTICE })),
    facts,
    ...said,
  };
}

const BY = { confirmBy: day(5) };
const asked = (said: Said = {}): Entry => step('ConsentRequested', 1, { facts: BY, ...said });
const given = (n = 2, said: Said = {}): Entry => step('ConsentGiven', n, said);

const said = (entries: readonly AnyEntry[], at = LATER): readonly string[] =>
  summarize(entries, at).flatMap(({ purposes }) =>
    purposes.map(({ id, status, since }) => `${id} ${status} ${Number(since.slice(8, 10))}`),
  );

test('a confirmed record has its times, its language, its order and each purpose', () => {
  const asset = { id: 'paper', noticeHash: 'hash-of-paper' };
  const entries = [asked({ of: ['news', 'events'], asset }), given(2, { of: ['news'] })];
  const purpose = { legalBasis: 'consent', noticeHash: NOTICE };
  const expected: Consent = {
    recordId: 'r1',
    language: 'de',
    requestedAt: day(1),
    confirmedAt: day(2),
    purposes: [
      { id: 'news', ...purpose, status: 'ConsentGiven', since: day(2) },
      { id: 'events', ...purpose, status: 'ConsentRequested', since: day(1) },
    ],
    asset,
  };
  expect(summarize(entries, day(3))).toEqual([expected]);
});

test('what nobody confirms in time expires in that moment', () => {
  expect(said([asked()], day(4))).toEqual(['news ConsentRequested 1']);
  expect(said([asked()], day(5))).toEqual(['news ConsentExpired 5']);
  expect(said([asked({ of: ['news', 'events'] }), given(2, { of: ['news'] })])).toEqual([
    'news ConsentGiven 2',
    'events ConsentExpired 5',
  ]);
});

test.each<[string, Entry[], string]>([
  ['in the moment of the request', [asked(), given(1)], 'news ConsentGiven 1'],
  ['anew', [asked(), step('RenewedConsentGiven', 3)], 'news RenewedConsentGiven 3'],
  ['before the request', [{ ...asked(), at: day(3) }, given(2)], 'news ConsentExpired 5'],
  ['when time is up', [asked(), given(5)], 'news ConsentExpired 5'],
  ['for another record', [asked(), given(2, { recordId: 'r2' })], 'news ConsentExpired 5'],
  ['for another purpose', [asked(), given(2, { of: ['events'] })], 'news ConsentExpired 5'],
  ['twice', [asked(), given(2, { of: [] }), given(3)], 'news ConsentExpired 5'],
  ['after everything was taken back', [asked(), step('ConsentRefused', 2), given(3)], 'news ConsentRefused 2'],
  ['after an erasure', [asked(), step('DataErased', 2), given(3)], 'news ConsentExpired 2'],
  ['before an erasure', [asked(), given(2), step('DataErased', 3)], 'news ConsentGiven 2'],
  ['and time was up before an erasure', [asked(), step('DataErased', 6)], 'news ConsentExpired 5'],
  ['without a time by which', [asked({ facts: {} }), given()], ''],
])('a consent that is confirmed %s', (_when, entries, expected) => {
  expect(said(entries).join()).toBe(expected);
});

test('what was confirmed is so once, and what was ordered can be, after all purposes were taken back', () => {
  const asset = { id: 'paper', noticeHash: 'hash-of-paper' };
  const confirmedAt = (entries: Entry[]): (string | null)[] => summarize(entries, LATER).map((one) => one.confirmedAt);
  const refused = step('ConsentRefused', 2);
  expect(confirmedAt([asked({ asset }), refused, given(3)])).toEqual([day(3)]);
  expect(confirmedAt([asked(), refused, given(3)])).toEqual([null]);
  expect(confirmedAt([asked({ of: [] }), given(3)])).toEqual([day(3)]);
  expect(confirmedAt([asked({ of: ['news', 'events'] }), refused, given(3)])).toEqual([day(3)]);
  expect(confirmedAt([asked(), given(2), given(3)])).toEqual([day(2)]);
  expect(confirmedAt([asked(), step('ConsentRefused', 2), step('ConsentWithdrawn', 3), given(4)])).toEqual([null]);
});

test.each<[EntryType, Status]>([
  ['ConsentRecorded', 'ConsentGiven'],
  ['LegitimateInterestRecorded', 'LegitimateInterestRecorded'],
  ['ContractRecorded', 'ContractRecorded'],
])('%s begins what needs no confirmation, and orders nothing', (type, status) => {
  const asset = { id: 'paper', noticeHash: 'hash-of-paper' };
  expect(summarize([step(type, 2, { asset, facts: BY })], LATER)).toMatchObject([
    { requestedAt: day(2), confirmedAt: day(2), asset: null, purposes: [{ id: 'news', status, since: day(2) }] },
  ]);
});

test('a record begins once, by a step that names it and a language', () => {
  expect(said([asked(), asked({ of: ['events'] }), given()])).toEqual(['news ConsentGiven 2']);
  const { recordId: _record, ...noRecord } = asked();
  const { language: _language, ...noLanguage } = asked();
  expect(summarize([noRecord, noLanguage], LATER)).toEqual([]);
  expect(summarize([asked({ recordId: 'r2' }), asked()], LATER).map((one) => one.recordId)).toEqual(['r2', 'r1']);
});

const BEGUN: Readonly<Record<string, Entry[]>> = {
  asked: [asked({ facts: { confirmBy: LATER } })],
  given: [asked(), given()],
  renewed: [asked(), step('RenewedConsentGiven', 2)],
  interest: [step('LegitimateInterestRecorded', 2)],
  contract: [step('ContractRecorded', 2)],
};

test.each<[keyof typeof BEGUN, EntryType, Entry['facts'], string]>([
  ['asked', 'ConsentWithdrawn', {}, 'ConsentRefused 3'],
  ['asked', 'ConsentRefused', {}, 'ConsentRefused 3'],
  ['asked', 'ObjectionRecorded', {}, 'ConsentRefused 3'],
  ['asked', 'ConsentWithdrawn', { via: 'elsewhere' }, 'ConsentRequested 1'],
  ['asked', 'ConsentWithdrawn', { via: 'one-click' }, 'ConsentRefused 3'],
  ['asked', 'ConsentLapsed', {}, 'ConsentRequested 1'],
  ['asked', 'ContractEnded', {}, 'ConsentRequested 1'],
  ['given', 'ConsentWithdrawn', {}, 'ConsentWithdrawn 3'],
  ['given', 'ConsentWithdrawn', { via: 'elsewhere' }, 'ConsentWithdrawn 3'],
  ['given', 'ObjectionRecorded', {}, 'ConsentWithdrawn 3'],
  ['given', 'ConsentRefused', {}, 'ConsentGiven 2'],
  ['given', 'ConsentLapsed', {}, 'ConsentExpired 3'],
  ['given', 'ContractEnded', {}, 'ConsentGiven 2'],
  ['renewed', 'ConsentWithdrawn', {}, 'ConsentWithdrawn 3'],
  ['interest', 'ObjectionRecorded', {}, 'ObjectionRecorded 3'],
  ['interest', 'ConsentWithdrawn', {}, 'ConsentWithdrawn 3'],
  ['interest', 'ConsentLapsed', {}, 'ConsentExpired 3'],
  ['contract', 'ConsentWithdrawn', {}, 'ContractRecorded 2'],
  ['contract', 'ObjectionRecorded', {}, 'ContractRecorded 2'],
  ['contract', 'ContractEnded', {}, 'ContractEnded 3'],
  ['contract', 'ConsentLapsed', {}, 'ContractRecorded 2'],
  ['contract', 'ConsentLapsed', { because: 'review' }, 'ContractRecorded 2'],
  ['contract', 'ConsentLapsed', { because: 'inactivity' }, 'ContractEnded 3'],
  ['contract', 'ConsentWithdrawn', { because: 'inactivity' }, 'ContractRecorded 2'],
])('of what is %s, %s with %j makes: %s', (begun, type, facts, expected) => {
  expect(said([...(BEGUN[begun] ?? []), step(type, 3, { facts })], day(4))).toEqual([`news ${expected}`]);
});

test.each<[Status, Entry[]]>([
  ['ConsentWithdrawn', [asked(), given(), step('ConsentWithdrawn', 3)]],
  ['ConsentRefused', [asked(), step('ConsentRefused', 3)]],
  ['ConsentExpired', [asked(), given(), step('ConsentLapsed', 3)]],
  ['ObjectionRecorded', [step('LegitimateInterestRecorded', 2), step('ObjectionRecorded', 3)]],
  ['ContractEnded', [step('ContractRecorded', 2), step('ContractEnded', 3)]],
])('%s stays, whatever comes after it', (status, entries) => {
  for (const type of [
    'ConsentWithdrawn',
    'ConsentLapsed',
    'ObjectionRecorded',
    'ContractEnded',
    'ConsentRefused',
  ] as const)
    expect(said([...entries, step(type, 4, { facts: { because: 'inactivity' } })])).toEqual([`news ${status} 3`]);
});

test('an end ends its purposes in all records, and no other; what begins after it goes on', () => {
  const both = { of: ['news', 'events'] };
  const entries = [
    asked(both),
    given(2, both),
    step('ConsentRecorded', 2, { recordId: 'r2', of: ['news'] }),
    step('ConsentWithdrawn', 3, { recordId: 'r9', of: ['news', 'news', 'unheard-of'] }),
    step('ConsentRecorded', 4, { recordId: 'r3' }),
  ];
  expect(said(entries)).toEqual([
    'news ConsentWithdrawn 3',
    'events ConsentGiven 2',
    'news ConsentWithdrawn 3',
    'news ConsentGiven 4',
  ]);
  expect(said([...entries, step('ConsentWithdrawn', 5)])).toEqual([
    'news ConsentWithdrawn 3',
    'events ConsentGiven 2',
    'news ConsentWithdrawn 3',
    'news ConsentWithdrawn 5',
  ]);
});

test('what is not over can still be ended, and what is over is not given by a confirmation of the rest', () => {
  const elsewhere = step('ConsentWithdrawn', 2, { facts: { via: 'elsewhere' } });
  expect(said([asked(), elsewhere, step('ConsentWithdrawn', 3)])).toEqual(['news ConsentRefused 3']);
  const both = { of: ['news', 'events'] };
  expect(said([asked(both), step('ConsentRefused', 2), given(3, both)])).toEqual([
    'news ConsentRefused 2',
    'events ConsentGiven 3',
  ]);
  expect(said([asked(both), given(2), step('DataErased', 3)])).toEqual([
    'news ConsentGiven 2',
    'events ConsentExpired 5',
  ]);
});

test('an erasure closes what waits in every record, and nothing that is asked for after it', () => {
  const entries = [asked(), asked({ recordId: 'r2', of: ['events'] }), step('DataErased', 2)];
  const after = { ...asked({ recordId: 'r3' }), at: day(3) };
  const confirmed = ['r1', 'r2', 'r3'].map((recordId) => given(4, { recordId, of: ['news', 'events'] }));
  expect(said([...entries, after, ...confirmed])).toEqual([
    'news ConsentExpired 2',
    'events ConsentExpired 2',
    'news ConsentGiven 4',
  ]);
});

test('steps that are about other things, and those of a later version, change nothing', () => {
  const others: EntryType[] = ['MailSent', 'ProcessingRestricted', 'HoldPlaced', 'MailBounced', 'ObjectionRaised'];
  const later = { ...step('ConsentWithdrawn', 4), v: 2 } as unknown as AnyEntry;
  const unheard = { ...step('ConsentWithdrawn', 4), type: 'ConsentVanished' } as unknown as AnyEntry;
  expect(said([asked(), given(), ...others.map((type) => step(type, 3)), later, unheard])).toEqual([
    'news ConsentGiven 2',
  ]);
});
