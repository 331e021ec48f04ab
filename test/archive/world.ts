import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serve } from '../../local/http';
import { s3Endpoint } from '../../local/s3/endpoint';
import { Objects } from '../../local/s3/objects';
import { createTables, startEngine } from '../integration/engine';
import { startAuthority, type Authority } from './authority';
import { archive } from '../../functions/deps/archive';
import { logTable } from '../../functions/deps/tables';
import type { Bucket } from '../../shared/bucket';
import { logStore } from '../../shared/ledger/log-store';
import type { LogStore } from '../../shared/log/store';

const BUCKET = 'archive-test';

export interface Put {
  readonly key: string;
  readonly headers: IncomingHttpHeaders;
}

/** Everything that archiving talks to, each at the other end of a wire; found by the environment from now on. */
export interface ArchiveWorld {
  readonly bucket: Bucket;
  readonly log: LogStore;
  readonly s3Url: string;
  readonly authority: Authority;
  /** What was put, or was tried to. */
  readonly puts: Put[];
  /** Lets S3 lose the answer to the next put. */
  loseAnswer(): void;
  files(): string[];
  file(name: string): Buffer;
  stop(): Promise<void>;
}

export async function startArchiveWorld(folder: string): Promise<ArchiveWorld> {
  const [engine, authority, objects] = await Promise.all([startEngine(), startAuthority(), Objects.open(folder)]);
  const puts: Put[] = [];
  let losing = false;
  const endpoint = s3Endpoint(BUCKET, objects);
  const listener: RequestListener = (request, response) => {
    if (request.method === 'PUT') {
      puts.push({ key: request.url?.split('?')[0]?.slice(`/${BUCKET}/`.length) ?? '', headers: request.headers });
      if (losing) {
        losing = false;
        response.writeHead = () => {
          response.socket?.destroy();
          return response;
        };
      }
    }
    endpoint(request, response);
  };
  const s3 = await serve(listener);
  const tables = await createTables(engine.endpoint);
  Object.assign(process.env, tables, environment(engine.endpoint, s3.url), { TIMESTAMP_URL: authority.url });
  return {
    bucket: archive(),
    log: logStore(logTable()),
    s3Url: `${s3.url}/${BUCKET}`,
    authority,
    puts,
    loseAnswer: () => void (losing = true),
    files: () => readdirSync(path.join(folder, 'checkpoints')).sort(),
    file: (name) => readFileSync(path.join(folder, 'checkpoints', name)),
    stop: () => Promise.all([s3.close(), authority.stop(), engine.stop()]).then(() => undefined),
  };
}

function environment(dynamo: string, s3: string): Record<string, string> {
  return {
    ARCHIVE_BUCKET: BUCKET,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    AWS_ENDPOINT_URL_S3: s3,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  };
}
