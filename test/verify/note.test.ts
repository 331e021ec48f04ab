import { createHash } from 'node:crypto';
import { signNote, verifierKey } from '../../shared/log/note';
import { openNote, parseVerifierKey } from '../../shared/verify/note';
import { SIGNER } from '../evidence/sample-bundle';

const KEY = verifierKey(SIGNER);
const [NAME = ''] = KEY.split('+');

/** As https://c2sp.org/signed-note#verifier-keys has it, of whatever bytes. */
function keyOf(publicKey: Uint8Array): string {
  const key = Buffer.concat([Buffer.of(1), publicKey]);
  const id = createHash('sha256').update(`${NAME}\n`).update(key).digest().subarray(0, 4);
  return `${NAME}+${id.toString('hex')}+${key.toString('base64')}`;
}

test('a key of Ed25519 has 32 bytes: one of another length is none, whatever its id', () => {
  expect(parseVerifierKey(keyOf(Buffer.alloc(32, 7)))?.publicKey).toHaveLength(32);
  for (const length of [0, 31, 33, 64]) expect(parseVerifierKey(keyOf(Buffer.alloc(length, 7)))).toBeUndefined();
});

test('what was signed may have empty lines, and ends before the last of them', async () => {
  const text = 'log.example.com\n1\n\nmore\n\n';
  const opened = openNote(await signNote(text, [SIGNER]), [KEY]);
  expect(opened).toMatchObject({ text, signers: [KEY], forged: [] });
});

test('a line of a signature with a key id and nothing else is none, and so is the note', async () => {
  const note = await signNote('text\n', [SIGNER]);
  const withLine = (bytes: number): string => `${note}\u2014 other ${Buffer.alloc(bytes, 1).toString('base64')}\n`;
  for (const bytes of [1, 4]) expect(openNote(withLine(bytes), [KEY])).toBeUndefined();
  // How long a signature is, is for its kind to say.
  expect(openNote(withLine(5), [KEY])).toMatchObject({ signers: [KEY], unknown: ['other'] });
});
