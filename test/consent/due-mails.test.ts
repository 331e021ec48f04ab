import { asRecord } from '../ids';
import { fold, type SubjectState } from '../../shared/consent/fold';
import { standingOf } from '../../shared/consent/standing';
import { dueMails } from '../../shared/consent/decide/due-mails';
import type { Entry, MailKind } from '../../shared/consent/entry';
import { Subject } from './model';
import { Tale } from './tale';

const RULES = { welcomes: (purpose: string) => purpose === 'news', mailsPerDay: 3, standing: standingOf([]) };

const due = ({ state, now }: Subject): string[] =>
  dueMails(state, RULES, now).map(({ kind, record }) => `${kind} ${record.recordId}`);

/** A subject whose mails were sent, or not yet. */
function after(subject: Subject, record: string, mail: MailKind): SubjectState {
  const last = subject.entries.at(-1) as Entry;
  const sent = {
    ...last,
    type: 'MailSent' as const,
    recordId: asRecord(record),
    at: subject.now.toISOString(),
    facts: { mail },
  };
  subject.entries.push({ ...sent, purposes: [], seq: last.seq + 1 });
  return fold(subject.entries, subject.now);
}

test('a request has its confirmation coming, once', () => {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news'] });
  expect(due(subject)).toEqual(['confirmation r1']);
  after(subject, 'r1', 'confirmation');
  expect(due(subject)).toEqual([]);
});

test('what is confirmed has a welcome coming, if one follows it, and not once it is withdrawn', () => {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news'] });
  subject.try({ kind: 'request', record: 'r2', purposes: ['events'] });
  for (const record of ['r1', 'r2']) subject.try({ kind: 'press', record });
  expect(due(subject)).toEqual(['welcome r1']);
  subject.try({ kind: 'withdraw', record: 'r1', purposes: [] });
  expect(due(subject)).toEqual([]);
});

test('while use is restricted only what was confirmed since then is mailed', () => {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news'] });
  subject.try({ kind: 'press', record: 'r1' });
  subject.try({ kind: 'wait', minutes: 11 });
  subject.try({ kind: 'request', record: 'r2', purposes: ['events', 'news'] });
  const restricted = { ...RULES, standing: { ...RULES.standing, restrictedSince: subject.now.toISOString() } };
  const kinds = (): string[] =>
    dueMails(subject.state, restricted, subject.now).map(({ kind, record }) => `${kind} ${record.recordId}`);
  expect(kinds()).toEqual(['confirmation r2']);
  subject.try({ kind: 'wait', minutes: 1 });
  subject.try({ kind: 'press', record: 'r2' });
  expect(kinds()).toEqual(['welcome r2']);
});

test('what expired unconfirmed has nothing coming', () => {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news'] });
  subject.try({ kind: 'wait', minutes: 7 * 24 * 60 });
  expect(due(subject)).toEqual([]);
});

test('while no mail can be sent, several sign-ups for the same come to one mail', () => {
  const subject = new Subject();
  for (const record of ['r1', 'r2', 'r3']) {
    subject.try({ kind: 'request', record, purposes: ['news', 'events'] });
    subject.try({ kind: 'wait', minutes: 11 });
  }
  expect(subject.state.map(({ recordId }) => recordId)).toEqual(['r1', 'r2', 'r3']);
  expect(due(subject)).toEqual(['confirmation r3']);
});

test('after days without mail no more are sent in a day than the limit', () => {
  const subject = new Subject();
  const wishes = [['news'], ['events'], ['news', 'events'], ['news', 'analysis'], ['events', 'analysis']];
  for (const [n, purposes] of wishes.entries()) {
    subject.try({ kind: 'request', record: `r${n + 1}`, purposes });
    subject.try({ kind: 'wait', minutes: 12 * 60 });
  }
  expect(subject.state).toHaveLength(5);
  expect(due(subject)).toHaveLength(3);
  after(subject, 'r1', 'confirmation');
  expect(due(subject)).toHaveLength(2);
});

test('a mail that went out late still keeps the next one for the same away', () => {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news'] });
  subject.try({ kind: 'wait', minutes: 15 });
  after(subject, 'r1', 'confirmation');
  subject.try({ kind: 'wait', minutes: 5 });
  subject.try({ kind: 'request', record: 'r2', purposes: ['news'] });
  expect(subject.state).toHaveLength(1);
  subject.try({ kind: 'wait', minutes: 6 });
  subject.try({ kind: 'request', record: 'r2', purposes: ['news'] });
  expect(subject.state).toHaveLength(2);
});

test('older sign-ups whose mails were stopped for good do not stand before the newest', () => {
  const subject = new Subject();
  const stopped = [['news'], ['events'], ['news', 'events']];
  for (const [n, purposes] of stopped.entries()) {
    subject.try({ kind: 'request', record: `r${n + 1}`, purposes });
    subject.try({ kind: 'wait', minutes: 11 });
  }
  subject.try({ kind: 'wait', minutes: 24 * 60 });
  const waiting = due(subject).length;
  subject.try({ kind: 'request', record: 'r9', purposes: ['stats', 'news'] });
  expect(waiting).toBeGreaterThan(0);
  expect(due({ ...subject, state: subject.state, now: subject.now } as Subject)).toContain('confirmation r9');
  const one = dueMails(subject.state, { ...RULES, mailsPerDay: 1 }, subject.now);
  expect(one.map(({ record }) => record.recordId)).toEqual(['r9']);
});

test('once as many went out as may within a day, no other does until then', () => {
  const subject = new Subject();
  subject.try({ kind: 'request', record: 'r1', purposes: ['news'] });
  const last = subject.now;
  after(subject, 'r1', 'confirmation');
  subject.try({ kind: 'wait', minutes: 11 });
  subject.try({ kind: 'request', record: 'r2', purposes: ['events'] });
  const rules = { ...RULES, mailsPerDay: 1 };
  const confirmed = (now: Date): string[] => dueMails(subject.state, rules, now).map(({ record }) => record.recordId);
  expect(confirmed(subject.now)).toEqual([]);
  expect(confirmed(new Date(last.getTime() + 24 * 60 * 60 * 1000 + 1))).toEqual(['r2']);
});

describe('an order', () => {
  const CONFIRMED = '2026-03-01T10:01:00.000Z';
  const ordered = (...purposes: string[]): Tale =>
    new Tale().step('ConsentRequested', '2026-03-01T10:00:00Z', {
      record: 'r1',
      purposes,
      asset: 'paper',
      facts: { confirmBy: '2026-03-08T10:00:00.000Z' },
    });
  const confirmed = (...purposes: string[]): Tale =>
    ordered(...purposes).step('ConsentGiven', CONFIRMED, { record: 'r1', purposes });
  const kinds = ({ entries }: Tale, standing = standingOf(entries), now = new Date('2026-03-09T10:00:00Z')) =>
    dueMails(fold(entries, now), { ...RULES, standing }, now).map(({ kind }) => kind);

  test('is sent once it was confirmed, and a welcome with it, if one follows', () => {
    expect(kinds(ordered(), undefined, new Date('2026-03-01T11:00:00Z'))).toEqual(['confirmation']);
    expect(kinds(ordered())).toEqual([]);
    expect(kinds(confirmed())).toEqual(['asset']);
    expect(kinds(confirmed('news'))).toEqual(['asset', 'welcome']);
    const sent = confirmed('news').step('MailSent', '2026-03-01T10:02:00Z', { record: 'r1', facts: { mail: 'asset' } });
    expect(kinds(sent)).toEqual(['welcome']);
  });

  test('is not sent to an address that takes no mail, nor where it is part of a restriction', () => {
    const clear = standingOf([]);
    expect(kinds(confirmed('news'), { ...clear, undeliverableSince: CONFIRMED })).toEqual([]);
    const restricted = (restrictedSince: string) => kinds(confirmed('news'), { ...clear, restrictedSince });
    expect(restricted('2026-03-01T10:00:59.999Z')).toEqual(['asset', 'welcome']);
    expect(restricted(CONFIRMED)).toEqual([]);
    expect(restricted('2026-03-02T10:00:00.000Z')).toEqual([]);
    const both = { ...clear, restrictedSince: '2026-03-01T10:00:00.000Z', undeliverableSince: CONFIRMED };
    expect(kinds(confirmed(), both)).toEqual([]);
  });
});

test('what others reported has no welcome coming', () => {
  const { entries } = new Tale().step('ConsentRecorded', '2026-03-01T10:00:00Z', { record: 'x1', purposes: ['news'] });
  const now = new Date('2026-03-01T11:00:00Z');
  expect(dueMails(fold(entries, now), RULES, now)).toEqual([]);
});

test('what counts for a day is confirmations alone, and those of a whole day ago no more', () => {
  const dueAfter = (at: string, mail: MailKind): string[] => {
    const { entries } = new Tale()
      .given('2026-03-01T10:00:00Z', 'r1', ['events'])
      .step('MailSent', at, { record: 'r1', facts: { mail } })
      .request('2026-03-02T10:00:00Z', 'r2', ['news']);
    const now = new Date('2026-03-02T10:02:00Z');
    return dueMails(fold(entries, now), { ...RULES, mailsPerDay: 1 }, now).map(({ record }) => record.recordId);
  };
  expect(dueAfter('2026-03-01T10:02:01Z', 'confirmation')).toEqual([]);
  expect(dueAfter('2026-03-01T10:02:00Z', 'confirmation')).toEqual(['r2']);
  expect(dueAfter('2026-03-02T09:59:00Z', 'welcome')).toEqual(['r2']);
});
