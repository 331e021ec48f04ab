import { reachesOf } from '../../shared/consent/keep/reach';
import fc from '../seeded';
import { history } from './histories';
import { Tale } from './tale';

const AT = '2026-02-01T10:00:00Z';
const LATER = '2026-03-01T10:00:00Z';

/** Two registrations for news, one of which is for events as well. */
const two = (): Tale =>
  new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).given('2026-01-11T10:00:00Z', 'r2', ['events', 'news']);
/** The records that the last step of a tale reaches. */
const last = ({ entries }: Tale): string[] => [...(reachesOf(entries).at(-1)?.records ?? [])].sort();

test('a sign-up, a confirmation and a mail reach their own record', () => {
  expect(reachesOf(two().entries).map(({ records }) => [...records])).toEqual([['r1'], ['r1'], ['r2'], ['r2']]);
  const mail = two().step('MailSent', AT, { record: 'r1', purposes: ['news'], facts: { mail: 'welcome' } });
  expect(last(mail)).toEqual(['r1']);
});

test('a withdrawal reaches every record in which it ended something, and that by which it came', () => {
  expect(last(two().withdrawn(AT, 'r1', ['news']))).toEqual(['r1', 'r2']);
  expect(last(two().withdrawn(AT, 'r1', ['events']))).toEqual(['r1', 'r2']);
  expect(last(two().step('ConsentWithdrawn', AT, { purposes: ['events'] }))).toEqual(['r2']);
  expect(last(two().step('ConsentWithdrawn', AT, { purposes: ['analysis'] }))).toEqual([]);
});

test('an erasure reaches the sign-ups that can be confirmed no more by it, and nothing else', () => {
  const waits = two().request('2026-01-30T10:00:00Z', 'r3', ['news']);
  expect(last(waits.step('DataErased', AT))).toEqual(['r3']);
  expect(last(two().step('DataErased', AT))).toEqual([]);
});

test.each(['ActivityReported', 'MailBounced'] as const)(
  'what is about the person reaches the records with what it names, or all where it names nothing: %s',
  (type) => {
    expect(last(two().step(type, AT, { purposes: ['events'] }))).toEqual(['r2']);
    expect(last(two().step(type, AT, { purposes: ['news', 'analysis'] }))).toEqual(['r1', 'r2']);
    expect(last(two().step(type, AT))).toEqual(['r1', 'r2']);
    expect(last(two().step(type, AT, { purposes: ['analysis'] }))).toEqual([]);
  },
);

test('a restriction reaches none, unless it stands in place of an erasure', () => {
  expect(last(two().step('ProcessingRestricted', AT))).toEqual([]);
  expect(last(two().step('ProcessingRestricted', AT, { facts: { insteadOf: 'erasure' } }))).toEqual(['r1', 'r2']);
});

test('a step reaches what there was by then', () => {
  const { entries } = two().step('MailBounced', AT).given(LATER, 'r3', ['news']);
  expect([...(reachesOf(entries)[4]?.records ?? [])]).toEqual(['r1', 'r2']);
});

test('whatever happened: each step is told of once and in order, and reaches its own record', () => {
  fc.assert(
    fc.property(history, ({ entries }) => {
      const reaches = reachesOf(entries);
      expect(reaches.map(({ entry }) => entry)).toEqual(entries);
      for (const { entry, records } of reaches) if (entry.recordId) expect(records).toContain(entry.recordId);
    }),
  );
});
