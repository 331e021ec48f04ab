import { fold } from '../../shared/consent/fold';
import { identityOf } from '../../shared/consent/identity';
import { membershipsOf } from '../../shared/consent/membership';
import { review } from '../../shared/consent/keep/inactivity';
import type { Site } from '../../shared/policy/schema';
import { Tale } from './tale';

/*
 * Who a person is, and how they stand with a purpose: what they confirmed here and what was rectified counts, and neither what
 * anybody typed into a form nor what others report changes it.
 */

const NEWS = [{ id: 'news' }] as unknown as Site['purposes'];
const NOW = new Date('2026-06-01T00:00:00Z');
const known = () => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
const member = ({ entries }: Tale) => membershipsOf(entries, fold(entries, NOW), NEWS)[0];

test('a stranger who signs somebody up does not say who they are', () => {
  expect(identityOf(known().request('2026-02-01T10:00:00Z', 'r2', ['events']).entries)).toBe('identity-of-0');
});

test('nor where nothing else is known', () => {
  expect(identityOf(new Tale().request('2026-02-01T10:00:00Z', 'r1', ['news']).entries)).toBeUndefined();
});

test('once it is confirmed, a sign-up does', () => {
  expect(identityOf(known().given('2026-02-01T10:00:00Z', 'r2', ['events']).entries)).toBe('identity-of-2');
});

/** An old export, imported after the name was rectified. */
const imported = () =>
  known()
    .step('IdentityRectified', '2026-02-01T10:00:00Z', { record: 'r1', parts: ['identity'] })
    .step('ConsentRecorded', '2026-03-01T10:00:00Z', { record: 'x1', purposes: ['news'], parts: ['identity'] });

test('an import after a rectification changes neither the name nor since when', () => {
  expect(identityOf(imported().entries)).toBe('identity-of-2');
  const since = '2026-01-10T10:01:00.000Z';
  expect(member(imported())).toMatchObject({ recordId: 'r1', identity: 'identity-of-2', since, active: true });
});

test('what others report counts where there is nothing better', () => {
  const tale = new Tale().step('ConsentRecorded', '2026-03-01T10:00:00Z', {
    record: 'x1',
    purposes: ['news'],
    parts: ['identity'],
  });
  expect(identityOf(tale.entries)).toBe('identity-of-0');
  expect(member(tale)).toMatchObject({ recordId: 'x1', identity: 'identity-of-0', active: true });
});

describe('somebody who was asked whether to go on', () => {
  const rule = { askAfter: 'P1M', answerWithin: 'P14D', addressAfter: 'P1D' };
  const asked = () =>
    known().step('MailSent', '2026-03-01T10:00:00Z', { record: 'r1', facts: { mail: 'still-interested' } });
  const due = ({ entries }: Tale) => review(entries, rule, new Date('2026-03-16T10:00:00Z'))?.due;

  test('has until the end of a sign-up that was made in time', () => {
    expect(due(asked().request('2026-03-14T10:00:00Z', 'r2', ['news']))).toBeUndefined();
  });

  test('is not kept by sign-ups that anybody makes after that', () => {
    expect(due(asked().request('2026-03-15T12:00:00Z', 'r2', ['news']))).toBe('lapse');
  });
});
