import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { serve, type Service } from '../../local/http';
import { secretsExtension } from '../../local/secrets-extension';
import { checkpointText } from '../../shared/log/checkpoint';
import { signNote, verifierKey } from '../../shared/log/note';
import { openNote } from '../../shared/verify/note';
import { secretsBy } from '../../shared/secret';
import { loadSigners } from '../../shared/signing/signers';

const ORIGIN = 'consent.example.com/log';
const text = checkpointText({ origin: ORIGIN, size: 3, root: Buffer.alloc(32, 5) });
let secrets: Service;

beforeAll(async () => {
  secrets = await serve(secretsExtension({ 'log-key': JSON.stringify({ key: 'g'.repeat(64) }) }));
});
afterAll(() => secrets.close());

const service = mockClient(KMSClient);
afterAll(() => service.restore());

/** No engine here signs as KMS does, so the key is at hand and KMS's side of the calls is made of it. */
function kmsWith(KeySpec = 'ECC_NIST_EDWARDS25519'): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  service.reset();
  service.on(GetPublicKeyCommand).resolves({
    KeySpec: KeySpec as 'ECC_NIST_EDWARDS25519',
    PublicKey: publicKey.export({ format: 'der', type: 'spki' }),
  });
  service.on(SignCommand).callsFake(({ Message, MessageType, SigningAlgorithm }: SignCommand['input']) => {
    if (MessageType !== 'RAW' || SigningAlgorithm !== 'ED25519_SHA_512') throw new Error('KMS takes it otherwise.');
    const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    return { Signature: new Uint8Array(sign(null, Message as Uint8Array, key)) };
  });
}

function load(list: string) {
  const extension = { port: String(secrets.port), token: 'local' };
  const kms = new KMSClient({ region: 'eu-central-1' });
  return loadSigners({ kms, secrets: secretsBy(extension) }, ORIGIN, list);
}

test.each(['kms:arn:aws:kms:eu-central-1:1:key/2', 'secret:log-key', 'kms:one, secret:log-key'])(
  'what %s signs, its verifier keys open',
  async (list) => {
    kmsWith();
    const signers = await load(list);
    const keys = signers.map(verifierKey);
    expect(openNote(await signNote(text, signers), keys)).toEqual({
      text,
      signers: keys,
      cosigners: [],
      forged: [],
      unknown: [],
    });
  },
);

test('a secret gives the same key each time', async () => {
  const [[one], [other]] = await Promise.all([load('secret:log-key'), load('secret:log-key')]);
  expect(verifierKey(one!)).toBe(verifierKey(other!));
});

test('a key of another kind is refused', async () => {
  kmsWith('ECC_NIST_P256');
  await expect(load('kms:one')).rejects.toThrow('Ed25519');
});

test.each(['', 'file:key', 'kms:', 'secret:log-key,'])('the list "%s" is refused', async (list) => {
  kmsWith();
  await expect(load(list)).rejects.toThrow('LOG_SIGNERS');
});

test.each(['no newline', 'a control\u0007character\n', 'a tab\t\n'])('the text "%s" is no note’s', async (wrong) => {
  await expect(signNote(wrong, await load('secret:log-key'))).rejects.toThrow(RangeError);
});
