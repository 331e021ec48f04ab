import fc from '../seeded';
import { canonicalJson } from '../../shared/canonical';
import { verifierKey } from '../../shared/log/note';
import type { Report } from '../../shared/verify/report';
import { verifyBundle } from '../../shared/verify/verify';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { fileOf } from './forge';

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
type Container = Json[] | { [member: string]: Json };

const KEYS = [verifierKey(SIGNER)];
const verify = (file: string | Uint8Array): Report => verifyBundle(file, { keys: KEYS });

let files: string[];
beforeAll(async () => {
  const bundles = [
    await sampleBundle({ others: 5 }),
    await sampleBundle({ others: 20, disclose: ['network', 'mail'], gone: ['mail'], deleted: [1] }),
    await sampleBundle({ others: 5, further: 'ended' }),
    await sampleBundle({ others: 5, further: 'standing', withdrawn: false }),
  ];
  files = bundles.map(fileOf);
});

/** Whichever number is drawn: none of the files can be forgotten. */
const fileAt = (n: number): string => files[n % files.length] as string;

/** Every place of a value that has something in it. */
function containers(value: Json): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

interface Mutation {
  readonly file: number;
  readonly place: number;
  readonly member: number;
  readonly other: number;
  readonly how: 'replace' | 'remove' | 'add' | 'swap' | 'double' | 'nudge';
  readonly value: Json;
}

const mutations: fc.Arbitrary<Mutation> = fc.record({
  file: fc.nat(),
  place: fc.nat(),
  member: fc.nat(),
  other: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'swap', 'double', 'nudge'),
  value: fc.oneof(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>, fc.constantFrom('gone', 'de', '', 0, 1, null)),
});

function mutate(json: string, { place, member, other, how, value }: Mutation): Json {
  const root = JSON.parse(json) as Json;
  const all = containers(root);
  const container = all[place % all.length] as Container;
  const keys = Object.keys(container);
  const key = keys[member % keys.length] ?? '0';
  const target = container as Record<string, Json>;
  if (how === 'replace') target[key] = value;
  else if (how === 'nudge') target[key] = nudged(target[key] ?? null, other);
  else if (how === 'swap') swap(target, key, keys[other % keys.length] ?? key);
  else if (!Array.isArray(container)) (how === 'remove' ? remove : add)(target, key, value);
  else
    container.splice(
      Number(key),
      how === 'remove' ? 1 : 0,
      ...(how === 'remove' ? [] : [container[Number(key)] ?? value]),
    );
  return root;
}

/** The smallest change of a value that there is. */
function nudged(value: Json, n: number): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string' || value === '') return value === null ? '' : null;
  const at = n % value.length;
  return value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ 1) + value.slice(at + 1);
}

function swap(target: Record<string, Json>, one: string, other: string): void {
  [target[one], target[other]] = [target[other] ?? null, target[one] ?? null];
}

const remove = (target: Record<string, Json>, key: string): boolean => delete target[key];
const add = (target: Record<string, Json>, key: string, value: Json): Json => (target[`${key}2`] = value);

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
