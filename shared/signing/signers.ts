import type { KMSClient } from '@aws-sdk/client-kms';
import { createHash } from 'node:crypto';
import type { NoteSigner } from '../log/note';
import { seedSigner } from '../log/seed-signer';
import type { Secret, Secrets } from '../secret';
import { kmsSigner } from './kms-signer';

/** Where keys are. */
export interface KeyPlaces {
  readonly kms: KMSClient;
  readonly secrets: Secrets;
}

/** `kms:<key>` or `secret:<id>`, comma separated. While keys change there are two, and both sign. */
export function loadSigners(places: KeyPlaces, origin: string, list: string): Promise<NoteSigner[]> {
  return Promise.all(list.split(',').map((signer) => loadSigner(places, origin, signer.trim())));
}

async function loadSigner({ kms, secrets }: KeyPlaces, origin: string, signer: string): Promise<NoteSigner> {
  const [, kind, id = ''] = /^(kms|secret):(.+)$/.exec(signer) ?? [];
  if (kind === 'kms') return kmsSigner(kms, origin, id);
  if (kind === 'secret') return secretSigner(secrets(id), origin);
  throw new Error('LOG_SIGNERS is a list of "kms:<key>" or "secret:<id>", separated by commas.');
}

/** Where KMS has no Ed25519. Secrets Manager makes text, and a key is 32 bytes, so those are the text's hash. */
async function secretSigner(secret: Secret, origin: string): Promise<NoteSigner> {
  const { key } = JSON.parse(await secret()) as { key: string };
  return seedSigner(origin, createHash('sha256').update(`consent-ledger log key\0${key}`).digest());
}
