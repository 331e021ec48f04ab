import { readFileSync } from 'node:fs';
import path from 'node:path';
import { leafHash, sha256 } from '../../shared/hash';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../../shared/verify/base64';
import { canonicalJson } from '../../shared/verify/canonical-json';
import { verifyInclusion } from '../../shared/verify/merkle';
import { openNote, parseCheckpoint } from '../../shared/verify/note';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { TOKEN } from '../evidence/sample-bundle';

const DOCS = path.resolve(__dirname, '../../docs');

/** The values that the document gives, by the name behind the fence. */
const values = new Map(
  [...readFileSync(path.join(DOCS, 'evidence-format.md'), 'utf8').matchAll(/^```text (\w+)\n([^`]+)\n```$/gm)].map(
    ([, name = '', value = '']) => [name, value],
  ),
);
const given = (name: string): string => values.get(name) ?? '';

test('what is hashed is canonical', () => {
  for (const name of ['part', 'entry']) expect(canonicalJson(JSON.parse(given(name)))).toBe(given(name));
});

test('the entry commits to its part', () => {
  expect(toBase64Url(sha256(given('part')))).toBe(given('digest'));
  expect(JSON.parse(given('entry'))).toMatchObject({ parts: { network: given('digest') } });
  expect(JSON.parse((JSON.parse(given('part')) as { data: string }).data)).toEqual({
    ip: '203.0.113.7',
    ipSource: 'connection',
  });
});

test('the leaf is of the entry’s hash', () => {
  expect(toBase64Url(sha256(given('entry')))).toBe(given('hash'));
  expect(toBase64(leafHash(fromBase64Url(given('hash')) ?? new Uint8Array()))).toBe(given('leaf'));
});

test('the path leads from the leaf to the root', () => {
  const others = given('path').split('\n');
  expect(others).toEqual(['one', 'two'].map((text) => toBase64(leafHash(sha256(text)))));
  const [leaf, root, ...nodes] = [given('leaf'), given('root'), ...others].map((text) => Buffer.from(text, 'base64'));
  expect(verifyInclusion(leaf!, 1, 3, nodes, root!)).toBe(true);
});

test('the checkpoint is of that root, and signed with the key', () => {
  const note = openNote(`${given('checkpoint')}\n`, [given('key')]);
  expect(note?.signers).toEqual([given('key')]);
  expect(parseCheckpoint(note?.text ?? '')).toEqual({
    origin: 'consent.example.com/log',
    size: 3,
    root: fromBase64(given('root')),
  });
});

test('a mail is matched with its copy by the check value of its link', () => {
  const example = readFileSync(path.join(DOCS, 'evidence-example.json'), 'utf8').replaceAll('=\\r\\n', '');
  expect(toBase64Url(sha256(TOKEN))).toBe(given('check'));
  expect(example).toContain(`/confirm/[sha256 ${given('check')}]`);
  expect(example).not.toContain(TOKEN);
});

test('the example file is good for whoever takes its key, which anybody has, for a log’s; else it is open', () => {
  const file = readFileSync(path.join(DOCS, 'evidence-example.json'));
  expect(verifyBundle(file, { keys: [given('key')] }).verdict).toBe('good');
  expect(verifyBundle(file).verdict).toBe('open');
});
