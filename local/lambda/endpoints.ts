import path from 'node:path';
import { ARCHIVE_BUCKET } from '../aws';
import type { Base } from '../base';
import { serve } from '../http';
import { s3Endpoint } from '../s3/endpoint';
import { Objects } from '../s3/objects';
import { secretsExtension } from '../secrets-extension';
import { sesEndpoint } from '../ses/endpoint';

/** Where functions find the rest of the world. */
export interface Endpoints {
  /** Where the stack is reached. */
  readonly url: string;
  readonly dynamo: string;
  readonly ses: string;
  readonly s3: string;
  readonly secretsPort: number;
}

/** Starts what a function talks to besides DynamoDB. */
export async function startEndpoints(base: Base, url: string, dynamo: string): Promise<Endpoints> {
  const { dataDir, inbox, clock, keys, shutdown } = base;
  const archive = await Objects.open(path.join(dataDir, 'archive'));
  const s3 = await serve(s3Endpoint(ARCHIVE_BUCKET, archive));
  const ses = await serve(sesEndpoint(inbox, clock));
  const secrets = await serve(secretsExtension(keys.secrets));
  shutdown.add(() => Promise.all([s3.close(), ses.close(), secrets.close()]));
  return { url, dynamo, ses: ses.url, s3: s3.url, secretsPort: secrets.port };
}
