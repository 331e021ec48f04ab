import { readTimestamp } from '../../shared/archive/timestamp';
import { verifierKey } from '../../shared/log/note';
import type { Bundle } from '../../shared/evidence/bundle';
import { verifyBundle, verifyTimestamps } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { at, fileOf, forge } from './forge';

/* Which claims a file makes, in which order, and what it is about. */

const KEY = verifierKey(SIGNER);
const WITNESS = testWitness('witness.example/w1', 21);
const ALWAYS = [
  ...['file', 'entries', 'chain', 'head', 'parts', 'address', 'notices', 'summary', 'checkpoint', 'origin', 'log'],
  'anchors',
];
let good: Bundle;
beforeAll(async () => {
  const cosigned = [{ by: WITNESS, stage: 'before-reading', at: '2026-11-24T10:00:00.000Z' }] as const;
  good = await sampleBundle({ others: 9, cosigned });
});
const idsOf = (...of: Parameters<typeof verifyBundle>): string[] => verifyBundle(...of).claims.map(({ id }) => id);
const stamped = (): string => fileOf(forge(good, ({ log }) => (at(log.anchors, 1).timestamp = 'AAAA')));

test('evidence makes twelve claims, and further ones by what the reader has', () => {
  const file = fileOf(good);
  expect(idsOf(file, { keys: [KEY] })).toEqual(ALWAYS);
  expect(verifyBundle(file, { keys: [KEY] })).toMatchObject({ verdict: 'good', about: { steps: good.entries.length } });
  expect(idsOf(file)).toEqual(ALWAYS);
  expect(idsOf(file, { witnesses: [WITNESS.key] })).toEqual([...ALWAYS, 'witnesses']);
  expect(idsOf(file, { checkpoint: good.log.checkpoint ?? '' })).toEqual([...ALWAYS, 'kept']);
  expect(verifyBundle(file, { checkpoint: good.log.checkpoint ?? '' }).verdict).toBe('good');
  expect(idsOf(file, { checkpoint: '' })).toContain('kept');
});

test('who cosigned is unchecked, but for the witnesses that the reader names', () => {
  const notes = (witnesses?: string[]): string[] =>
    verifyBundle(fileOf(good), witnesses ? { witnesses } : {}).claims.flatMap((claim) =>
      claim.notes.map(({ code }) => code),
    );
  expect(notes()).toContain('cosignedUnchecked');
  expect(notes([WITNESS.key])).not.toContain('cosignedUnchecked');
});

test('a timestamp is open until it is looked at, by the number of its checkpoint', async () => {
  const report = verifyBundle(stamped());
  expect(report.claims.at(-1)).toEqual({
    ...{ id: 'timestamps', state: 'open', findings: [{ code: 'timestampUnread', which: 2 }], notes: [] },
  });
  expect(report.claims.map(({ id }) => id)).toEqual([...ALWAYS, 'timestamps']);
  const looked = await verifyTimestamps(stamped(), report, readTimestamp);
  expect(looked.verdict).toBe('bad');
  expect(looked.about).toEqual(report.about);
  expect(looked.claims.map(({ id }) => id)).toEqual([...ALWAYS, 'timestamps']);
  expect(looked.claims.at(-1)?.findings).toEqual([{ code: 'timestampUnreadable', which: 2 }]);
  expect(looked.claims.slice(0, -1)).toEqual(report.claims.slice(0, -1));
});

test('without a timestamp, or with a file that cannot be read, a report stays as it is', async () => {
  const report = verifyBundle(fileOf(good));
  expect(await verifyTimestamps(fileOf(good), report, readTimestamp)).toBe(report);
  const open = verifyBundle(stamped());
  expect(await verifyTimestamps('{', open, readTimestamp)).toBe(open);
});

test('a file without a step says that nothing is recorded, and claims nothing else', () => {
  const { entries: _entries, ...head } = good;
  const log = { origin: good.log.origin, keys: [], witnesses: [], checkpoint: null, anchors: [] };
  const nothing = { ...head, address: null, records: [], entries: [], deleted: [], notices: {}, log };
  const report = verifyBundle(fileOf(nothing));
  expect(report).toMatchObject({ verdict: 'empty', about: { site: 'demo', steps: 0, records: [] } });
  expect(report.claims).toEqual([{ id: 'file', state: 'holds', findings: [], notes: [] }]);
});

test('a file that is none says so alone, and where', () => {
  expect(verifyBundle('{')).toEqual({
    verdict: 'bad',
    claims: [{ id: 'file', state: 'fails', findings: [{ code: 'truncated' }], notes: [] }],
  });
  const misfit = verifyBundle(fileOf({ ...good, site: 1 }));
  expect(misfit.claims).toMatchObject([{ findings: [{ code: 'misfit', place: '/site', expected: 'text' }] }]);
  const twice = verifyBundle(fileOf(good).replace('"site":', '"site":"other","site":'));
  expect(twice.claims).toMatchObject([{ id: 'file', state: 'fails', findings: [{ code: 'keyTwice' }] }]);
});
