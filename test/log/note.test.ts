import { isSignedWith, signNote, verifierKey } from '../../shared/log/note';
import { seedSigner } from '../../shared/log/seed-signer';
import { openNote } from '../../shared/verify/note';

const ONE = seedSigner('consent.example.com/log', Buffer.alloc(32, 1));
const OTHER = seedSigner('consent.example.com/log', Buffer.alloc(32, 2));
const ELSEWHERE = seedSigner('other.example.com/log', Buffer.alloc(32, 1));

// RFC 8032, section 7.1, test 1, has the public key of this seed.
const SEED = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

test('a key is named, and has its id and its kind, as the specification has it', () => {
  const signer = seedSigner('example.com/log', SEED);
  expect(Buffer.from(signer.publicKey).toString('hex')).toBe(PUBLIC);
  const [, base64 = ''] = /^example\.com\/log\+[0-9a-f]{8}\+(.*)$/.exec(verifierKey(signer)) ?? [];
  expect(Buffer.from(base64, 'base64').toString('hex')).toBe(`01${PUBLIC}`);
});

test('a note is its text, an empty line, and a line for each signer', async () => {
  const note = await signNote('one\n\ntwo\n', [ONE, ELSEWHERE]);
  expect(note).toMatch(
    /^one\n\ntwo\n\n\u2014 consent\.example\.com\/log [\w+/]{90}[\w+/=]{2}\n\u2014 other\.example\.com\/log [\w+/]{90}[\w+/=]{2}\n$/,
  );
});

test('the verifier opens what was signed with a key that it knows, and with no other', async () => {
  const note = await signNote('one\n2\nthree\n', [ONE]);
  const opened = (key: string) => openNote(note, [key], [])?.signers;
  expect(opened(verifierKey(ONE))).toEqual([verifierKey(ONE)]);
  for (const other of [OTHER, ELSEWHERE]) expect(opened(verifierKey(other)) ?? []).toEqual([]);
});

test('whose line a note has is told by name and id', async () => {
  const note = await signNote('one\n', [ONE, ELSEWHERE]);
  expect([ONE, ELSEWHERE, OTHER].map((signer) => isSignedWith(verifierKey(signer), note))).toEqual([true, true, false]);
  expect(isSignedWith(verifierKey(ONE), await signNote('one\n', []))).toBe(false);
  expect(isSignedWith(verifierKey(ONE), `${note.split('\n')[2]!.replace('\u2014 ', '- ')}\n`)).toBe(false);
  expect(isSignedWith(`${verifierKey(ONE).replace('/log', '/lo')}`, note)).toBe(false);
});

test.each(['', 'one', 'one\r\n', '\tone\n', 'one\u0000\n', 'one\u001f\n', 'o\u000bne\n', 'one\u0009\n'])(
  'the text %j cannot be a note’s',
  async (text) => {
    await expect(signNote(text, [ONE])).rejects.toThrow(RangeError);
  },
);

test.each(['\n', 'one\n', 'ö \u2014 x\n', 'a\nb\n'])('the text %j can', async (text) => {
  expect(await signNote(text, [])).toBe(`${text}\n`);
});
