import {
  automaticNoted,
  broughtAbout,
  caseOpened,
  consentedSince,
  isAcknowledged,
  isWithinADay,
  mailFacts,
  openMails,
  wishFacts,
  type MailIn,
} from '../../shared/consent/decide/received-mail';
import type { Facts } from '../../shared/consent/entry';
import { Tale } from './tale';

const NOW = new Date('2026-03-01T10:00:00Z');
/** A day before, and a millisecond less than that. */
const [A_DAY_AGO, LATELY] = ['2026-02-28T10:00:00.000Z', '2026-02-28T10:00:00.001Z'] as const;
const mail: MailIn = { site: 'demo', messageId: 'm', provenBy: 'sender', now: NOW };
const unproven: MailIn = { ...mail, provenBy: undefined };
const said = { site: 'demo', at: NOW.toISOString(), actor: { kind: 'subject' }, purposes: [] };

const received = (at: string, facts: Facts, tale = new Tale()): Tale => tale.step('MailReceived', at, { facts });

test('a step says which mail brought it about, who wrote it for certain, and when it came, where it is seen to later', () => {
  expect(mailFacts(mail)).toStrictEqual({ messageId: 'm', provenBy: 'sender' });
  expect(mailFacts(unproven)).toStrictEqual({ messageId: 'm' });
  expect(wishFacts(mail)).toStrictEqual({ messageId: 'm', provenBy: 'sender' });
  const later = { messageId: 'm', receivedOn: '2026-02-27' };
  expect(wishFacts({ ...unproven, receivedOn: '2026-02-27' })).toStrictEqual(later);
});

test('a mail is known by what it brought about, taken for as good', () => {
  const tale = received('2026-02-01T10:00:00Z', { reading: 'unclear', case: 'A', messageId: 'm', provenBy: 'sender' })
    .step('ConsentWithdrawn', '2026-02-02T10:00:00Z', { facts: { messageId: 'other', provenBy: 'sender' } })
    .step('ConsentWithdrawn', '2026-02-03T10:00:00Z', { facts: { messageId: 'm' } });
  expect(broughtAbout(tale.entries, mail)).toBeUndefined();
  expect(broughtAbout(tale.entries, unproven)?.seq).toBe(2);
  tale.step('ConsentWithdrawn', '2026-02-04T10:00:00Z', { facts: { messageId: 'm', provenBy: 'sender' } });
  expect(broughtAbout(tale.entries, mail)?.seq).toBe(3);
});

describe('a mail that somebody has to read', () => {
  const open = (tale: Tale, id: string) => caseOpened(tale.entries, mail, { reading: 'unclear', id });

  test('is a case, once', () => {
    const facts = { reading: 'unclear', case: 'A', messageId: 'm', provenBy: 'sender' };
    expect(open(new Tale(), 'A')).toStrictEqual({ type: 'MailReceived', ...said, facts });
    const tale = received(LATELY, { reading: 'unclear', case: 'B' });
    expect(open(tale, 'A')).toBeDefined();
    expect(open(received(LATELY, { reading: 'unclear', case: 'A' }, tale), 'A')).toBeUndefined();
  });

  test('waits until its case is closed, and says whether it is certain who wrote', () => {
    const tale = received(A_DAY_AGO, { reading: 'unclear', case: 'A', provenBy: 'address' });
    received(LATELY, { reading: 'unproven', case: 'B' }, tale);
    received(LATELY, { reading: 'unclear', case: 'C' }, tale);
    received(LATELY, { reading: 'automatic' }, tale);
    tale.step('CaseClosed', LATELY, { facts: { case: 'C', outcome: 'answered' } });
    expect(openMails(tale.entries)).toStrictEqual([
      { id: 'A', since: A_DAY_AGO, isProven: true },
      { id: 'B', since: LATELY, isProven: false },
    ]);
  });
});

test('of mails that nobody wrote one a day is noted', () => {
  const note = (tale: Tale) => automaticNoted(tale.entries, mail);
  const facts = { reading: 'automatic', messageId: 'm', provenBy: 'sender' };
  expect(note(new Tale())).toStrictEqual({ type: 'MailReceived', ...said, facts });
  expect(note(received(A_DAY_AGO, { reading: 'automatic' }))).toBeDefined();
  expect(note(received(LATELY, { reading: 'unclear', case: 'A' }))).toBeDefined();
  const lately = received(LATELY, { reading: 'automatic' });
  expect(note(received(LATELY, { reading: 'unclear', case: 'A' }, lately))).toBeUndefined();
});

test('a mail is not about what was consented to after it was written; a clock may be five minutes slow', () => {
  const { entries } = new Tale()
    .given('2026-02-28T10:00:00Z', 'r1', ['news'])
    .step('MailSent', '2026-03-01T10:00:00Z', { record: 'r1', facts: { mail: 'welcome' } });
  expect(consentedSince(entries, new Date('2026-02-28T09:56:00Z'))).toBe(false);
  expect(consentedSince(entries, new Date('2026-02-28T09:55:59Z'))).toBe(true);
});

test('whoever was told within a day that a mail of theirs was carried out is not told again', () => {
  const sent = (at: string, kind: NonNullable<Facts['mail']>): Tale =>
    new Tale().step('MailSent', at, { facts: { mail: kind } }).step('MailSent', at, { facts: { mail: 'welcome' } });
  expect(isAcknowledged(sent(LATELY, 'withdrawn').entries, NOW)).toBe(true);
  expect(isAcknowledged(sent(A_DAY_AGO, 'withdrawn').entries, NOW)).toBe(false);
  expect(isAcknowledged(sent(LATELY, 'confirmation').entries, NOW)).toBe(false);
  expect([A_DAY_AGO, LATELY].map((at) => isWithinADay(at, NOW))).toEqual([false, true]);
});
