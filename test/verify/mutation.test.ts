import fc from '../seeded';
import { canonicalJson } from '../../shared/canonical';
import { verifierKey } from '../../shared/log/note';
import type { Report } from '../../shared/verify/report';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { fileOf } from './forge';
import { mutate, mutations, type Json } from './mutations';

const WITNESS = testWitness('witness.example/w1', 21);
const SEEN = '2026-11-24T10:00:00.000Z';
const KEYS = [verifierKey(SIGNER)];
const verify = (file: string | Uint8Array): Report => verifyBundle(file, { keys: KEYS });

let files: string[];
beforeAll(async () => {
  const bundles = [
    await sampleBundle({ others: 5 }),
    await sampleBundle({ others: 20, disclose: ['network', 'mail'], gone: ['mail'], deleted: [1] }),
    await sampleBundle({ others: 5, further: 'ended' }),
    await sampleBundle({ others: 5, further: 'standing', withdrawn: false }),
    await sampleBundle({ others: 5, cosigned: [{ by: WITNESS, stage: 'before-reading', at: SEEN }] }),
  ];
  files = bundles.map(fileOf);
});

/** Whichever number is drawn: none of the files can be forgotten. */
const fileAt = (n: number): string => files[n % files.length] as string;

/**
 * What the file itself says is missing may be missing, as nothing commits to it: archived checkpoints, and parts that
 * are said to be gone.
 */
function withoutOptional(value: Json): string {
  const bundle = structuredClone(value) as {
    log: { anchors: Json };
    entries: { parts: Record<string, { state: string }> }[];
  };
  bundle.log.anchors = [];
  for (const { parts } of bundle.entries) {
    for (const part of Object.values(parts)) if (part.state === 'withheld') part.state = 'gone';
  }
  return canonicalJson(bundle);
}

test('no change of a bundle is good', () => {
  fc.assert(
    fc.property(mutations, (mutation) => {
      const file = fileAt(mutation.file);
      const forged = mutate(file, mutation);
      const { verdict } = verify(JSON.stringify(forged));
      if (verdict !== 'good') return;
      expect(withoutOptional(forged)).toBe(withoutOptional(JSON.parse(file) as Json));
    }),
    { numRuns: 1500 },
  );
});

const edits = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  length: fc.nat({ max: 3 }),
  bytes: fc.uint8Array({ maxLength: 3 }),
});

test('no change of a file’s bytes is good, unless it says the same', () => {
  fc.assert(
    fc.property(edits, ({ file, at, length, bytes }) => {
      const text = fileAt(file);
      const original = Buffer.from(text);
      const place = at % original.length;
      const forged = Buffer.concat([original.subarray(0, place), bytes, original.subarray(place + length)]);
      const { verdict } = verify(forged);
      if (verdict !== 'good') return;
      expect(canonicalJson(JSON.parse(forged.toString()) as object)).toBe(text);
    }),
    { numRuns: 1500 },
  );
});

test('a single bit counts', () => {
  const [text = ''] = files;
  const original = Buffer.from(text);
  const wrong: number[] = [];
  // One byte in seven, from another one on each time, its bits in turn.
  for (let at = Number(process.env['FC_SEED']) % 7; at < original.length; at += 7) {
    const forged = Buffer.from(original);
    forged[at] = (original[at] as number) ^ (1 << (at % 8));
    if (verify(forged).verdict === 'good') wrong.push(at);
  }
  expect(wrong).toEqual([]);
});

test('no bytes at all make it stumble', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string(), fc.json()), (file) => {
      expect(verify(file).verdict).toBe('bad');
    }),
  );
});
