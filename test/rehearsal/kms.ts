import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { readBody, sendJson } from '../../local/http';
import { idOf } from './resolve';
import type { Types } from './resources';

const KEY_SPEC = 'ECC_NIST_EDWARDS25519';
const ALGORITHM = 'ED25519_SHA_512';

/** KMS as far as the log needs it: the template's keys for Ed25519 say what they are, and sign. */
export function kmsEndpoint(keys: ReadonlyMap<string, Types['AWS::KMS::Key']>): RequestListener {
  const pairs = new Map(
    [...keys].filter(([, { KeySpec }]) => KeySpec === KEY_SPEC).map(([id]) => [id, generateKeyPairSync('ed25519')]),
  );
  const answer = (action: string, { KeyId, Message }: Asked, { publicKey, privateKey }: Pair): object | undefined => {
    const about = { KeyId, KeySpec: KEY_SPEC, KeyUsage: 'SIGN_VERIFY', SigningAlgorithms: [ALGORITHM] };
    if (action === 'GetPublicKey')
      return { ...about, PublicKey: base64(publicKey.export({ type: 'spki', format: 'der' })) };
    if (action !== 'Sign') return undefined;
    const signature = sign(null, Buffer.from(Message ?? '', 'base64'), privateKey);
    return { KeyId, SigningAlgorithm: ALGORITHM, Signature: base64(signature) };
  };
  return (request, response) => {
    void readBody(request).then((body) => {
      const asked = JSON.parse(body.toString()) as Asked;
      const pair = pairs.get(idOf(asked.KeyId));
      const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      const answered = pair && answer(action, asked, pair);
      sendJson(response, answered ? 200 : 400, answered ?? { __type: 'NotFoundException', message: asked.KeyId });
    });
  };
}

interface Asked {
  readonly KeyId: string;
  readonly Message?: string;
}

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const base64 = (bytes: Buffer): string => bytes.toString('base64');
