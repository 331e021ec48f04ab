import fc from '../seeded';
import { fold, isInForce, canBeWithdrawn } from '../../shared/consent/fold';
import { mayMail } from '../../shared/consent/permissions';
import { standingOf } from '../../shared/consent/standing';
import { history } from './histories';
import { Tale } from './tale';

const signedUp = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
const BOUNCED = '2026-02-01T10:00:00.000Z';

function mayBeMailed({ entries }: Tale, id: string): boolean {
  const purposes = fold(entries, new Date('2027-01-01T00:00:00Z')).flatMap((record) => record.purposes);
  return purposes.some((purpose) => purpose.id === id && mayMail(purpose, standingOf(entries)));
}

describe('an address that mail comes back from', () => {
  const bounced = (bounce: 'permanent' | 'transient'): Tale =>
    signedUp().step('MailBounced', BOUNCED, { record: 'r1', facts: { bounce } });

  test('for good, is mailed no more, and its consent is untouched', () => {
    expect(mayBeMailed(signedUp(), 'news')).toBe(true);
    expect(mayBeMailed(bounced('permanent'), 'news')).toBe(false);
    expect(standingOf(bounced('permanent').entries).undeliverableSince).toBe(BOUNCED);
    const [record] = fold(bounced('permanent').entries, new Date('2027-01-01T00:00:00Z'));
    expect(record?.purposes.every(isInForce)).toBe(true);
  });

  test('this time, is mailed on, however often', () => {
    const often = bounced('transient').step('MailBounced', '2026-02-02T10:00:00Z', { facts: { bounce: 'transient' } });
    expect(mayBeMailed(often, 'news')).toBe(true);
  });

  test('is mailed again once the person confirmed through it, and not for having asked to', () => {
    const asked = bounced('permanent').request('2026-03-01T10:00:00Z', 'r2', ['events']);
    expect(mayBeMailed(asked, 'news')).toBe(false);
    asked.step('ConsentGiven', '2026-03-01T10:05:00Z', { record: 'r2', purposes: ['events'] });
    expect([mayBeMailed(asked, 'news'), mayBeMailed(asked, 'events')]).toStrictEqual([true, true]);
  });

  test('is not brought back by what others report of it', () => {
    const reported = bounced('permanent').step('ConsentRecorded', '2026-03-01T10:00:00Z', {
      record: 'x1',
      purposes: ['events'],
    });
    expect(mayBeMailed(reported, 'events')).toBe(false);
  });
});

describe('a contract', () => {
  const contract = (): Tale =>
    new Tale().step('ContractRecorded', '2026-01-10T10:00:00Z', { record: 'c1', purposes: ['service'] });
  const statusOf = ({ entries }: Tale): unknown =>
    fold(entries, new Date('2027-01-01T00:00:00Z'))[0]?.purposes[0]?.status;

  test.each(['ConsentWithdrawn', 'ObjectionRecorded', 'ConsentLapsed'] as const)('is not ended by %s', (type) => {
    expect(statusOf(contract().step(type, BOUNCED, { purposes: ['service'] }))).toBe('ContractRecorded');
  });

  test('is ended by its end, once, and that ends nothing else', () => {
    const both = contract().given('2026-01-11T10:00:00Z', 'r1', ['service']);
    both.step('ContractEnded', BOUNCED, { purposes: ['service'] });
    both.step('ContractEnded', '2026-03-01T10:00:00Z', { purposes: ['service'] });
    const purposes = fold(both.entries, new Date('2027-01-01T00:00:00Z')).flatMap((record) => record.purposes);
    expect(purposes.map(({ status, since }) => [status, since])).toStrictEqual([
      ['ContractEnded', BOUNCED],
      ['ConsentGiven', '2026-01-11T10:01:00.000Z'],
    ]);
  });
});

test('cases are open from the mail until somebody saw to it', () => {
  const mail = (tale: Tale, at: string, id: string): Tale =>
    tale.step('MailReceived', at, { facts: { reading: 'unclear', case: id }, parts: ['mail'] });
  const tale = mail(mail(signedUp(), BOUNCED, 'A'), '2026-02-02T10:00:00Z', 'B');
  // An automatic reply is noted, and nobody has to read it.
  tale.step('MailReceived', '2026-02-03T10:00:00Z', { facts: { reading: 'automatic' }, parts: ['mail'] });
  expect(standingOf(tale.entries).cases.map(({ id }) => id)).toStrictEqual(['A', 'B']);
  tale.step('CaseClosed', '2026-02-04T10:00:00Z', { facts: { case: 'A', outcome: 'answered' } });
  expect(standingOf(tale.entries).cases).toStrictEqual([{ id: 'B', since: '2026-02-02T10:00:00.000Z' }]);
});

test('the language is the one chosen last', () => {
  const tale = signedUp();
  expect(standingOf(tale.entries).language).toBeUndefined();
  tale.step('LanguageChosen', BOUNCED);
  expect(standingOf(tale.entries).language).toBe('de');
});

test('whatever happened: nothing that is about the person alone changes what they consented to', () => {
  const ABOUT_THE_PERSON = /^(MailBounced|MailReceived|CaseClosed|LanguageChosen|ProcessorInformed|DeletionConfirmed)$/;
  fc.assert(
    fc.property(history, ({ entries, now }) => {
      const others = entries.filter(({ type }) => !ABOUT_THE_PERSON.test(type));
      expect(fold(entries, now)).toStrictEqual(fold(others, now));
    }),
  );
});

test('whatever happened: what a contract needs cannot be withdrawn, and is in force until it ends', () => {
  fc.assert(
    fc.property(history, ({ entries, now }) => {
      const purposes = fold(entries, now).flatMap((record) => record.purposes);
      for (const purpose of purposes.filter(({ status }) => /^Contract/.test(status))) {
        expect(canBeWithdrawn(purpose)).toBe(false);
        expect(isInForce(purpose)).toBe(purpose.status === 'ContractRecorded');
      }
    }),
  );
});
