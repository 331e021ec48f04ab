import type { Step } from '../../shared/consent/entry';
import { noticeHash, purposeNotice } from '../../shared/policy/notices';
import { findPurpose, findSite } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';
import { sampleBundle } from '../evidence/sample-bundle';
import { at, claimOf, faults, fileOf, forge } from './forge';
import { verifyVouched } from './vouched';

/*
 * Entries that a later version wrote, in ways of which this one has no idea. Whoever reads them has the old verifier at hand,
 * and must not be told that the file was altered.
 */

const site = findSite(sites, 'demo')!;
const notice = noticeHash(purposeNotice(site, findPurpose(site, 'analysis')!, 'de'));
const said = { site: 'demo', at: '2026-11-10T10:00:00.000Z', actor: { kind: 'system' }, purposes: [], facts: {} };
const fileWith = async (step: object): Promise<string> =>
  fileOf(
    await sampleBundle({
      others: 9,
      besides: [{ step: step as Step, parts: { reason: { reason: 'wants to wait' } } }],
    }),
  );

test.each<[string, object]>([
  ['of a new type', { ...said, type: 'ConsentPaused' }],
  ['with members that there are not yet', { ...said, type: 'ConsentPaused', until: '2027', pause: [{ a: { b: 1 } }] }],
  ['without an actor, purposes and facts', { site: 'demo', at: said.at, type: 'ConsentPaused' }],
  ['with purposes in another way', { ...said, type: 'ConsentPaused', purposes: { analysis: { noticeHash: notice } } }],
  [
    'with a purpose by its wording alone',
    { ...said, type: 'ConsentPaused', purposes: [{ noticeHash: notice }, 'all'] },
  ],
  ['with facts in another way', { ...said, type: 'ConsentPaused', facts: ['address', null] }],
  ['with a record of several', { ...said, type: 'ConsentPaused', recordId: ['a', 'b'] }],
  ['with an asset in another way', { ...said, type: 'ConsentPaused', asset: 'whitepaper' }],
  ['of a type that is known, in a later form', { ...said, type: 'ConsentWithdrawn', v: 2, purposes: 'all' }],
  ['with a later form of a beginning', { ...said, type: 'ConsentRequested', v: 2, facts: null }],
])('an entry %s is open, and changes nothing else', async (_, step) => {
  const { verdict, claims } = verifyVouched(await fileWith(step));
  expect(claims.filter(({ state }) => state === 'fails')).toEqual([]);
  expect(claims.find(({ id }) => id === 'entries')?.findings).toEqual([
    expect.objectContaining({ code: 'typeUnknown', step: expect.objectContaining({ number: 5 }) as unknown }),
  ]);
  expect(verdict).toBe('open');
});

test('it is checked as far as that goes: its hash, its place, its parts', async () => {
  const file = JSON.parse(await fileWith({ ...said, type: 'ConsentPaused', until: '2027' })) as Awaited<
    ReturnType<typeof sampleBundle>
  >;
  const faultsOf = (change: Parameters<typeof forge>[1]): string[] => faults(fileOf(forge(file, change)));
  expect(faultsOf(({ entries }) => Object.assign(at(entries, 4).entry, { until: '2028' }))).toContain(
    'entries: entryChanged, typeUnknown',
  );
  expect(faultsOf(({ entries }) => entries.splice(4, 1))).toContain('chain: stepsMissing');
  expect(faultsOf(({ entries }) => (at(entries, 4).parts = {}))).toEqual(['parts: partMissing']);
  expect(faultsOf(({ entries }) => Object.assign(at(entries, 4).parts['reason']!, { data: { reason: '' } }))).toEqual([
    'parts: partChanged',
  ]);
});

test.each<[string, (entry: Record<string, unknown>) => unknown, string]>([
  ['a place', (entry) => delete entry['seq'], '/entries/4/entry/seq'],
  ['a hash', (entry) => delete entry['hash'], '/entries/4/entry/hash'],
  ['a time', (entry) => (entry['at'] = 'tomorrow'), '/entries/4/entry/at'],
  ['a version', (entry) => delete entry['v'], '/entries/4/entry/v'],
])('without %s it is no entry', async (_, change, place) => {
  const file = JSON.parse(await fileWith({ ...said, type: 'ConsentPaused' })) as Awaited<
    ReturnType<typeof sampleBundle>
  >;
  const forged = forge(file, ({ entries }) => void change(at(entries, 4).entry));
  expect(claimOf('file', fileOf(forged)).findings).toMatchObject([{ code: 'misfit', place }]);
});

test('nor is it one that nests without end', async () => {
  const file = (await fileWith({ ...said, type: 'ConsentPaused', until: '2027' })).replace(
    '"until":"2027"',
    `"until":${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  );
  expect(claimOf('file', file).findings).toMatchObject([{ code: 'misfit', expected: 'shallow' }]);
});
