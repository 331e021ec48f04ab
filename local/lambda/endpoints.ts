import path from 'node:path';
import { ARCHIVE_BUCKET, CREDENTIALS, FILES_BUCKET, INBOX_BUCKET, SECRETS } from '../aws';
import type { Base } from '../base';
import { serve } from '../http';
import { buckets } from '../s3/buckets';
import { downloads } from '../s3/downloads';
import { s3Endpoint } from '../s3/endpoint';
import { mailBucket } from '../s3/mail-bucket';
import { Objects } from '../s3/objects';
import { largeFiles } from '../../infra/large-files';
import type { Sites } from '../../shared/policy/sites';
import { processorsSecret } from '../processors/processors';
import { secretsExtension } from '../secrets-extension';
import type { QueueUrls } from '../queues/queues';
import { sesEndpoint } from '../ses/endpoint';
import { Outcomes } from '../ses/outcomes';
import { certificateEndpoint, Topic } from '../sns/topic';

/** Where functions find the rest of the world. */
export interface Endpoints {
  /** Where the stack is reached. */
  readonly url: string;
  /** The module whose sites are served. */
  readonly sites: string;
  readonly dynamo: string;
  readonly ses: string;
  readonly s3: string;
  readonly sns: string;
  readonly secretsPort: number;
  readonly queues: QueueUrls;
  /** The addresses of files that are too large for an answer, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Those who cosign the log's checkpoints, as WITNESSES has them. */
  readonly witnesses: readonly string[];
}

interface Given extends Pick<Endpoints, 'url' | 'dynamo' | 'queues' | 'sites'> {
  /** What is in the module of the sites. */
  readonly served: Sites;
  readonly witnesses?: readonly string[];
}

/** Starts what a function talks to besides DynamoDB and queues. */
export async function startEndpoints(
  base: Base,
  { url, dynamo, queues, sites, served, witnesses = [] }: Given,
): Promise<Endpoints & { readonly outcomes: Outcomes }> {
  const { dataDir, inbox, clock, keys, report, shutdown } = base;
  const archive = await Objects.open(path.join(dataDir, 'archive'));
  const received = mailBucket(base.received);
  const large = largeFiles(sites);
  const files = downloads(large, CREDENTIALS.AWS_SECRET_ACCESS_KEY, clock);
  const s3 = await serve(
    buckets(s3Endpoint(ARCHIVE_BUCKET, archive), { [INBOX_BUCKET]: received, [FILES_BUCKET]: files }),
  );
  const links = [...large.keys()].map((name) => [name, `${s3.url}/${FILES_BUCKET}/${name}`] as const);
  const sns = await serve(certificateEndpoint(keys.topicKey));
  const outcomes = new Outcomes(new Topic(keys.topicKey, sns.url, clock), `${url}/feedback/ses`, clock, report);
  const ses = await serve(sesEndpoint({ inbox, clock, hear: (mail) => outcomes.simulate(mail) }));
  const processors = processorsSecret(served, url, keys.processorKey);
  const secrets = await serve(secretsExtension({ ...keys.secrets, [SECRETS.processors]: processors }));
  shutdown.add(() => Promise.all([s3.close(), ses.close(), sns.close(), secrets.close()]));
  const urls = { ses: ses.url, s3: s3.url, sns: sns.url };
  return {
    url,
    sites,
    dynamo,
    queues,
    ...urls,
    outcomes,
    secretsPort: secrets.port,
    witnesses,
    files: Object.fromEntries(links),
  };
}
