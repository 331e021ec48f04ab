import { waiting } from '../../shared/consent/decide/send-again';
import { fold } from '../../shared/consent/fold';
import { Tale } from './tale';

const LIMITS = { mailsPerDay: 3, pauseMs: 10 * 60_000 };
const at = (time: string): string => `2026-06-01T${time}:00Z`;
const asked = (): Tale => new Tale().request(at('10:00'), 'r1', ['news']);
const mailed = (tale: Tale, ...times: readonly string[]): Tale =>
  times.reduce(
    (told, time) => told.step('MailSent', at(time), { record: 'r1', facts: { mail: 'confirmation' } }),
    tale,
  );

function whether({ entries }: Tale, time: string, day = '2026-06-01') {
  const now = new Date(`${day}T${time}:00Z`);
  const found = waiting(fold(entries, now), entries, LIMITS, now);
  return (
    found && { record: found.record.recordId, remaining: found.remaining, nextFrom: found.nextFrom?.toISOString() }
  );
}

test.each<[string, Tale, string]>([
  ['nobody asked', new Tale(), '12:00'],
  ['it was confirmed', new Tale().given(at('10:00'), 'r1', ['news']), '12:00'],
  ['it was taken back', asked().step('ConsentRefused', at('11:00'), { record: 'r1', purposes: ['news'] }), '12:00'],
  ['it is late', asked(), '10:00'],
])('nothing waits where %s', (why, tale, time) => {
  expect(whether(tale, time, why === 'it is late' ? '2026-06-08' : undefined)).toBeUndefined();
});

test('a mail can be sent once more when the pause is over, counted from the last', () => {
  const tale = mailed(asked(), '10:01');
  expect(whether(tale, '10:10')).toEqual({ record: 'r1', remaining: 2, nextFrom: '2026-06-01T10:11:00.000Z' });
  expect(whether(tale, '10:11')).toEqual({ record: 'r1', remaining: 2, nextFrom: undefined });
});

test('a mail that may be on its way counts like one', () => {
  expect(whether(asked(), '10:05')).toMatchObject({ remaining: 3, nextFrom: '2026-06-01T10:10:00.000Z' });
});

test('where there were enough within a day, the next is a day after the first of them', () => {
  const tale = mailed(asked(), '10:01', '11:00', '12:00');
  expect(whether(tale, '13:00')).toEqual({ record: 'r1', remaining: 0, nextFrom: '2026-06-02T10:01:00.000Z' });
  expect(whether(tale, '10:01', '2026-06-02')).toEqual({ record: 'r1', remaining: 1, nextFrom: undefined });
});

test('of several the newest is asked about', () => {
  expect(whether(asked().request(at('11:00'), 'r2', ['events']), '12:00')).toMatchObject({ record: 'r2' });
});

test('mails of another kind neither count nor put it off', () => {
  const tale = asked().step('MailSent', at('10:05'), { record: 'r1', facts: { mail: 'welcome' } });
  expect(whether(tale, '10:10')).toEqual({ record: 'r1', remaining: 3, nextFrom: undefined });
});
