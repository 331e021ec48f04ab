import { asSubject } from '../ids';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Clock, moveInMs } from '../../local/clock';
import { serve } from '../../local/http';
import { buckets } from '../../local/s3/buckets';
import { s3Endpoint } from '../../local/s3/endpoint';
import { mailBucket } from '../../local/s3/mail-bucket';
import { Objects } from '../../local/s3/objects';
import { secretsExtension } from '../../local/secrets-extension';
import { Account } from '../../local/ses/account';
import { sqsEndpoint } from '../../local/queues/sqs-endpoint';
import { sesEndpoint } from '../../local/ses/endpoint';
import { Inbox } from '../../local/ses/inbox';
import type { Mail } from '../../local/ses/mail';
import { newTopicKey } from '../../local/sns/certificate';
import { certificateEndpoint, Topic } from '../../local/sns/topic';
import { dynamo as dynamoOfFunctions } from '../../functions/deps/tables';
import { CONSUMERS } from '../../shared/consent/consumers';
import type { Entry } from '../../shared/consent/entry';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import type { Bundle } from '../../shared/evidence/bundle';
import { verifyVouched } from '../verify/vouched';
import { viewOf, type EvidenceView } from '../evidence/evidence-view';
import { createTables, emptyTables, startEngine } from './engine';
import { functionDeps, type WorldDeps } from './function-deps';
import { httpEvent, queueEvent, streamEvent, type Changes } from './fixtures';
import { entriesWrittenBy } from './new-entries';
import { runFunction } from './run-function';
import { BUCKET, environment, INBOX_BUCKET, SECRETS } from './world-environment';
import { startProcessors, type Processors } from './processors';

export type Answer = APIGatewayProxyStructuredResultV2 & { readonly statusCode: number; readonly body: string };
export type Item = Record<string, unknown> & { pk: string; sk: string };

/** The functions from source, in this process, with everything they call at the other end of a wire. */
export interface World {
  readonly inbox: Inbox;
  /** The mails that came in and were not worked off yet. */
  readonly received: Objects;
  /** Those who mail for the sites. */
  readonly processors: Processors;
  readonly dynamo: DynamoDBClient;
  /** What the functions work with; DynamoDB by their own client. */
  readonly deps: WorldDeps;
  /** Tells what became of mails. */
  readonly topic: Topic;
  subjectId(email: string, site?: string): Promise<string>;
  /** Somebody's entries, as whoever acts for them reads them. */
  history(email: string, site?: string): Promise<readonly Entry[]>;
  /** Sends an event from `events/` to a function. */
  call(fn: string, event: string, changes?: Changes): Promise<Answer>;
  /** Tells of each step the consumers that hear of its type, as often as queues may. */
  consume(): Promise<void>;
  /** Moves time forward for everybody, by an ISO 8601 duration. */
  advance(duration: string): void;
  items(table: 'ledger' | 'vault' | 'audience' | 'limits'): Promise<Item[]>;
  entries(): Promise<Entry[]>;
  /** Gives, at each call, the entries that came since the call before. */
  newEntries(): () => Promise<Entry[]>;
  /** The messages that somebody put into the queue of `mailer`, and that wait there: see {@link workOff}. */
  readonly queued: Tell[];
  /** The mails to an address among the last ones, newest first; keep their times apart with {@link advance}. */
  mails(to: string): Promise<Mail[]>;
  /** What compliance gets, after an independent verifier found it good; about an address without entries it is `empty`. */
  evidence(email: string, site?: string, found?: 'good' | 'empty'): Promise<EvidenceView>;
  /** Brings whatever is in the ledger to the sequencer, as the stream would. */
  sequence(): Promise<void>;
  /** What the mail service takes of us. */
  readonly account: Account;
  /** Closes the mail service, or opens it again. */
  mailServiceIsDown(down: boolean): void;
  /** Nobody ever signed up, nothing was ever sent, and it is the beginning of time again. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

/** Whom a consumer is told to look at. */
export type Tell = Pick<Entry, 'site' | 'subject'> & { readonly seq?: number };

export const CONSUMER_EVENTS = {
  confirmations: 'mailer-consent-requested',
  mailer: 'mailer-consent-given',
  mover: 'mover-consent-given',
  retention: 'retention-consent-given',
  projector: 'projector-consent-withdrawn',
  notifier: 'notifier-consent-withdrawn',
} as const;

const BEGINNING = new Date('2026-11-22T09:15:30Z');

/** @param connections further processors, by `<site>/<processor>` as in the secret, which are served elsewhere */
export async function startWorld(connections: object = {}): Promise<World> {
  const clock = new Clock(0);
  jest.useFakeTimers({ now: BEGINNING, doNotFake: [...REAL_TIMERS] });
  const engine = await startEngine();
  const folder = await mkdtemp(path.join(tmpdir(), 'consent-test-'));
  const sent = path.join(folder, 'sent');
  const inbox = await Inbox.open(sent);
  const account = new Account(clock);
  const mailService = await serve(sesEndpoint({ inbox, clock, account }));
  const queued: Tell[] = [];
  const queues = await serve(
    sqsEndpoint((name, bodies) => {
      const told = bodies.map((body) => (JSON.parse(body) as { readonly detail: Tell }).detail);
      if (name === 'mailer') queued.push(...told);
      return Promise.resolve(name === 'mailer');
    }),
  );
  const processors = await startProcessors();
  const secrets = await serve(secretsExtension({ ...SECRETS, processors: secretOf(processors, connections) }));
  const received = await Objects.open(path.join(folder, 'received'));
  const archived = s3Endpoint(BUCKET, await Objects.open(path.join(folder, 'archive')));
  const archive = await serve(buckets(archived, { [INBOX_BUCKET]: mailBucket(received) }));
  const topicKey = await newTopicKey();
  const sns = await serve(certificateEndpoint(topicKey));
  const tables = await createTables(engine.endpoint);
  Object.assign(process.env, tables, environment(engine.endpoint, mailService.url, archive.url, secrets.port), {
    AWS_ENDPOINT_URL_SNS: sns.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
    MAILER_QUEUE: `${queues.url}/test/mailer`,
  });

  const dynamo = new DynamoDBClient({});
  const scan = async (TableName: string): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName, ConsistentRead: true })) {
      items.push(...Items.map((item) => unmarshall(item) as Item));
    }
    return items;
  };
  const table = {
    ledger: 'LEDGER_TABLE',
    vault: 'VAULT_TABLE',
    audience: 'AUDIENCE_TABLE',
    limits: 'LIMITS_TABLE',
  } as const;

  const newEntries = entriesWrittenBy([dynamo, dynamoOfFunctions()], tables['LEDGER_TABLE'] ?? '');
  /** What the stream has to bring to the sequencer; it does so once, unless that failed. */
  const streamed = newEntries();
  const toSequence: Entry[] = [];
  const world: World = {
    inbox,
    received,
    processors,
    dynamo,
    deps: functionDeps(),
    subjectId: (email, site = 'demo') => subjectId(world.deps.subjectKey, site, email.toLowerCase()),
    history: async (email, site) =>
      (await readHistory(world.deps.ledger, asSubject(await world.subjectId(email, site)), new Date())).entries,
    topic: new Topic(topicKey, sns.url, clock),
    call: async (fn, event, changes) => {
      tick();
      return runFunction<Answer>(fn, httpEvent(event, changes));
    },
    consume: async () => {
      for (const entry of await world.entries()) await tellConsumers(entry);
    },
    advance: (duration) => void jest.setSystemTime(Date.now() + moveInMs(duration, new Date())),
    items: (name) => scan(tables[table[name]] as string),
    entries: async () => {
      const items = (await world.items('ledger')).filter(({ sk }) => sk.startsWith('entry#'));
      return items.map(({ entry }) => JSON.parse(entry as string) as Entry).sort((a, b) => a.seq - b.seq);
    },
    mails: async (to) => (await inbox.list(50)).filter((mail) => mail.to.includes(to)),
    evidence: async (email, site = 'demo', found = 'good') => {
      const body = { email, reason: 'A letter of 1 November' };
      const answer = await whileSequencing(world, world.call('evidence', 'evidence', { params: { site }, body }));
      expect(answer.statusCode).toBe(200);
      const { verdict, claims } = verifyVouched(answer.body);
      expect([verdict, ...claims.flatMap(({ findings }) => findings)]).toEqual([found]);
      return viewOf(JSON.parse(answer.body) as Bundle);
    },
    newEntries,
    queued,
    sequence: async () => {
      toSequence.push(...(await streamed()));
      const batch = [...toSequence];
      if (batch.length === 0) return;
      await runFunction('sequencer', streamEvent('sequencer-insert', batch));
      toSequence.splice(0, batch.length);
    },
    account,
    mailServiceIsDown: (value) => void (account.trouble = value ? 'unavailable' : undefined),
    renew: async () => {
      await emptyTables(dynamo, Object.values(tables));
      await rm(sent, { recursive: true });
      await Inbox.open(sent);
      await streamed();
      toSequence.length = 0;
      queued.length = 0;
      Object.assign(account, new Account(clock));
      jest.setSystemTime(BEGINNING);
    },
    stop: async () => {
      dynamo.destroy();
      await Promise.all([mailService, queues, secrets, archive, sns].map((service) => service.close()));
      await processors.stop();
      await rm(folder, { recursive: true });
      await engine.stop();
    },
  };
  return world;
}

const secretOf = ({ secret }: Processors, connections: object): string =>
  JSON.stringify({ ...(JSON.parse(secret) as object), ...connections });

/** Evidence waits for the log, which follows the ledger by way of the stream. */
export async function whileSequencing<T>(world: World, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  while (!isDone) {
    await world.sequence();
    await Promise.race([done.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  return done;
}

/** Time stands still in a test but for this, so that what follows upon something is also later. */
function tick(): void {
  jest.setSystemTime(Date.now() + 10);
}

/** What a consumer says of a batch. */
export interface Failures {
  readonly batchItemFailures: readonly unknown[];
}

/** Tells those consumers of a step that hear of its type, as the bus does. Throws if one could not do its work. */
export async function tellConsumers({
  type,
  ...step
}: Pick<Entry, 'site' | 'subject' | 'seq' | 'type'>): Promise<void> {
  for (const { name } of CONSUMERS.filter(({ types }) => types.includes(type))) await tellConsumer(name, step);
}

/** Tells one consumer of a step, whatever its type. */
export async function tellConsumer(name: ConsumerName, { site, subject, seq }: Tell): Promise<void> {
  tick();
  const { runs } = CONSUMERS.find((consumer) => consumer.name === name)!;
  const failures = await runFunction<Failures>(runs, queueEvent(CONSUMER_EVENTS[name], { site, subject, seq }));
  if (failures.batchItemFailures.length > 0) throw new Error(`${name} failed`);
}

/** Has `mailer` work off what was put into its queue. What fails stays there. */
export async function workOff({ queued }: Pick<World, 'queued'>): Promise<void> {
  for (let next = queued[0]; next; next = queued[0]) {
    await tellConsumer('mailer', next);
    queued.shift();
  }
}

const REAL_TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** The first part of a link's path. */
export type LinkPage = 'confirm' | 'unsubscribe' | 'assets' | 'keep' | 'preferences';

/** The path of a link in a mail, split into the function that answers and its token. */
export function tokenOf(mail: Mail | undefined, kind: LinkPage, nth = 0): string {
  const links = (mail?.links ?? []).filter((link) => link.includes(`/${kind}/`));
  const token = links[nth]?.split('/').at(-1);
  if (!token) throw new Error(`The mail "${mail?.subject ?? 'none'}" has no link of that kind.`);
  return token;
}
