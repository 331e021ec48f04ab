import type { Entry, Facts } from '../../shared/consent/entry';
import { journaledOperator } from '../../shared/consent/journaled';
import type { EntryType } from '../../shared/consent/steps';
import { Tale } from './tale';

const by = (actor: Entry['actor'], type: EntryType = 'DataErased', facts: Facts = {}): string | undefined => {
  const [entry] = new Tale().step(type, '2026-01-10T10:00:00Z', { facts }).entries;
  return journaledOperator({ ...entry!, actor });
};
const DESK = { kind: 'operator', id: 'desk' } as const;

test('what an operator did is in the journal under their name', () => {
  expect(by(DESK)).toBe('desk');
  expect(by(DESK, 'ConsentWithdrawn')).toBe('desk');
});

test.each<Entry['actor']>([{ kind: 'subject' }, { kind: 'system' }, { kind: 'backend', id: 'shop' }])(
  'what others did is not: %j',
  (actor) => {
    expect(by(actor)).toBeUndefined();
  },
);

test.each<EntryType>(['ActivityReported', 'MailBounced'])('what operators merely pass on is not: %s', (type) => {
  expect(by(DESK, type)).toBeUndefined();
});

test('an announcement to everybody is not as many acts as it has mails', () => {
  expect(by(DESK, 'MailSent', { mail: 'notice-changed' })).toBeUndefined();
  expect(by(DESK, 'MailSent', { mail: 'confirmation' })).toBe('desk');
});
