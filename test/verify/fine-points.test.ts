import { asDigest } from '../ids';
import { canonicalHash } from '../../shared/canonical';
import type { Step } from '../../shared/consent/entry';
import { signNote, verifierKey } from '../../shared/log/note';
import { formatTlogProof } from '../../shared/log/tlog-proof';
import type { Reading } from '../../shared/ledger/part';
import { openNote } from '../../shared/verify/note';
import { verifyTlogProof } from '../../shared/verify/tlog-proof';
import { asRecord } from '../ids';
import { EMAIL, saltOf } from '../evidence/sample-address';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { at, claimOf, faults, fileOf, forge } from './forge';
import { STRANGER, STRANGER_KEY } from './stranger';
import { verifyVouched } from './vouched';

/*
 * What hangs on a single line of the verifier.
 */

const KEY = verifierKey(SIGNER);
const WITNESS = testWitness('witness.example/w1', 21);

test('an earlier reading may be left out of a file, and the last may not', async () => {
  const reading: Step = {
    type: 'EvidenceDisclosed',
    site: 'demo',
    at: '2026-11-10T10:00:00.000Z',
    actor: { kind: 'operator', id: 'compliance-desk' },
    purposes: [],
    facts: {},
  };
  const said = { reason: 'an earlier one', disclose: [], gone: {}, missing: [] } as unknown;
  const parts = { reading: said as Reading };
  const bundle = await sampleBundle({ others: 9, disclose: ['mail'], besides: [{ step: reading, parts }] });
  expect(verifyVouched(fileOf(bundle)).verdict).toBe('good');
});

test('a step of a later version that begins a record commits to the address, and that is checked', async () => {
  const recordId = asRecord('BAQEBAQEBAQEBAQEBAQEBA');
  const fileWith = async (address: string): Promise<string> => {
    const digest = asDigest(canonicalHash({ address, salt: saltOf(recordId) }));
    const said = { site: 'demo', at: '2026-11-10T10:00:00.000Z', actor: { kind: 'system' }, purposes: [] };
    const step = { ...said, type: 'ConsentForeseen', recordId, facts: { address: digest } };
    return fileOf(await sampleBundle({ others: 9, besides: [{ step: step as unknown as Step, parts: {} }] }));
  };
  expect(claimOf('address', await fileWith(EMAIL))).toMatchObject({ state: 'holds', findings: [] });
  expect(claimOf('address', await fileWith('other@example.org')).findings).toMatchObject([{ code: 'addressOther' }]);
});

test('the wording of an order has to be there, like those of purposes', async () => {
  const bundle = await sampleBundle({ others: 9 });
  const order = bundle.entries.find(({ entry }) => entry.asset)!.entry.asset!.noticeHash;
  expect(faults(fileOf(forge(bundle, ({ notices }) => delete notices[order])))).toEqual(['notices: noticeMissing']);
});

test('an archived checkpoint covers what lies below its size, and not what comes next', async () => {
  // Nobody else is in this log, so the step after the archived ones has their number.
  const { notes } = claimOf('anchors', fileOf(await sampleBundle({ others: 0 })));
  expect(notes).toMatchObject([{ code: 'anchored', size: 3, covered: 3 }]);
});

test('of two states of one size, a kept checkpoint that is one of them holds nothing', async () => {
  const [bundle, other] = [await sampleBundle({ others: 9 }), await sampleBundle({ others: 9 })];
  const both = forge(bundle, ({ log }) => {
    log.anchors.push({ ...at(log.anchors, 0), checkpoint: other.log.checkpoint! });
  });
  expect(claimOf('kept', fileOf(both), { checkpoint: bundle.log.checkpoint! }).findings).toMatchObject([
    { code: 'keptForked' },
  ]);
});

test('a witness that cosigned several states saw the newest of them', async () => {
  const cosigned = [{ by: WITNESS, stage: 'before-reading', at: '2026-11-24T10:00:00.000Z' }] as const;
  const file = forge(await sampleBundle({ others: 30, cosigned }), ({ log }) => {
    const early = at(log.anchors, 0);
    early.checkpoint += WITNESS.cosign(early.checkpoint, new Date('2026-11-03T10:00:00.000Z'));
  });
  expect(claimOf('witnesses', fileOf(file), { witnesses: [WITNESS.key] })).toMatchObject({
    state: 'holds',
    notes: [{ code: 'cosigned', covered: 5 }],
  });
});

test('what a witness cosigned at the size of the file is its checkpoint, and no anchor besides', async () => {
  const cosigned = [{ by: WITNESS, stage: 'newest', at: '2026-11-25T10:00:01.000Z' }] as const;
  const { log } = await sampleBundle({ others: 30, cosigned });
  expect(log.checkpoint).toContain(WITNESS.name);
  const sizes = [log.checkpoint, ...log.anchors.map(({ checkpoint }) => checkpoint)].map(
    (note) => note?.split('\n')[1],
  );
  expect(new Set(sizes).size).toBe(sizes.length);
});

test('a note has at most a hundred signatures, so that nobody is kept busy', async () => {
  const note = await signNote('text\n', [SIGNER]);
  const [line = ''] = /— .*\n$/.exec(note) ?? [];
  expect(openNote(note + line.repeat(99), [KEY])?.signers).toHaveLength(100);
  expect(openNote(note + line.repeat(100), [KEY])).toBeUndefined();
});

test('a proof of one entry is none with a forged signature beside the good one', async () => {
  const { entries, log } = await sampleBundle({ others: 9 });
  const { entry, proof } = entries[2]!;
  const path = proof!.path.map((node) => Buffer.from(node, 'base64'));
  const [line = ''] = /— .*\n$/.exec(await signNote('something else\n', [STRANGER])) ?? [];
  const proofWith = (checkpoint: string) => formatTlogProof({ index: proof!.index, path, checkpoint });
  const keys = [KEY, STRANGER_KEY];
  expect(verifyTlogProof(proofWith(log.checkpoint!), entry.hash, keys)).toBe(true);
  expect(verifyTlogProof(proofWith(log.checkpoint! + line), entry.hash, keys)).toBe(false);
});
