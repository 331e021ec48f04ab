import { ENTRY_TYPES, findStepType, type EntryType } from '../../shared/consent/steps';
import { caseId, day, moment, open, subject } from '../../shared/consent/steps/facts';

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, ...values: unknown[]): boolean[] =>
  values.map((value) => schema.safeParse(value).success);
const CASE = 'C'.repeat(22);
/** Whether a step of that type may say this of itself. */
const may = (type: EntryType, facts: object): boolean => findStepType(type)!.facts.safeParse(facts).success;

test('a moment is one that every calendar can go on from', () => {
  expect(takes(moment, '2026-01-10T10:00:00.000Z', '2026-01-10T11:00:00+01:00')).toEqual([true, true]);
  for (const none of [
    '2026-01-10',
    '2026-13-10T10:00:00Z',
    '+275760-09-13T00:00:00.000Z',
    'x2026-01-10T10:00:00Z',
    7,
    '',
  ]) {
    expect(takes(moment, none)).toEqual([false]);
  }
});

test('a day is one of the calendar, and nothing besides', () => {
  expect(takes(day, '2026-01-10', '2028-02-29')).toEqual([true, true]);
  for (const none of [
    '2026-02-29',
    '2026-02-31',
    '2026-13-01',
    '+012026-01-10',
    '2026-1-1',
    '2026-01-10T10:00',
    ' 2026-01-10',
    '2026-01-100',
    7,
  ]) {
    expect(takes(day, none)).toEqual([false]);
  }
});

test('a case and a person have ids of a length; a value that a later version added is one all the same', () => {
  expect(takes(caseId, CASE, `${CASE}C`, `${CASE.slice(1)}`, `${CASE.slice(1)}!`, 7)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(takes(subject, 's'.repeat(22), 's'.repeat(21), 7)).toEqual([true, false, false]);
  expect(takes(open(['page', 'letter']), 'page', 'pigeon', 7, undefined)).toEqual([true, true, false, false]);
});

describe('a step has to say', () => {
  test.each<[EntryType, object, readonly string[]]>([
    ['ConsentRequested', { confirmBy: '2026-01-10T10:00:00Z' }, ['confirmBy']],
    ['MailSent', { mail: 'welcome' }, ['mail']],
    ['HoldPlaced', { case: CASE, reviewBy: '2027-01-01' }, ['case', 'reviewBy']],
    ['HoldLifted', { case: CASE }, ['case']],
    ['MailReceived', { reading: 'unclear' }, ['reading']],
    ['CaseClosed', { case: 'A', outcome: 'answered' }, ['case', 'outcome']],
    ['RequestReceived', { case: CASE, wish: 'access' }, ['case', 'wish']],
    ['RequestNoted', { case: CASE, did: 'extended' }, ['case', 'did']],
    [
      'RightRequested',
      { right: 'erasure', request: 'x', confirmBy: '2026-01-10T10:00:00Z' },
      ['right', 'request', 'confirmBy'],
    ],
    ['ObjectionDecided', { decision: 'upheld' }, ['decision']],
    ['KeptOnReview', { reviewed: 'consents' }, ['reviewed']],
    ['MailBounced', { bounce: 'permanent' }, ['bounce']],
    ['ProcessorInformed', { processor: 'tool', upTo: 3 }, ['processor', 'upTo']],
    ['DeletionConfirmed', { processor: 'tool', upTo: 3 }, ['processor', 'upTo']],
    ['PersonInformed', { letter: 'access', template: '1' }, ['letter', 'template']],
    ['AccessGiven', { form: 'report' }, ['form']],
  ])('of %s no less than %j', (type, facts, needed) => {
    expect(may(type, facts)).toBe(true);
    for (const name of needed) expect(may(type, { ...facts, [name]: undefined })).toBe(false);
  });

  test.each<[string, EntryType, object]>([
    ['by which way it was told', 'ConsentWithdrawn', { via: 7 }],
    ['on which day it was told', 'ConsentWithdrawn', { receivedOn: '2026-02-31' }],
    ['for which case it is', 'DataErased', { forCase: 'short' }],
    ['how it is known who asks', 'DataErased', { identity: 7 }],
    ['when the page was fetched', 'ConsentGiven', { fetchedAt: 'now' }],
    ['from where it was fetched', 'ConsentGiven', { fetchedBy: 7 }],
    ['what was shown', 'ConsentGiven', { privacyNotice: 7 }],
    ['who showed it', 'ConsentGiven', { wordingBy: 7 }],
    ['what was said elsewhere, and when', 'ConsentWithdrawn', { saidAt: '2026-02-31' }],
    ['as what a source knows it', 'ConsentWithdrawn', { reference: 7 }],
    ['which processor reported it', 'ConsentWithdrawn', { processor: 7 }],
    ['how it was reported', 'ConsentWithdrawn', { reportedBy: 7 }],
    ['which mail brought it about', 'ConsentWithdrawn', { messageId: 7 }],
    ['by what it is proven', 'ConsentWithdrawn', { provenBy: 7 }],
    ['where somebody moved to', 'ConsentWithdrawn', { movedTo: 'somewhere' }],
    ['where somebody moved from', 'ConsentRequested', { confirmBy: '2026-01-10T10:00:00Z', movedFrom: 'somewhere' }],
    ['which request was confirmed', 'DataErased', { request: 7 }],
    ['what could not be saved', 'DataErased', { missing: 'address' }],
    ['that nobody is to be brought back', 'DataErased', { suppress: 'yes' }],
    ['which proof came along', 'ConsentRecorded', { proof: 'time' }],
    ['of which address it is', 'ConsentRecorded', { address: 7 }],
    ['when it was given', 'LegitimateInterestRecorded', { givenAt: '2026-01-10' }],
    ['when they signed up', 'ContractRecorded', { signedUpAt: '2026-01-10' }],
    ['when it ended', 'ContractEnded', { endedOn: '2026-02-31' }],
    ['the last day', 'ConsentLapsed', { endedOn: 'soon' }],
    ['which connections are needed', 'HoldPlaced', { case: CASE, reviewBy: '2027-01-01', connections: [] }],
    ['that these are places', 'HoldPlaced', { case: CASE, reviewBy: '2027-01-01', connections: [-1] }],
    ['when somebody looks again', 'KeptOnReview', { reviewed: 'restriction', reviewBy: 'soon' }],
    ['when they were told of a lifting', 'RestrictionLifted', { informedOn: 'soon' }],
  ])('in a way that can be read %s', (_, type, facts) => {
    expect(may(type, facts)).toBe(false);
  });

  test('in a way that can be read, whatever its type, what of it could not be saved', () => {
    expect(ENTRY_TYPES.filter((type) => may(type, { missing: 7 }))).toStrictEqual([]);
    expect(may('ProcessingRestricted', { insteadOf: 7 })).toBe(false);
    expect(may('DataErased', { missing: ['address'] })).toBe(true);
  });

  test('nothing else, and may say what only a later version knows', () => {
    for (const type of ['ConsentWithdrawn', 'ConsentGiven', 'DataErased', 'LanguageChosen', 'HoldLifted'] as const)
      expect(may(type, { ...(type === 'HoldLifted' && { case: CASE }), mood: 'good' })).toBe(true);
    expect(may('HoldPlaced', { case: CASE, reviewBy: '2027-01-01', connections: [0, 3] })).toBe(true);
  });
});
