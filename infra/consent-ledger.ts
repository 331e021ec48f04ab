import { CfnOutput, Duration, Lazy, type RemovalPolicy } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type BatchesAtOnce, batchesOf, CONSUMERS } from '../shared/consent/consumers';
import { LIMITS, type Limits } from '../shared/http/throttles';
import { AlarmTopic } from './alarm-topic';
import { Archive } from './archive';
import { Backup } from './backup';
import { Bus } from './bus';
import { ConsumerQueue } from './consumer';
import { CustomDomain, type CustomDomainProps } from './custom-domain';
import { hasAskedTools } from '../shared/processors/asked';
import { parseWitnesses } from '../shared/log/configured-witness';
import { clientsFor, needKnownRoles } from './clients';
import type { People } from '../shared/http/people';
import type { Client } from '../shared/http/roles';
import { Daily } from './daily';
import { deadLetterQueue, type WatchedQueue } from './dead-letters';
import { Edge, type EdgeProps } from './edge';
import { Feedback } from './feedback';
import { Functions } from './functions';
import { Api } from './http-api';
import { Inbox, type InboxProps } from './inbox';
import { isKept, KEPT } from './kept';
import { Keys } from './keys';
import { LogFeed } from './log-feed';
import { type LogKeyNames, LogKeys } from './log-keys';
import { Mail } from './mail';
import { Monitoring } from './monitoring';
import { loadSites } from './notice-register';
import { OperatorPool, type TokenIssuer } from './operators';
import { PERMISSIONS } from './permissions';
import { needExtensionArn, needRegionWithSes } from './region';
import { Repeated } from './repeated';
import { Secrets } from './secrets';
import { needSenders } from './senders';
import { Tables, type TablesInUse } from './tables';
import { tokenHost } from './token-host';

export interface ConsentLedgerProps {
  /** The domains that the sites' senders are in, e.g. `example.com` for `news@example.com`. */
  readonly senderDomains: readonly string[];
  /**
   * Those of them, and of the inbox, that SES knows already in this account and region, as another stack or a person made them.
   * They stay as they are, also when the stack is deleted.
   * @default - none: the stack makes them
   */
  readonly domainsInSes?: readonly string[] | undefined;
  /** Absolute path of the module whose `sites` are served; a folder `files` beside it holds their assets. */
  readonly sites: string;
  /**
   * Where `bundleFunctions` put the bundles, with these sites.
   * @default - made anew
   */
  readonly bundles?: string | undefined;
  /**
   * The host of the links in mails.
   * @default - the one that API Gateway gives: good for a trial, but a new stack has a new one, and old links end
   */
  readonly domain?: CustomDomainProps | undefined;
  /**
   * CloudFront, with a web ACL, before the API: see docs/deployment.md on what it is for, what it sees, and where. Needs a
   * `domain`, and what `EdgeStack` makes in us-east-1.
   * @default - the API is called directly
   */
  readonly edge?: EdgeProps | undefined;
  /**
   * Where to put the DKIM records of the sender domains that are in it.
   * @default - the domain's hosted zone; without one, the records are outputs of the stack
   */
  readonly hostedZone?: IHostedZone | undefined;
  /**
   * The domain whose mail comes to us, so that people can withdraw by mail, e.g. `inbox.example.com`. It is for nothing
   * else, and the region is one in which SES receives mail.
   * @default - no mail is received
   */
  readonly inboxDomain?: string | undefined;
  /**
   * Who issues the operators' access tokens.
   * @default - a Cognito user pool
   */
  readonly issuer?: TokenIssuer | undefined;
  /**
   * The machine clients of that user pool, and the sites that each is for.
   * @default - one for each role, for all sites; but only where these have one controller
   */
  readonly clients?: readonly Client[] | undefined;
  /**
   * What people who sign in to that user pool may, by their groups.
   * @default - nobody signs in
   */
  readonly roles?: People['roles'] | undefined;
  /**
   * Networks (CIDR) of our own proxies: only from these does `X-Forwarded-For` count.
   * @default - none
   */
  readonly trustedProxies?: readonly string[] | undefined;
  /**
   * Requests per second, and how many at once, that a route lets through.
   * @default - those of `LIMITS` in `shared/http/throttles.ts`
   */
  readonly limits?: Partial<Limits> | undefined;
  /**
   * How many executions at once, of those that the account has, are set aside for people at their links and forms, 20 at
   * least: two fifths for withdrawals, a fifth each for preferences, confirmations and sign-ups. No function has more than
   * its share then, so that a flood of sign-ups ends at theirs. The account has to have a hundred more.
   * @default - none, as a new account has ten in all, and can set nothing aside
   */
  readonly reservedConcurrency?: number | undefined;
  /**
   * How many batches of messages each of these consumers works on at once.
   * @default - those of `shared/consent/consumers.ts`
   */
  readonly batchesAtOnce?: BatchesAtOnce | undefined;
  /**
   * The keys that sign the log's checkpoints, each of them every checkpoint, the current one first. Naming a key makes
   * it: in KMS, or, where KMS has no Ed25519, as a secret. To rotate, see docs/deployment.md.
   * @default ['kms-1']
   */
  readonly logKeys?: LogKeyNames | undefined;
  /**
   * For how long an archived checkpoint can be deleted by nobody, the owner of the account included. It cannot be
   * shortened for what is archived already. A trial (`removalPolicy` DESTROY) has one day instead, and who has the
   * right to can delete before.
   * @default Duration.days(3653) - ten years
   */
  readonly archiveRetention?: Duration | undefined;
  /**
   * Address of an authority that timestamps archived checkpoints (RFC 3161).
   * @default - none
   */
  readonly timestampUrl?: string | undefined;
  /**
   * Those who cosign the log's checkpoints (https://c2sp.org/tlog-witness): each a verifier key and an address, with a
   * space between. They rule out that somebody is shown another version of the log; see docs/operations.md.
   * @default - none
   */
  readonly witnesses?: readonly string[] | undefined;
  /**
   * Whether AWS Backup copies the tables.
   * @default true, but for a trial (`removalPolicy` DESTROY), as a stack whose copies are there cannot be deleted
   */
  readonly backups?: boolean | undefined;
  /**
   * Another region of the EU/EEA, where a `SecondCopiesStack` keeps a copy of each copy.
   * @default - none
   */
  readonly backupRegion?: string | undefined;
  /**
   * Hears of alarms; its policy, and that of its key, have to let CloudWatch publish.
   * @default - nobody
   */
  readonly alarmTopic?: ITopic | undefined;
  /**
   * Gets a mail for each alarm.
   * @default - nobody
   */
  readonly alarmEmail?: string | undefined;
  /**
   * Tables that were restored, or brought along from elsewhere: see docs/moving.md.
   * @default - those that the stack makes
   */
  readonly tables?: TablesInUse | undefined;
  /**
   * What becomes of tables, keys, secrets and logs when the stack is deleted. DESTROY also lifts the tables' deletion
   * protection.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /**
   * A first deployment: tables and the user pool are not protected yet, so that one that fails leaves nothing behind and can be
   * repeated. Deploy once more without it.
   * @default false
   */
  readonly isFirst?: boolean | undefined;
  /**
   * The arm64 layer of the AWS Parameters and Secrets Lambda Extension.
   * @default - the one that AWS CDK knows; it knows none for eu-south-2 and eusc-de-east-1
   */
  readonly secretsExtensionArn?: string | undefined;
}

const TEN_YEARS = Duration.days(3653);

/**
 * Double opt-in, proof of consent and withdrawal, in a region of the EU/EEA.
 *
 * @example
 * ```ts
 * const stack = new Stack(app, 'Marketing', { env: { region: 'eu-central-1' } });
 * const zone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId, zoneName: 'example.com' });
 * const ledger = new ConsentLedger(stack, 'Consent', {
 *   sites: path.join(__dirname, 'sites.ts'),
 *   senderDomains: ['example.com'],
 *   domain: { domainName: 'consent.example.com', hostedZone: zone },
 *   alarmEmail: 'operations@example.com',
 * });
 * // Every step is on the bus: ids only, read more through the API.
 * new Rule(stack, 'Withdrawals', {
 *   eventBus: ledger.bus,
 *   eventPattern: { source: ['consent.ledger'], detailType: ['ConsentWithdrawn'] },
 *   targets: [new SqsQueue(crmQueue)],
 * });
 * ```
 */
export class ConsentLedger extends Construct {
  /** Carries every step in the life of a consent, as ids. */
  readonly bus: EventBus;
  /** Where forms post to, and links lead. */
  readonly publicUrl: string;

  constructor(scope: Construct, id: string, props: ConsentLedgerProps) {
    super(scope, id);
    needRegionWithSes(this);
    needExtensionArn(this, props.secretsExtensionArn);
    needFittingSites(props);
    const { removalPolicy = KEPT, domain, domainsInSes = [] } = props;
    const hostedZone = props.hostedZone ?? domain?.hostedZone;
    const keys = new Keys(this, 'Keys', { removalPolicy });
    const tables = new Tables(this, 'Tables', { keys, inUse: props.tables ?? {}, ...endOf(props) });
    const secrets = this.secrets(props, keys);
    const logKeys = new LogKeys(this, 'LogKeys', { names: props.logKeys ?? ['kms-1'], secrets, removalPolicy });
    const archive = new Archive(this, 'Archive', { retention: props.archiveRetention ?? TEN_YEARS, removalPolicy });
    const mail = new Mail(this, 'Mail', { senderDomains: props.senderDomains, domainsInSes, hostedZone });
    const feedback = new Feedback(this, 'Feedback', { mail, key: keys.feedback });
    const inbox = this.inbox(props.inboxDomain, { domainsInSes, hostedZone, removalPolicy });
    const issuer = props.issuer ?? this.operators(props);

    const own = domain && new CustomDomain(this, 'Domain', domain);
    const api = this.api(props, own, issuer, keys.operations, secrets);
    this.publicUrl = domain ? `https://${domain.domainName}` : api.api.apiEndpoint;
    const { all: functions } = new Functions(this, 'Functions', {
      ...props,
      keys,
      tables,
      secrets,
      mail,
      feedback,
      inbox,
      logKeys,
      archive,
      witnesses: needWitnesses(props.witnesses ?? []),
      hasAskedTools: hasAskedTools(loadSites(props.sites)),
      issuer,
      removalPolicy,
      publicUrl: this.publicUrl,
      trustedProxies: props.trustedProxies ?? [],
    });
    api.serve(functions);
    // SNS asks that address at once whether it wants to be called: it has to lead here by then.
    feedback.call(`${this.publicUrl}/feedback/ses`).node.addDependency(api, ...(own ? [own] : []));

    const forgotten = deadLetterQueue(this, 'StreamDeadLetters');
    const { ledger } = tables;
    const bus = new Bus(this, 'Bus', { ledger, logKey: keys.operations, deadLetters: forgotten, removalPolicy });
    this.bus = bus.bus;
    const feed = new LogFeed(this, 'LogFeed', { ledger, sequencer: existing(functions, 'sequencer'), forgotten });
    inbox?.deliverTo(existing(functions, 'inbox'));
    new Monitoring(this, 'Monitoring', {
      api: api.api,
      accessLog: api.log,
      functions,
      queues: this.consumers(functions, props.batchesAtOnce).set('log', feed),
      bus,
      forgotten,
      unstarted: this.runByTheClock(functions, archive),
      backup: this.backup(props, tables, keys),
      mail,
      sites: loadSites(props.sites).map(({ id }) => id),
      feedback,
      actions: this.topics(props, keys).map((topic) => new SnsAction(topic)),
    });
    this.tellOperators(tables, archive, issuer);
  }

  private secrets({ edge, removalPolicy = KEPT }: ConsentLedgerProps, keys: Keys): Secrets {
    return new Secrets(this, 'Secrets', { key: keys.secrets, hasEdge: edge !== undefined, removalPolicy });
  }

  /** @returns where it is kept that a run could not be started */
  private runByTheClock(functions: ReadonlyMap<string, LambdaFunction>, archive: Archive): Queue {
    const unstarted = deadLetterQueue(this, 'ClockDeadLetters');
    archive.fillHourly(existing(functions, 'archive'), unstarted);
    const daily = (id: string, fn: LambdaFunction | undefined, description: string): unknown =>
      fn && new Daily(this, id, { fn, description, deadLetterQueue: unstarted });
    daily('Review', existing(functions, 'review'), 'Asks who was not heard of for long whether to go on');
    daily('Cases', existing(functions, 'case-watch'), 'Looks whether anybody sees to what people want');
    const repeated = (id: string, fn: LambdaFunction | undefined, every: Duration, description: string): unknown =>
      fn && new Repeated(this, id, { fn, every, description });
    repeated('Witness', functions.get('witness'), Duration.minutes(1), 'Has the newest checkpoint cosigned');
    repeated('AskTools', functions.get('ask-tools'), Duration.hours(1), 'Asks mailing tools who left there');
    return unstarted;
  }

  private api(
    props: ConsentLedgerProps,
    own: CustomDomain | undefined,
    issuer: TokenIssuer,
    logKey: Key,
    secrets: Secrets,
  ): Api {
    const { edge, removalPolicy = KEPT } = props;
    if (edge) this.putBefore(own, edge, secrets);
    else own?.leadToApi();
    return new Api(this, 'Api', {
      issuer,
      domainName: own?.name,
      limits: { ...LIMITS, ...props.limits },
      logKey,
      removalPolicy,
    });
  }

  private operators(props: ConsentLedgerProps): OperatorPool {
    const clients = clientsFor(loadSites(props.sites), props.clients);
    const domainPrefix = tokenHost(this, props);
    // The host of the API, where there is no other, is known once there is one.
    const publicUrl = Lazy.string({ produce: () => this.publicUrl });
    return new OperatorPool(this, 'Operators', {
      domainPrefix,
      clients,
      roles: props.roles,
      publicUrl,
      ...endOf(props),
    });
  }

  /** CloudFront shows itself under the domain's name, and calls the API by it. */
  private putBefore(domain: CustomDomain | undefined, edge: EdgeProps, secrets: Secrets): void {
    if (!domain) throw new Error('CloudFront needs a domain, as links lead to it for years: give one, too.');
    new Edge(this, 'Edge', { ...edge, domain, secret: secrets.named('origin') });
  }

  private inbox(domain: string | undefined, props: Omit<InboxProps, 'domain'>): Inbox | undefined {
    return domain === undefined ? undefined : new Inbox(this, 'Inbox', { domain, ...props });
  }

  /** What the command-line tools ask for. */
  private tellOperators(
    { ledger, vault, audience, log }: Tables,
    { bucket }: Archive,
    { issuer, people, scopePrefix = '' }: TokenIssuer,
  ): void {
    const values = {
      PublicUrl: this.publicUrl,
      LedgerTable: ledger.tableName,
      VaultTable: vault.tableName,
      AudienceTable: audience.tableName,
      LogTable: log.tableName,
      ArchiveBucket: bucket.bucketName,
      // For `login`.
      ...(people && { SignIn: JSON.stringify({ issuer, client: people.client, scopePrefix }) }),
    };
    for (const [id, value] of Object.entries(values)) new CfnOutput(this, id, { value });
  }

  private consumers(
    functions: ReadonlyMap<string, LambdaFunction>,
    batchesAtOnce: BatchesAtOnce | undefined,
  ): Map<string, WatchedQueue> {
    const queues = new Map(
      CONSUMERS.map(({ name, runs, ...usual }) => {
        const consumer = existing(functions, runs);
        const wants = { ...usual, atOnce: batchesOf({ name, ...usual }, batchesAtOnce) };
        const made = new ConsumerQueue(this, name, { bus: this.bus, wants, consumer });
        // For `replay`.
        new CfnOutput(this, `${name[0]?.toUpperCase()}${name.slice(1)}Queue`, { value: made.queue.queueUrl });
        return [name, made] as const;
      }),
    );
    for (const [name, fn] of functions)
      if (PERMISSIONS[name]?.queuesMail) queues.get('mailer')?.takeFrom(fn, 'MAILER_QUEUE');
    return new Map<string, WatchedQueue>(queues);
  }

  private backup(props: ConsentLedgerProps, tables: Tables, keys: Keys): Backup | undefined {
    const { removalPolicy = KEPT, backups = isKept(removalPolicy) } = props;
    return backups
      ? new Backup(this, 'Backup', { tables, keys, removalPolicy, secondRegion: props.backupRegion })
      : undefined;
  }

  private topics({ alarmTopic, alarmEmail }: ConsentLedgerProps, keys: Keys): ITopic[] {
    const given = alarmTopic ? [alarmTopic] : [];
    return alarmEmail ? [...given, new AlarmTopic(this, 'Alarms', { key: keys.operations, email: alarmEmail })] : given;
  }
}

/** What becomes of what holds data, and whether it can be deleted at once. */
function endOf({ removalPolicy = KEPT, isFirst = false }: ConsentLedgerProps) {
  return { removalPolicy, isProtected: isKept(removalPolicy) && !isFirst };
}

/** @throws {PolicyError} where the sites do not go with the rest */
function needFittingSites({ sites: module, senderDomains, roles, issuer }: ConsentLedgerProps): void {
  const sites = loadSites(module);
  needSenders(sites, senderDomains);
  needKnownRoles(sites, roles ?? issuer?.people?.roles ?? {});
}

/** @throws {WitnessError} */
function needWitnesses(given: readonly string[]): string[] {
  return parseWitnesses(given.join(',')).map(({ key, url }) => `${key} ${url}`);
}

function existing(functions: ReadonlyMap<string, LambdaFunction>, name: string): LambdaFunction {
  const found = functions.get(name);
  if (!found) throw new Error(`The stack needs the function ${name}, but there is no such file in functions/.`);
  return found;
}
