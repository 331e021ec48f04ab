import { signNote, verifierKey } from '../../shared/log/note';
import { formatTlogProof } from '../../shared/log/tlog-proof';
import { toBase64Url } from '../../shared/verify/base64';
import { parseTlogProof, verifyTlogProof } from '../../shared/verify/tlog-proof';
import { SIGNER } from '../evidence/sample-bundle';
import { naiveLeaf, naivePath, naiveRoot } from '../log/naive-tree';
import { STRANGER_KEY } from './stranger';

const KEY = verifierKey(SIGNER);
/** Hashes of entries; the log's leaves are their hashes in turn. */
const ENTRIES = Array.from({ length: 7 }, (_, n) => naiveLeaf(Buffer.of(n)));
const LEAVES = ENTRIES.map(naiveLeaf);
const INDEX = 4;
const PATH = naivePath(INDEX, LEAVES);
const HASH = toBase64Url(ENTRIES[INDEX] ?? Buffer.of());

let checkpoint: string;
let proof: string;
beforeAll(async () => {
  checkpoint = await signNote(`log.example\n7\n${naiveRoot(LEAVES).toString('base64')}\n`, [SIGNER]);
  proof = formatTlogProof({ index: INDEX, path: PATH, checkpoint });
});

test('a proof has the place of an entry, the way to the root, and a checkpoint', () => {
  const read = parseTlogProof(proof);
  expect(read).toMatchObject({ index: INDEX, checkpoint });
  expect(read?.path.map((hash) => Buffer.from(hash))).toEqual(PATH);
  expect(parseTlogProof(proof.replace('index', 'extra AAAA\nindex'))).toEqual(read);
  expect(parseTlogProof(proof.replace('index 4', 'index 1204'))?.index).toBe(1204);
  expect(parseTlogProof(formatTlogProof({ index: 0, path: [], checkpoint }))).toEqual({
    index: 0,
    path: [],
    checkpoint,
  });
});

test.each<[string, (text: string) => string]>([
  ['another version', (text) => text.replace('@v1', '@v2')],
  ['something before it', (text) => `x${text}`],
  ['no index', (text) => text.replace('index 4\n', '')],
  ['an index without a number', (text) => text.replace('index 4', 'index ')],
  ['an index with a zero before it', (text) => text.replace('index 4', 'index 04')],
  ['an index of more than digits', (text) => text.replace('index 4', 'index 4.0')],
  ['an index below zero', (text) => text.replace('index 4', 'index -4')],
  ['another word for the index', (text) => text.replace('index', 'xindex')],
  ['extra lines without end', (text) => text.replace('index', 'extra A\nextra B\nindex')],
  ['an extra line behind its index', (text) => text.replace('index 4', 'index 4\nextra A')],
  ['a hash that is too short', (text) => text.replace('index 4\n', 'index 4\nAAAA\n')],
  ['a hash that is none', (text) => text.replace('index 4\n', 'index 4\nnone\u00e9\n')],
  ['nothing but its head', (text) => text.replace(/\n[^]*?\n\n/, '\n\n')],
  ['nothing behind it', (text) => text.slice(0, text.indexOf('\n\n') + 1)],
  ['its lines on one', (text) => text.replaceAll('\n', ' ')],
])('with %s it is none', (_what, change) => {
  const text = change(proof);
  expect(text).not.toBe(proof);
  expect(parseTlogProof(text)).toBeUndefined();
  expect(verifyTlogProof(text, HASH, [KEY])).toBe(false);
});

test('it proves one entry, for whoever knows the key of the log', () => {
  expect(verifyTlogProof(proof, HASH, [KEY])).toBe(true);
  expect(verifyTlogProof(proof, HASH, [STRANGER_KEY, KEY])).toBe(true);
  expect(verifyTlogProof(proof, HASH, [STRANGER_KEY])).toBe(false);
  expect(verifyTlogProof(proof, HASH, [])).toBe(false);
  expect(verifyTlogProof(proof, toBase64Url(ENTRIES[INDEX + 1] ?? Buffer.of()), [KEY])).toBe(false);
  expect(verifyTlogProof(proof, `${HASH}=`, [KEY])).toBe(false);
  expect(verifyTlogProof(proof.replace('index 4', 'index 5'), HASH, [KEY])).toBe(false);
});

test('it proves nothing where what is signed is no checkpoint, or another one', async () => {
  const withNote = (note: string): string => formatTlogProof({ index: INDEX, path: PATH, checkpoint: note });
  expect(verifyTlogProof(withNote(checkpoint), HASH, [KEY])).toBe(true);
  for (const text of ['log.example\n7\n', `log.example\n7\n${naiveRoot(LEAVES.slice(1)).toString('base64')}\n`]) {
    expect(verifyTlogProof(withNote(await signNote(text, [SIGNER])), HASH, [KEY])).toBe(false);
  }
  for (const note of ['', 'log.example\n7\n', checkpoint.replace('\n7\n', '\n8\n')]) {
    expect(verifyTlogProof(withNote(note), HASH, [KEY])).toBe(false);
  }
});
