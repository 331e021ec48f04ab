import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import path from 'node:path';
import { loadSites } from '../../infra/notice-register';
import { CREDENTIALS } from '../../local/aws';
import { Clock } from '../../local/clock';
import { closeServer, KEEP_ALIVE_MS, listen, serve } from '../../local/http';
import { Loop } from '../../local/loop';
import { Processors, processorsSecret } from '../../local/processors/processors';
import type { Report } from '../../local/report';
import { Objects } from '../../local/s3/objects';
import { s3Endpoint } from '../../local/s3/endpoint';
import { secretsExtension } from '../../local/secrets-extension';
import { sqsEndpoint } from '../../local/queues/sqs-endpoint';
import { sesEndpoint } from '../../local/ses/endpoint';
import { Inbox } from '../../local/ses/inbox';
import type { Shutdown } from '../../local/shutdown';
import { busOf } from './bus';
import { door } from './door';
import { startFunctions, type Outside } from './functions';
import { Gateway } from './gateway';
import { kmsEndpoint } from './kms';
import { Queue } from './queue';
import { Resolver } from './resolve';
import { schedules } from './schedules';
import { secretsOf } from './secrets';
import type { Template } from './synthesised';
import { deleteExpired, makeTables } from './tables';
import { Tokens } from './tokens';
import { queuesOf, streamsOf } from './ways';

export interface RehearsalParts {
  readonly template: Template;
  /** The folder of the bundles that the template's functions are made of. */
  readonly bundles: string;
  /** The module of the sites that they serve. */
  readonly sites: string;
  /** A DynamoDB with streams. */
  readonly dynamo: string;
  /** What is kept while it lasts. */
  readonly folder: string;
  readonly report: Report;
  readonly shutdown: Shutdown;
}

const SWEEP_MS = 2000;

/** Runs what a template says. @returns where it is reached */
export async function startRehearsal(parts: RehearsalParts): Promise<string> {
  const { shutdown, report, dynamo, folder } = parts;
  const clock = new Clock(0);
  const server = createServer({ maxHeaderSize: 10_240, keepAliveTimeout: KEEP_ALIVE_MS });
  const url = `http://localhost:${await listen(server)}`;
  shutdown.add(() => closeServer(server));
  const template = new Resolver(parts.template, url);
  const tables = template.all('AWS::DynamoDB::GlobalTable');
  await makeTables(dynamo, tables);

  const sites = loadSites(parts.sites);
  const processorKey = `whsec_${randomBytes(24).toString('base64')}`;
  const processors = await Processors.open(path.join(folder, 'processors'), processorKey, clock);
  const inbox = await Inbox.open(path.join(folder, 'inbox'));
  const filledIn = { ConsentSecretsProcessors: processorsSecret(sites, url, processorKey) };
  const queues = new Map<string, Queue>();
  for (const [id, settings] of template.all('AWS::SQS::Queue')) queues.set(id, new Queue(id, settings, queues, clock));
  const outside = await startOutside(template, { ...parts, inbox, clock, filledIn, queues });
  const functions = startFunctions(template, { ...parts, clock, outside });
  shutdown.add(() => Promise.all([...functions.values()].map((lambda) => lambda.stop())));

  const bus = busOf(template, queues, clock);
  const streams = await streamsOf(template, { dynamo, functions, put: bus.pipe, report });
  const loops = [...streams.map(({ loop }) => loop), ...queuesOf(template, { functions, queues, report })];
  const sweep = new Loop('sweep', report, () => deleteExpired(dynamo, tables, clock).then(() => SWEEP_MS));
  const clocks = schedules(template, functions, clock, report);
  const all = [...loops, sweep, clocks].map((loop) => loop.start());
  shutdown.add(() => Promise.all(all.map((loop) => loop.stop())));

  const lambdas = [...functions.values()];
  const underWay = (): string[] => {
    const doneAt = Math.max(...lambdas.map((lambda) => lambda.doneAt));
    return [
      ...lambdas.filter(({ running }) => running > 0).map(({ name }) => name),
      ...[...queues.values()].filter((queue) => queue.isBusy()).map(({ id }) => id),
      ...streams.filter(({ idleSince }) => idleSince <= doneAt).map(({ name }) => name),
    ];
  };
  const tokens = await Tokens.open(template, clock);
  const gateway = new Gateway(template, functions, tokens, clock);
  const wake = (): void => [sweep, clocks].forEach((loop) => loop.wake());
  const environment = { LEDGER_TABLE: named(tables, 'ConsentTablesLedger'), AWS_ENDPOINT_URL_DYNAMODB: dynamo };
  const parties = { url, sites, gateway, tokens, clock, inbox, processors };
  server.on('request', door({ ...parties, underWay, wake, environment: { ...environment, ...CREDENTIALS } }));
  return url;
}

/** What functions talk to besides DynamoDB. */
async function startOutside(
  template: Resolver,
  given: RehearsalParts & {
    inbox: Inbox;
    clock: Clock;
    filledIn: Readonly<Record<string, string>>;
    queues: ReadonlyMap<string, Queue>;
  },
): Promise<Outside> {
  const { folder, inbox, clock, dynamo, shutdown, filledIn, queues } = given;
  const [bucket = ''] = [...template.all('AWS::S3::Bucket').keys()].map((id) => id.toLowerCase());
  const services = {
    SES: await serve(sesEndpoint({ inbox, clock })),
    S3: await serve(s3Endpoint(bucket, await Objects.open(path.join(folder, 'archive')))),
    SQS: await serve(
      sqsEndpoint((name, bodies) => {
        const queue = queues.get(name);
        for (const body of bodies) queue?.send(body);
        return Promise.resolve(queue !== undefined);
      }),
    ),
    KMS: await serve(kmsEndpoint(template.all('AWS::KMS::Key'))),
  };
  const secrets = await serve(secretsExtension(secretsOf(template, filledIn)));
  shutdown.add(() => Promise.all([secrets, ...Object.values(services)].map((service) => service.close())));
  const urls = Object.entries(services).map(([name, service]) => [`AWS_ENDPOINT_URL_${name}`, service.url] as const);
  return {
    secretsPort: secrets.port,
    environment: { ...Object.fromEntries(urls), AWS_ENDPOINT_URL_DYNAMODB: dynamo },
  };
}

/** The physical name of a resource, by its logical id without AWS CDK's hash. */
function named(all: ReadonlyMap<string, unknown>, name: string): string {
  const found = [...all.keys()].find((id) => id.slice(0, -8) === name);
  if (!found) throw new Error(`There is no ${name} in the template.`);
  return found;
}
