import fc from '../seeded';
import { sha256 } from '../../shared/hash';
import { addCheckpointBody, readAnswer } from '../../shared/log/add-checkpoint';
import { signNote } from '../../shared/log/note';
import { checkpointText } from '../../shared/log/checkpoint';
import { seedSigner } from '../../shared/log/seed-signer';
import { sequence } from '../../shared/log/sequencer';
import { submit } from '../../shared/log/submit';
import {
  cosignedCheckpoints,
  findCosignature,
  parseWitnessKey,
  textOf,
  withCosignatures,
} from '../../shared/log/witness';
import { openNote, parseWitnessKey as verifiersKey } from '../../shared/verify/note';
import { MemoryLog } from './memory-log';
import { testWitness } from './witness-key';

const ORIGIN = 'consent.example.com/log';
const signers = [seedSigner(ORIGIN, Buffer.alloc(32, 7))];
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const seconds = fc.integer({ min: 0, max: 4_102_444_800 });
const KEY = testWitness('witness.example/w1', 21);

const noteOf = (size: number, root: Uint8Array): Promise<string> =>
  signNote(checkpointText({ origin: ORIGIN, size, root }), signers);

test('the key of the specification’s kind is read by both sides, and by neither with anything changed', () => {
  const { key } = KEY;
  expect(parseWitnessKey(key)?.name).toBe('witness.example/w1');
  fc.assert(
    fc.property(fc.nat({ max: key.length - 1 }), fc.constantFrom('A', 'b', '0', '+', ' ', ''), (at, other) => {
      const changed = key.slice(0, at) + other + key.slice(at + 1);
      const [ours, theirs] = [parseWitnessKey(changed), verifiersKey(changed)];
      expect(ours?.name).toBe(theirs?.name);
      if (changed !== key) expect(ours).toBeUndefined();
    }),
  );
});

test.each([
  ['something before it', `x ${KEY.key}`],
  ['a letter more', `${KEY.key}A`],
  ['a line’s end', `${KEY.key}\n`],
  ['a line before it', `x\n${KEY.key}`],
  ['nothing', ''],
])('a key with %s is none', (_, key) => {
  expect(parseWitnessKey(key)).toBeUndefined();
});

test('a key of another kind is none, although its id is right', () => {
  const { name, publicKey } = parseWitnessKey(KEY.key)!;
  const named = (type: number): string => {
    const bytes = Buffer.concat([Buffer.of(type), publicKey]);
    const id = Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), bytes]))).toString('hex', 0, 4);
    return `${name}+${id}+${bytes.toString('base64')}`;
  };
  expect(named(4)).toBe(KEY.key);
  expect(parseWitnessKey(named(1))).toBeUndefined();
});

test('a line counts by its name, its id and nothing around it', async () => {
  const note = await noteOf(1, new Uint8Array(32));
  const line = KEY.cosign(note, new Date(0));
  const found = (lines: string) => findCosignature(lines, textOf(note), parseWitnessKey(KEY.key)!);
  expect(found(line)).toBeDefined();
  const [, signature = ''] = / ([\w+/=]+)\n$/.exec(line) ?? [];
  const bytes = Buffer.from(signature, 'base64');
  bytes[0]! ^= 1;
  for (const other of [
    line.replace(KEY.name, 'witness.example/w2'),
    line.replace(signature, bytes.toString('base64')),
    `x${line}`,
    line.replace('\n', ' x\n'),
    line.replace('\n', '.\n'),
    '\n',
  ]) {
    expect([other, found(other)]).toEqual([other, undefined]);
  }
});

test('the last moment of the year 9999 is one, and the next is none', async () => {
  const note = await noteOf(1, new Uint8Array(32));
  const last = Date.parse('9999-12-31T23:59:59Z');
  const found = (at: number) =>
    findCosignature(KEY.cosign(note, new Date(at)), textOf(note), parseWitnessKey(KEY.key)!);
  expect(found(last)?.at).toEqual(new Date(last));
  expect(found(last + 1000)).toBeUndefined();
});

test('a cosignature is found among other lines, and the verifier reads the same time from it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), hash, seconds, fc.nat({ max: 3 }), async (size, root, at, others) => {
      const note = await noteOf(size, root);
      const line = KEY.cosign(note, new Date(at * 1000));
      const strangers = Array.from({ length: others }, (_, n) =>
        testWitness(KEY.name, n + 1).cosign(note, new Date(0)),
      );
      const found = findCosignature(`${strangers.join('')}${line}`, textOf(note), parseWitnessKey(KEY.key)!);
      expect(found).toEqual({ line, at: new Date(at * 1000) });
      expect(openNote(note + line, [], [KEY.key])?.cosigners).toEqual([
        { key: KEY.key, at: new Date(at * 1000).toISOString() },
      ]);
      expect(findCosignature(strangers.join(''), textOf(note), parseWitnessKey(KEY.key)!)).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('a cosignature that is too short, or beyond all calendars, is none', async () => {
  const note = await noteOf(1, new Uint8Array(32));
  const witness = parseWitnessKey(KEY.key)!;
  const short = Buffer.concat([witness.id, Buffer.alloc(4)]).toString('base64');
  expect(findCosignature(`\u2014 ${KEY.name} ${short}\n`, textOf(note), witness)).toBeUndefined();
  const never = KEY.cosign(note, { getTime: () => 1e18 } as Date);
  expect(findCosignature(never, textOf(note), witness)).toBeUndefined();
});

test('a cosignature is for the text that was cosigned, and for no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), hash, fc.nat({ max: 200 }), async (size, root, bit) => {
      const note = await noteOf(size, root);
      const line = KEY.cosign(note, new Date(0));
      const text = Buffer.from(textOf(note));
      const at = bit % (text.length - 1);
      text[at] = text[at]! ^ 1;
      expect(findCosignature(line, text.toString(), parseWitnessKey(KEY.key)!)).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('cosignatures go below the checkpoint that they are for', async () => {
  const [small, large] = [await noteOf(3, Buffer.alloc(32, 1)), await noteOf(9, Buffer.alloc(32, 2))];
  const state = (n: number, size: number, note: string) => {
    const by = testWitness(`witness.example/w${n}`, n);
    return { key: by.key, cosigned: { size, note, cosignature: by.cosign(note, new Date(0)), at: '' } };
  };
  const witnesses = [state(1, 9, large), state(2, 3, small), state(3, 9, large), { key: 'none' }];
  const cosigners = (note: string) =>
    openNote(
      note,
      [],
      witnesses.map(({ key }) => key),
    )?.cosigners.map(({ key }) => key);
  expect(cosigners(withCosignatures({ size: 9, note: large }, witnesses).note)).toEqual([
    witnesses[0]!.key,
    witnesses[2]!.key,
  ]);
  const lines = [1, 3].map((n) => testWitness(`witness.example/w${n}`, n).cosign(large, new Date(0)));
  expect(withCosignatures({ size: 9, note: large }, witnesses).note).toBe(large + lines.join(''));
  const all = cosignedCheckpoints(witnesses);
  expect(all.map(({ size }) => size)).toEqual([3, 9]);
  expect(cosigners(all[0]!.note)).toEqual([witnesses[1]!.key]);
});

test('a request has the lines of the specification', () => {
  const body = addCheckpointBody(7, [Buffer.alloc(32), Buffer.alloc(32, 255)], 'note\n');
  expect(body).toBe(
    'old 7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n//////////////////////////////////////////8=\n\nnote\n',
  );
  expect(addCheckpointBody(0, [], 'note\n')).toBe('old 0\n\nnote\n');
});

test('no answer makes it stumble, and only 200 with a cosignature counts as one', async () => {
  const store = new MemoryLog();
  await sequence(['A'.repeat(43)], { store, origin: ORIGIN, signers });
  const checkpoint = store.checkpoint!;
  const witness = parseWitnessKey(KEY.key)!;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 100, max: 599 }),
      fc.oneof(fc.string(), fc.nat().map(String)),
      async (status, body) => {
        expect(readAnswer(status, body).kind).toBeDefined();
        const post = async () => ({ status, body });
        const submitted = await submit({ witness, from: 0, checkpoint, now: new Date() }, { log: store, post });
        expect(submitted === 'overtaken' || 'problem' in submitted).toBe(true);
      },
    ),
  );
});
