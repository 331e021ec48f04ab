import fc from '../seeded';
import type { PartClass } from '../../shared/ledger/part';
import { formatTlogProof } from '../../shared/log/tlog-proof';
import { isSignedWith, signNote, verifierKey } from '../../shared/log/note';
import { parseTlogProof, verifyTlogProof } from '../../shared/verify/tlog-proof';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER, type SampleOptions } from '../evidence/sample-bundle';
import { claimOf, fileOf, forge } from './forge';
import { STRANGER, STRANGER_KEY } from './stranger';
import { verifyVouched } from './vouched';

const KEY = verifierKey(SIGNER);
const CLASSES: readonly PartClass[] = ['address', 'details', 'network', 'mail', 'reading', 'reason'];

const shapes = fc.record({
  language: fc.constantFrom('de' as const, 'en' as const),
  disclose: fc.subarray([...CLASSES]),
  gone: fc.subarray(CLASSES.filter((name) => name !== 'reading')),
  withdrawn: fc.boolean(),
  further: fc.constantFrom(undefined, 'standing' as const, 'ended' as const),
  moreMails: fc.nat({ max: 40 }),
  others: fc.nat({ max: 300 }),
  deleted: fc.subarray([0, 1, 2, 3]),
}) satisfies fc.Arbitrary<SampleOptions>;

test('whatever a bundle shows, leaves out and lacks, it is good', async () => {
  await fc.assert(
    fc.asyncProperty(shapes, async (shape) => {
      const bundle = await sampleBundle(shape);
      const { verdict, claims } = verifyBundle(fileOf(bundle), { keys: [KEY] });
      expect(claims.flatMap(({ findings }) => findings)).toEqual([]);
      expect(verdict).toBe('good');
    }),
    { numRuns: 60 },
  );
});

test('what is left out, kept no longer or deleted is told', async () => {
  const file = fileOf(await sampleBundle({ disclose: ['network'], gone: ['mail'], deleted: [1] }));
  expect(claimOf('chain', file).notes).toEqual([{ code: 'placesDeleted', numbers: [2] }]);
  expect(claimOf('parts', file).notes).toEqual([
    { code: 'partsWithheld', classes: ['address', 'details'] },
    { code: 'partsGone', classes: ['mail'] },
  ]);
  expect(claimOf('anchors', file).notes).toMatchObject([{ code: 'anchored', covered: 3 }]);
});

test('what was lost is open, and told apart from what went at its end', async () => {
  const bundle = await sampleBundle({ gone: ['network'], missing: ['mail'] });
  expect(bundle.entries[1]?.parts).toEqual({ mail: { state: 'missing' } });
  expect(bundle.entries[0]?.parts['network']).toEqual({ state: 'gone', since: '2026-11-24T00:00:00.000Z' });
  expect(verifyBundle(fileOf(bundle), { keys: [KEY] }).verdict).toBe('open');
  expect(claimOf('parts', fileOf(bundle))).toMatchObject({
    state: 'open',
    findings: bundle.entries
      .filter(({ parts }) => 'mail' in parts)
      .map(({ entry: { seq, type } }) => ({ code: 'partLost', class: 'mail', step: { number: seq + 1, type } })),
    notes: [{ code: 'partsGone', classes: ['network'] }],
  });
});

test('what went cannot have gone after the file was made', async () => {
  const bundle = await sampleBundle({ gone: ['network'], goneSince: '2026-11-25T10:00:00.001Z' });
  expect(claimOf('parts', fileOf(bundle))).toMatchObject({
    state: 'fails',
    findings: Array(3).fill({ code: 'partGoneLater' }),
  });
  const atThatMoment = await sampleBundle({ gone: ['network'], goneSince: '2026-11-25T10:00:00.000Z' });
  expect(claimOf('parts', fileOf(atThatMoment)).state).toBe('holds');
});

test('steps that the log does not have yet are open', async () => {
  const file = fileOf(await sampleBundle({ pending: 2 }));
  expect(verifyBundle(file).verdict).toBe('open');
  expect(claimOf('log', file)).toMatchObject({
    state: 'open',
    findings: [
      { code: 'newerThanCheckpoint', step: { number: 5, type: 'ConsentWithdrawn' } },
      { code: 'newerThanCheckpoint', step: { number: 6, type: 'EvidenceDisclosed' } },
    ],
  });
});

test('without a log all that only it shows is open', async () => {
  const bundle = forge(await sampleBundle(), ({ log, entries }) => {
    Object.assign(log, { checkpoint: null, keys: [], anchors: [] });
    for (const each of entries) each.proof = null;
  });
  const { verdict, claims } = verifyBundle(fileOf(bundle));
  expect(verdict).toBe('open');
  expect(claims.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual(['checkpoint', 'origin', 'log']);
});

test('a sign-up that nobody confirmed', async () => {
  const bundle = await sampleBundle({ withdrawn: false });
  expect(bundle.records[0]?.purposes[0]?.status).toBe('ConsentGiven');
  expect(verifyVouched(fileOf(bundle)).verdict).toBe('good');
});

describe('while keys change', () => {
  test('each of them signs, and either will do', async () => {
    const bundle = await sampleBundle();
    const text = bundle.log.checkpoint!.slice(0, bundle.log.checkpoint!.indexOf('\n\n') + 1);
    const both = await signNote(text, [SIGNER, STRANGER]);
    const signed = forge(bundle, ({ log }) => Object.assign(log, { checkpoint: both, keys: [KEY, STRANGER_KEY] }));
    for (const key of [KEY, STRANGER_KEY]) expect(verifyBundle(fileOf(signed), { keys: [key] }).verdict).toBe('good');
    expect([KEY, STRANGER_KEY].filter((key) => isSignedWith(key, both))).toEqual([KEY, STRANGER_KEY]);
    expect(isSignedWith(STRANGER_KEY, bundle.log.checkpoint!)).toBe(false);
    const unnamed = forge(signed, ({ log }) => log.keys.pop());
    expect(claimOf('checkpoint', fileOf(unnamed)).findings).toMatchObject([{ code: 'signatureUnknown' }]);
  });
});

describe('a checkpoint that was kept', () => {
  test('is the file’s or an anchor’s', async () => {
    const bundle = await sampleBundle();
    for (const kept of [bundle.log.checkpoint!, bundle.log.anchors[0]!.checkpoint]) {
      expect(verifyBundle(fileOf(bundle), { checkpoint: kept }).verdict).toBe('good');
    }
  });

  test('is open at a size that the file says nothing of', async () => {
    const [bundle, longer] = [await sampleBundle(), await sampleBundle({ others: 700 })];
    const kept = claimOf('kept', fileOf(bundle), { checkpoint: longer.log.checkpoint! });
    expect(kept).toMatchObject({ state: 'open', findings: [{ code: 'keptUnrelated' }] });
  });

  test('contradicts at the same size', async () => {
    // The sample's nonces are random, so the same steps make another log.
    const [bundle, forked] = [await sampleBundle(), await sampleBundle()];
    const kept = claimOf('kept', fileOf(bundle), { checkpoint: forked.log.checkpoint! });
    expect(kept).toMatchObject({ state: 'fails', findings: [{ code: 'keptForked' }] });
  });

  test('has to be one', async () => {
    const kept = claimOf('kept', fileOf(await sampleBundle()), { checkpoint: 'nonsense' });
    expect(kept).toMatchObject({ state: 'fails', findings: [{ code: 'checkpointUnreadable' }] });
  });
});

test('a proof of one entry, as a text of its own', async () => {
  const { entries, log } = await sampleBundle();
  const { entry, proof } = entries[2]!;
  const path = proof!.path.map((node) => Buffer.from(node, 'base64'));
  const text = formatTlogProof({ index: proof!.index, path, checkpoint: log.checkpoint! });
  expect(parseTlogProof(text)).toMatchObject({ index: proof!.index, checkpoint: log.checkpoint });
  expect(verifyTlogProof(text, entry.hash, [KEY])).toBe(true);
  expect(verifyTlogProof(text, entries[1]!.entry.hash, [KEY])).toBe(false);
  expect(verifyTlogProof(text, entry.hash, [STRANGER_KEY])).toBe(false);
  expect(verifyTlogProof(text.replace(/index \d+/, 'index 1'), entry.hash, [KEY])).toBe(false);
  expect(verifyTlogProof(text.replace('@v1', '@v2'), entry.hash, [KEY])).toBe(false);
  expect(verifyTlogProof(text.replace('\n\n', '\n'), entry.hash, [KEY])).toBe(false);
});
