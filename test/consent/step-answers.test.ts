import type { Entry, Facts } from '../../shared/consent/entry';
import { isKnown, standingOf } from '../../shared/consent/standing';
import { ENTRY_TYPES, stepType, type EntryType } from '../../shared/consent/steps';
import {
  isBeginning,
  isConfirmation,
  isEnding,
  isEndOfConsent,
  proofOfBeginning,
} from '../../shared/consent/steps/begins-and-ends';
import { Tale } from './tale';

/* What types answer to those who ask all steps the same. */

const AT = '2026-02-01T10:00:00.000Z';
const EARLIER = '2026-01-01T10:00:00.000Z';
const CASE = 'C'.repeat(22);
type Told = Parameters<Tale['step']>[2];

const step = (type: EntryType, told: Told = {}): Entry => new Tale().step(type, AT, told).entries[0]!;
const ask = (type: EntryType, told?: Told) => {
  const entry = step(type, told);
  const { kept, signOfLife, change, dpv } = stepType(entry);
  return {
    sign: signOfLife(entry),
    change: change(entry),
    right: dpv.right(entry),
    isLogged: kept.isLogged(entry),
    isForGood: kept.isForGood(entry),
    alsoWith: kept.alsoWith(entry),
    repeat: kept.repeats(entry),
    isClosedBy: (later: Entry): boolean => kept.closedBy(entry).some((closes) => closes(later)),
    closings: kept.closedBy(entry).length,
  };
};
const those = (is: (type: ReturnType<typeof stepType>) => boolean): EntryType[] =>
  ENTRY_TYPES.filter((type) => is(stepType({ type })));
const facts = (said: Facts): Told => ({ facts: said });

describe('a step', () => {
  test('begins something, confirms it, ends it, or does neither; beginnings prove more or less', () => {
    const types = ENTRY_TYPES.map((type) => ({ type }));
    const named = (is: (typed: { type: EntryType }) => boolean): EntryType[] =>
      types.filter(is).map(({ type }) => type);
    expect(named(isConfirmation)).toEqual(['ConsentGiven', 'RenewedConsentGiven']);
    expect(named(isEndOfConsent)).toEqual(['ConsentWithdrawn', 'ObjectionRecorded', 'ConsentLapsed', 'ConsentRefused']);
    expect(named((one) => isEnding(one) && !isEndOfConsent(one))).toEqual(['ContractEnded']);
    const begins = named(isBeginning).sort((a, b) => proofOfBeginning({ type: a }) - proofOfBeginning({ type: b }));
    expect(begins).toEqual(['ContractRecorded', 'LegitimateInterestRecorded', 'ConsentRecorded', 'ConsentRequested']);
    expect(proofOfBeginning({ type: 'ContractRecorded' })).toBe(0);
    expect(proofOfBeginning({ type: 'ConsentGiven' })).toBe(-1);
  });

  test('that says “no” to some use or to deletion holds as far as it can be read', () => {
    const restrains = those((type) => type.restrains);
    expect(restrains).toEqual(expect.arrayContaining(ENTRY_TYPES.filter((type) => isEnding({ type }))));
    expect(restrains.filter((type) => !isEnding({ type }))).toEqual([
      ...(['ProcessingRestricted', 'HoldPlaced', 'DataErased', 'ObjectionRaised', 'KeptOnReview'] as const),
    ]);
  });

  test('of the person’s own on consent is anchored, and one that only looks makes nobody known', () => {
    expect(those((type) => type.isAnchored)).toEqual([
      ...(['ConsentRequested', 'ConsentGiven', 'RenewedConsentGiven', 'ConsentWithdrawn', 'ConsentRefused'] as const),
    ]);
    expect(ENTRY_TYPES.filter((type) => !isKnown([step(type)]))).toEqual([
      ...(['EvidenceDisclosed', 'AccessGiven', 'PersonInformed'] as const),
    ]);
  });

  test('that ended something stands in the way of what is older and comes from elsewhere', () => {
    expect(those(({ obstacle }) => obstacle !== undefined)).toEqual([
      ...(['ConsentWithdrawn', 'ObjectionRecorded', 'ConsentLapsed', 'DataErased', 'ConsentRefused'] as const),
    ]);
  });
});

describe('is told of a step', () => {
  const hear = (name: string): EntryType[] => those(({ tells }) => tells.some((one) => one === name));

  test('whoever mails what somebody waits for, moves what they took along, or tells them of a decision', () => {
    expect(hear('confirmations')).toEqual(['ConsentRequested', 'RightRequested']);
    expect(hear('mailer')).toEqual(['ConsentGiven', 'RenewedConsentGiven', 'ObjectionDecided']);
    expect(hear('mover')).toEqual(['ConsentGiven', 'RenewedConsentGiven']);
  });

  test('who tells processors of whatever changes for them, and who keeps lists of it', () => {
    const changing = ENTRY_TYPES.filter((type) => ask(type).change !== undefined);
    expect(hear('notifier').filter((type) => !changing.includes(type))).toEqual(['ObjectionDecided']);
    expect(hear('projector')).toEqual(expect.arrayContaining(hear('notifier')));
    expect(changing.filter((type) => !hear('notifier').includes(type))).toEqual([]);
    expect(hear('projector').filter((type) => !hear('notifier').includes(type))).toEqual([
      ...(['ConsentRequested', 'ActivityReported', 'HoldPlaced', 'HoldLifted', 'ConsentRefused'] as const),
      ...(['KeptOnReview', 'RequestReceived', 'RequestNoted'] as const),
    ]);
  });
});

test('what changes for those who mail somebody is said in a word', () => {
  const changes = (word: unknown): EntryType[] => ENTRY_TYPES.filter((type) => ask(type).change === word);
  expect(changes('given')).toEqual([
    ...(['ConsentGiven', 'RenewedConsentGiven', 'ConsentRecorded', 'LegitimateInterestRecorded'] as const),
    'ContractRecorded',
  ]);
  expect(changes('withdrawn')).toEqual(['ConsentWithdrawn', 'ObjectionRecorded']);
  expect(changes('ended')).toEqual(['ConsentLapsed', 'ContractEnded']);
  expect(changes('restricted')).toEqual(['ProcessingRestricted', 'ObjectionRaised']);
  expect(changes('unrestricted')).toEqual(['RestrictionLifted']);
  expect(ask('ObjectionDecided', facts({ decision: 'refused' })).change).toBe('unrestricted');
  expect(ask('MailBounced', facts({ bounce: 'permanent' })).change).toBe('undeliverable');
  expect(ask('MailBounced', facts({ bounce: 'transient' })).change).toBeUndefined();
  expect([changes('rectified'), changes('language'), changes('erased')]).toEqual([
    ...[['IdentityRectified'], ['LanguageChosen'], ['DataErased']],
  ]);
});

test('each step has a name of the vocabulary, and who asked for it by which right is known', () => {
  expect(those(({ dpv }) => dpv.terms.length === 0)).toStrictEqual([]);
  const rights = ENTRY_TYPES.map((type) => [type, ask(type).right]).filter(([, right]) => right !== undefined);
  expect(Object.fromEntries(rights)).toEqual({
    ...{ AccessGiven: 'A15', IdentityRectified: 'A16', DataErased: 'A17', ProcessingRestricted: 'A18' },
    ...{ ObjectionRaised: 'A21', ObjectionRecorded: 'A21' },
  });
  expect(ask('AccessGiven', facts({ form: 'portable' })).right).toBe('A20');
  expect(ask('AccessGiven', facts({ form: 'report' })).right).toBe('A15');
});

test('a sign of life is a press on a page, a use, or what a source dates; no sign-up, mail or list', () => {
  const signs = ENTRY_TYPES.filter((type) => ask(type).sign !== undefined);
  expect(signs).toEqual(['ConsentGiven', 'RenewedConsentGiven', 'ActivityReported']);
  for (const type of ['ConsentRecorded', 'LegitimateInterestRecorded'] as const)
    expect(ask(type, facts({ givenAt: EARLIER })).sign).toBe(EARLIER);
  expect(ask('ContractRecorded', facts({ givenAt: EARLIER })).sign).toBeUndefined();
  expect(ask('ActivityReported').sign).toBe(AT);
  expect(ask('ActivityReported', facts({ activeAt: EARLIER })).sign).toBe(EARLIER);
  expect(ask('ActivityReported', facts({ mailedAt: EARLIER })).sign).toBeUndefined();
});

describe('a step is kept', () => {
  test('for good, where it has to be honoured for good', () => {
    expect(ENTRY_TYPES.filter((type) => ask(type).isForGood)).toEqual(['ObjectionRecorded']);
    expect(ask('ConsentWithdrawn', facts({ via: 'elsewhere' })).isForGood).toBe(true);
    expect(ask('ConsentWithdrawn', facts({ via: 'page' })).isForGood).toBe(false);
    expect(ask('DataErased', facts({ suppress: true })).isForGood).toBe(true);
  });

  test('with its records alone, where it began, confirmed or ended something, or was a mail or a report of them', () => {
    const unlogged = ENTRY_TYPES.filter((type) => !ask(type).isLogged);
    const others = unlogged.filter(
      (type) => !isBeginning({ type }) && !isConfirmation({ type }) && !isEnding({ type }),
    );
    expect(others).toEqual(['MailSent', 'ActivityReported', 'IdentityRectified', 'MailBounced']);
    expect(ask('ConsentWithdrawn', facts({ movedTo: 's'.repeat(22) as never })).isLogged).toBe(true);
    expect(ask('ProcessingRestricted', facts({ insteadOf: 'erasure' })).isLogged).toBe(false);
    expect(ask('KeptOnReview', facts({ reviewed: 'consents' })).isLogged).toBe(false);
  });

  test('with records that it neither names nor changed, where rules of these go by it', () => {
    const also = (how: string): EntryType[] => ENTRY_TYPES.filter((type) => ask(type).alsoWith === how);
    expect(also('all')).toEqual(['IdentityRectified', 'LanguageChosen']);
    expect(also('named')).toEqual(['ActivityReported', 'MailBounced', 'ProcessorInformed']);
    expect(ask('IdentityRectified', { record: 'r1' }).alsoWith).toBe('none');
    expect(ask('ProcessingRestricted', facts({ insteadOf: 'erasure' })).alsoWith).toBe('named');
    expect(ask('KeptOnReview', facts({ reviewed: 'consents' })).alsoWith).toBe('named');
  });
});

describe('open until another one comes is', () => {
  const closes = (type: EntryType, said: Facts, by: EntryType, more: Told = {}): boolean =>
    ask(type, { purposes: ['news', 'events'], facts: said }).isClosedBy(step(by, { purposes: ['news'], ...more }));

  test('a case, a request or a hold: by its own end', () => {
    for (const [type, by] of [
      ...([
        ['MailReceived', 'CaseClosed'],
        ['RequestReceived', 'CaseClosed'],
        ['HoldPlaced', 'HoldLifted'],
      ] as const),
    ]) {
      expect(closes(type, { case: CASE }, by, facts({ case: CASE }))).toBe(true);
      expect(closes(type, { case: CASE }, by, facts({ case: 'D'.repeat(22) }))).toBe(false);
      expect(closes(type, { case: CASE }, 'RequestNoted', facts({ case: CASE }))).toBe(false);
      expect(closes(type, { case: CASE }, by)).toBe(false);
    }
    expect(ask('MailReceived', facts({ reading: 'automatic' })).closings).toBe(0);
  });

  test('a restriction: by its lifting, an erasure, or a duty that stands against one; that is open no longer', () => {
    const by = (type: EntryType, said: Facts = {}): boolean => closes('ProcessingRestricted', {}, type, facts(said));
    expect([by('RestrictionLifted'), by('DataErased')]).toEqual([true, true]);
    expect([by('ProcessingRestricted'), by('HoldLifted')]).toEqual([false, false]);
    expect(by('ProcessingRestricted', { insteadOf: 'erasure' })).toBe(true);
    expect(ask('ProcessingRestricted', facts({ insteadOf: 'erasure' })).closings).toBe(0);
    const kept = (type: EntryType): boolean => closes('KeptOnReview', { reviewed: 'restriction' }, type);
    expect([kept('RestrictionLifted'), kept('ProcessingRestricted'), kept('DataErased'), kept('HoldLifted')]).toEqual([
      ...[true, true, true, false],
    ]);
    expect(ask('KeptOnReview', facts({ reviewed: 'consents' })).closings).toBe(0);
  });

  test('an objection that is weighed: purpose by purpose, by a refusal, an objection for good, a yes or an erasure', () => {
    const raised = (by: EntryType, more: Told = {}): boolean => closes('ObjectionRaised', {}, by, more);
    expect(ask('ObjectionRaised', { purposes: ['news', 'events'] }).closings).toBe(2);
    for (const type of ['ObjectionRecorded', 'ConsentGiven', 'RenewedConsentGiven', 'DataErased'] as const) {
      expect(raised(type)).toBe(true);
    }
    expect(raised('ObjectionDecided', facts({ decision: 'refused' }))).toBe(true);
    expect(raised('ObjectionDecided', facts({ decision: 'upheld' }))).toBe(false);
    expect(raised('ConsentGiven', { purposes: ['analysis'] })).toBe(false);
    expect(raised('ConsentGiven', { purposes: ['analysis', 'events'] })).toBe(true);
    expect(raised('ConsentWithdrawn')).toBe(false);
  });

  test('the decision to uphold it: until the objection is recorded, or they said yes; a refusal is open no longer', () => {
    const upheld = (by: EntryType): boolean => closes('ObjectionDecided', { decision: 'upheld' }, by);
    expect([upheld('ObjectionRecorded'), upheld('ConsentGiven'), upheld('DataErased')]).toEqual([true, true, false]);
    expect(ask('ObjectionDecided', { purposes: ['news'], facts: { decision: 'refused' } }).closings).toBe(0);
  });
});

describe('what others said already is said again by', () => {
  test('a use or a mail, as of its moment, unless that lies ahead', () => {
    expect(ask('ActivityReported').repeat).toEqual({ like: 'used', newest: 1, moment: AT });
    expect(ask('ActivityReported', facts({ activeAt: '2026-01-01T12:00:00+02:00' })).repeat).toMatchObject({
      ...{ like: 'used', moment: EARLIER },
    });
    expect(ask('ActivityReported', facts({ mailedAt: EARLIER })).repeat).toMatchObject({
      like: 'mailed',
      moment: EARLIER,
    });
    expect(ask('ActivityReported', facts({ activeAt: '2026-02-01T10:00:00.001Z' })).repeat).toBeUndefined();
  });

  test('a bounce without a name of its own, and an automatic reply that nobody has to read', () => {
    expect(ask('MailBounced', facts({ bounce: 'transient' })).repeat).toEqual({ like: 'transient', newest: 1 });
    for (const more of [{ bounce: 'permanent' }, { bounce: 'transient', messageId: 'm' }] as const)
      expect(ask('MailBounced', facts(more)).repeat).toBeUndefined();
    expect(ask('MailBounced', facts({ bounce: 'transient', reference: 'r' })).repeat).toBeUndefined();
    expect(ask('MailReceived', facts({ reading: 'automatic' })).repeat).toEqual({ like: 'automatic', newest: 1 });
    expect(ask('MailReceived', facts({ reading: 'automatic', case: CASE })).repeat).toBeUndefined();
    expect(ask('MailReceived', facts({ reading: 'unclear' })).repeat).toBeUndefined();
  });

  test('who looked, a choice of language, and what a processor was told; nothing else', () => {
    const repeated = ENTRY_TYPES.filter((type) => ask(type).repeat !== undefined);
    expect(repeated).toEqual([
      ...(['EvidenceDisclosed', 'ActivityReported', 'AccessGiven', 'LanguageChosen', 'ProcessorInformed'] as const),
    ]);
    const told = facts({ processor: 'tool', upTo: 7 });
    expect(ask('ProcessorInformed', told).repeat).toEqual({ like: 'tool', newest: 1, place: 7 });
    expect(ask('LanguageChosen').repeat).toEqual({ like: '', newest: 4 });
    expect(ask('EvidenceDisclosed').repeat).toEqual({ like: '', newest: 1 });
    expect(ask('AccessGiven').repeat).toEqual({ like: '', newest: 1 });
  });
});

test('what only says something of itself changes nothing of how a person stands', () => {
  const standing = standingOf([step('ProcessingRestricted'), step('ObjectionRaised', { purposes: ['news'] })]);
  for (const type of ['EvidenceDisclosed', 'ProcessorInformed', 'MailSent', 'ConsentLapsed', 'ContractEnded'] as const)
    expect(stepType({ type }).standing(standing, step(type))).toBe(standing);
});
