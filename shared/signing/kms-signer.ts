import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { NoteSigner } from '../log/note';

const KEY_BYTES = 32;

/** Signs with an Ed25519 key of AWS KMS, which nobody ever sees. */
export async function kmsSigner(kms: KMSClient, name: string, KeyId: string): Promise<NoteSigner> {
  const { PublicKey, KeySpec } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  if (KeySpec !== 'ECC_NIST_EDWARDS25519' || !PublicKey)
    throw new Error(`A checkpoint's key is Ed25519, not ${KeySpec}.`);
  // SubjectPublicKeyInfo ends with the key itself (RFC 8410, section 4).
  return { name, publicKey: PublicKey.slice(-KEY_BYTES), sign: (text) => sign(kms, KeyId, text) };
}

async function sign(kms: KMSClient, KeyId: string, Message: Uint8Array): Promise<Uint8Array> {
  // RAW, as RFC 8032's Ed25519 takes the message itself; KMS takes up to 4 KB, a checkpoint has some hundred bytes.
  const command = new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' });
  const { Signature } = await kms.send(command);
  if (!Signature) throw new Error('KMS answered without a signature.');
  return Signature;
}
