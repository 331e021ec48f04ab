import { generateKeyPairSync, sign } from 'node:crypto';
import { isSignedBy } from '../../shared/verify/ed25519';

const MESSAGE = Buffer.from('a message');
const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { key, signature: sign(null, MESSAGE, privateKey) };
};

test('a signature is by the key that made it and over what it was made of, whichever key was asked for before', () => {
  const [one, other] = [pair(), pair()];
  for (const { key, signature } of [one, one, other, one]) {
    expect(isSignedBy(key, MESSAGE, signature)).toBe(true);
    expect(isSignedBy(key, Buffer.from('another'), signature)).toBe(false);
  }
  expect(isSignedBy(one.key, MESSAGE, other.signature)).toBe(false);
  expect(isSignedBy(other.key, MESSAGE, one.signature)).toBe(false);
});

test('what is no key and no signature signs nothing', () => {
  const { key, signature } = pair();
  for (const length of [0, 63]) expect(isSignedBy(key, MESSAGE, signature.subarray(0, length))).toBe(false);
  for (const none of [key.subarray(1), Buffer.alloc(0), Buffer.concat([key, key])])
    expect(isSignedBy(none, MESSAGE, signature)).toBe(false);
  expect(isSignedBy(key, MESSAGE, signature)).toBe(true);
});
