import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { SECRETS } from './aws';
import { newTopicKey, type TopicKey } from './sns/certificate';

/** The secrets of a data folder. */
export interface Keys {
  /** Secret id -> the text that Secrets Manager would hold. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Signs access tokens. */
  readonly tokenKey: JWK;
  /** Signs what processors are told. */
  readonly processorKey: string;
  /** Signs what the mail service tells of mails. */
  readonly topicKey: TopicKey;
}

const FILE = 'keys.json';

/** The folder's keys; made when it has none, or lacks some that came up since, and only readable for its owner. */
export async function loadKeys(dataDir: string): Promise<Keys> {
  const file = path.join(dataDir, FILE);
  const saved = await readFile(file, 'utf8').catch(() => undefined);
  const fresh = await makeKeys();
  const known = saved === undefined ? undefined : (JSON.parse(saved) as Keys);
  const keys = known ? { ...fresh, ...known, secrets: { ...fresh.secrets, ...known.secrets } } : fresh;
  await writeFile(`${file}.part`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${file}.part`, file);
  return keys;
}

async function makeKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    secrets: {
      [SECRETS.linkKeys]: JSON.stringify({ current: 1, '1': randomKey() }),
      [SECRETS.subjectKey]: JSON.stringify({ key: randomKey() }),
      [SECRETS.logKey]: JSON.stringify({ key: randomKey() }),
    },
    tokenKey: { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' },
    processorKey: `whsec_${randomBytes(24).toString('base64')}`,
    topicKey: await newTopicKey(),
  };
}

function randomKey(): string {
  return randomBytes(32).toString('hex');
}
