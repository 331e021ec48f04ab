import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Duration, Fn, type RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { CONSUMERS } from '../shared/consent/consumers';
import { SIGNED_IN } from '../shared/http/operation';
import { OPERATIONS } from '../shared/http/operations';
import { scopesToAskFor } from '../shared/http/roles';
import type { SignInSettings } from '../shared/http/sign-in';
import type { Archive } from './archive';
import { bundleFunctions } from './bundle';
import { functionFiles, roomOf, ROOMS } from './function-files';
import { CONSUMER_TIMEOUT } from './consumer';
import { Downloads } from './downloads';
import type { Feedback } from './feedback';
import { HouseFunction, type HouseFunctionProps } from './house-function';
import type { Inbox } from './inbox';
import type { Keys } from './keys';
import type { LogKeys } from './log-keys';
import { LOG_RETENTION } from './logs';
import type { Mail } from './mail';
import type { TokenIssuer } from './operators';
import { type Permissions, PERMISSIONS, type SecretName, type TableName } from './permissions';
import type { Secrets } from './secrets';
import type { Tables } from './tables';

export interface FunctionsProps {
  readonly keys: Keys;
  readonly tables: Tables;
  readonly secrets: Secrets;
  readonly mail: Mail;
  readonly feedback: Feedback;
  /** Where mails come in, if they do. */
  readonly inbox: Inbox | undefined;
  readonly logKeys: LogKeys;
  readonly archive: Archive;
  readonly timestampUrl?: string | undefined;
  /** Those who cosign checkpoints, as WITNESSES has them. */
  readonly witnesses: readonly string[];
  /** Whether a site has a tool that has to be asked who left there. */
  readonly hasAskedTools: boolean;
  readonly issuer: TokenIssuer;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly sites: string;
  readonly bundles?: string | undefined;
  readonly secretsExtensionArn?: string | undefined;
  readonly reservedConcurrency?: number | undefined;
  readonly removalPolicy: RemovalPolicy;
}

const TABLE_VARIABLES: Readonly<Record<TableName, string>> = {
  ledger: 'LEDGER_TABLE',
  vault: 'VAULT_TABLE',
  audience: 'AUDIENCE_TABLE',
  log: 'LOG_TABLE',
  limits: 'LIMITS_TABLE',
};

const TABLE_NAMES = Object.keys(TABLE_VARIABLES) as TableName[];

const SECRET_VARIABLES: Readonly<Record<SecretName, string>> = {
  linkKeys: 'LINK_KEYS_SECRET',
  subjectKey: 'SUBJECT_KEY_SECRET',
  processors: 'PROCESSORS_SECRET',
  origin: 'ORIGIN_SECRET',
};

/** The functions that need more time or memory than others. */
const SIZES: Readonly<Record<string, Pick<HouseFunctionProps, 'timeout' | 'memorySize'>>> = {
  ...Object.fromEntries(CONSUMERS.map(({ runs }) => [runs, { timeout: CONSUMER_TIMEOUT }])),
  // They make PDFs. The gateway waits for 30 seconds.
  evidence: { timeout: Duration.seconds(29), memorySize: 1024 },
  subjects: { timeout: Duration.seconds(29), memorySize: 1024 },
  // Signs thousands of links, and looks up hundreds of people.
  audience: { memorySize: 1024 },
  links: { timeout: Duration.seconds(29), memorySize: 1024 },
  // Takes a hundred rows of an import.
  reports: { timeout: Duration.seconds(29), memorySize: 1024 },
  // Decides about fifty people at once.
  cases: { timeout: Duration.seconds(29) },
  // Waits for processors.
  deliveries: { timeout: Duration.seconds(29) },
  // Sends a page of mails meanwhile.
  announcements: { timeout: Duration.seconds(29) },
  // A batch can be 10,000 entries and more, and waits for its turn.
  sequencer: { timeout: Duration.seconds(60) },
  // As long as Lambda lets it: it may have to ask everybody.
  review: { timeout: Duration.minutes(15) },
  // As long as Lambda lets it: it may be told of everybody who left.
  'ask-tools': { timeout: Duration.minutes(15) },
  // A mail can have 40 MB, which the library holds several times over.
  inbox: { timeout: Duration.seconds(60), memorySize: 1024 },
  // Waits for the timestamp authority.
  archive: { timeout: Duration.seconds(30) },
  // Waits for witnesses.
  witness: { timeout: Duration.seconds(30) },
};

/** Of what is set aside for people, so that none of these waits for another, or for anything else in the account. */
const SHARES: Readonly<Record<string, number>> = { unsubscribe: 0.4, preferences: 0.2, confirm: 0.2, signup: 0.2 };

/** Of no use where no mail comes in. Letters do, everywhere. */
export const OF_INBOX: readonly string[] = ['inbox'];
/** Of no use where nobody cosigns. */
export const OF_WITNESSES: readonly string[] = ['witness'];
/** Of no use where every tool reports by itself. */
export const OF_ASKED_TOOLS: readonly string[] = ['ask-tools'];
/** Of no use where CloudFront does not stand before the API. */
export const OF_EDGE: readonly string[] = ['origin'];

/** The tables that a function has to find. */
function tablesOf(permissions: Permissions): readonly TableName[] {
  const { notesFetches, counts, readsCounts, seesParts, namesOperators, deliveries } = permissions;
  const besides = {
    ledger: notesFetches ?? counts ?? readsCounts,
    vault: seesParts ?? namesOperators,
    audience: deliveries,
    log: undefined,
    limits: undefined,
  };
  return TABLE_NAMES.filter((name) => permissions[name] ?? besides[name]);
}

/** Every file in `functions/`, deployed with the permissions that {@link PERMISSIONS} gives it. */
export class Functions extends Construct {
  readonly all: ReadonlyMap<string, HouseFunction>;
  private readonly downloads: Downloads;
  /** One for each room: what belongs together is read together, and `function` says who wrote it. */
  private readonly logs: ReadonlyMap<string, LogGroup>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FunctionsProps,
  ) {
    super(scope, id);
    this.logs = new Map(ROOMS.map((room) => [room, this.logOf(room)]));
    const outdir = props.bundles ?? mkdtempSync(path.join(tmpdir(), 'consent-ledger-'));
    if (!props.bundles) bundleFunctions({ outdir, sites: props.sites });
    this.downloads = new Downloads(this, 'Files', props.sites);
    const unused = [
      ...(props.inbox ? [] : OF_INBOX),
      ...(props.witnesses.length > 0 ? [] : OF_WITNESSES),
      ...(props.hasAskedTools ? [] : OF_ASKED_TOOLS),
      ...(props.secrets.knows('origin') ? [] : OF_EDGE),
    ];
    const names = [...functionFiles().keys()].filter((name) => !unused.includes(name));
    this.all = new Map(names.map((name) => [name, this.add(name, path.join(outdir, name))]));
    // AWS CDK has made its own copies by now.
    if (!props.bundles) rmSync(outdir, { recursive: true });
  }

  private add(name: string, bundle: string): HouseFunction {
    const permissions = PERMISSIONS[name];
    if (!permissions) throw new Error(`functions/${name} has no entry in infra/permissions.ts: say what it may do.`);
    const { keys, logKeys, secretsExtensionArn } = this.props;
    const signsBySecret = permissions.signsLog === true && logKeys.areSecrets;
    const fn = new HouseFunction(this, name, {
      bundle,
      environment: { ...this.environment(permissions), ...this.issuerOfTokens(name) },
      key: keys.operations,
      logGroup: this.logs.get(roomOf(name))!,
      readsSecrets: permissions.secrets !== undefined || signsBySecret,
      secretsExtensionArn,
      reservedConcurrentExecutions: this.setAside(name),
      ...SIZES[name],
    });
    this.grant(fn, permissions);
    return fn;
  }

  private logOf(room: string): LogGroup {
    const { keys, removalPolicy } = this.props;
    const id = `${room[0]?.toUpperCase()}${room.slice(1)}Log`;
    return new LogGroup(this, id, { retention: LOG_RETENTION, encryptionKey: keys.operations, removalPolicy });
  }

  private setAside(name: string): number | undefined {
    const { reservedConcurrency } = this.props;
    const share = SHARES[name];
    return reservedConcurrency !== undefined && share ? Math.floor(reservedConcurrency * share) : undefined;
  }

  private environment(permissions: Permissions): Record<string, string> {
    const { secrets = [], rotates, sendsMail, hearsOfMail } = permissions;
    const { publicUrl, trustedProxies, mail, feedback } = this.props;
    return {
      PUBLIC_URL: publicUrl,
      ...(trustedProxies.length > 0 && { TRUSTED_PROXIES: trustedProxies.join(',') }),
      ...(sendsMail && { SES_CONFIGURATION_SET: mail.configurationSet.configurationSetName }),
      ...(hearsOfMail && { FEEDBACK_TOPIC: feedback.topic.topicArn }),
      ...(permissions.linksToFiles && this.downloads.environment),
      ...this.inboxEnvironment(permissions),
      ...this.logEnvironment(permissions),
      ...Object.fromEntries(
        tablesOf(permissions).map((name) => [TABLE_VARIABLES[name], this.props.tables[name].tableName]),
      ),
      ...Object.fromEntries(
        [...secrets, ...(rotates ? [rotates] : [])].map((name) => [
          SECRET_VARIABLES[name],
          this.props.secrets.named(name).secretArn,
        ]),
      ),
    };
  }

  /** A function that makes links to unsubscribe also makes addresses to do so. */
  private inboxEnvironment({ secrets = [], receivesMail }: Permissions): Record<string, string> {
    const { inbox } = this.props;
    return {
      ...(inbox && secrets.includes('linkKeys') && { INBOX_DOMAIN: inbox.domain }),
      ...(inbox && receivesMail && { INBOX_BUCKET: inbox.bucket.bucketName }),
    };
  }

  /** A log is named after its address, https://c2sp.org/tlog-tiles. */
  private logEnvironment({ log, signsLog, asksWitnesses, archive }: Permissions): Record<string, string> {
    const { publicUrl, logKeys, archive: archived, timestampUrl, witnesses } = this.props;
    const host = Fn.select(2, Fn.split('/', publicUrl));
    return {
      ...(log && { LOG_ORIGIN: `${host}/log` }),
      ...(asksWitnesses && { WITNESSES: witnesses.join(',') }),
      ...(signsLog && { LOG_SIGNERS: logKeys.signers }),
      ...(archive && { ARCHIVE_BUCKET: archived.bucket.bucketName }),
      ...(archive === 'write' && timestampUrl && { TIMESTAMP_URL: timestampUrl }),
    };
  }

  /** The console is files alone, and has to be told where people sign in. */
  private consoleSettings(): Record<string, string> {
    const { issuer, people, pages, scopePrefix = '' } = this.props.issuer;
    if (!people || !pages) return {};
    const settings: SignInSettings = { issuer, client: people.client, scope: scopesToAskFor(scopePrefix), ...pages };
    return { CONSOLE: JSON.stringify(settings) };
  }

  /**
   * What is good for what. Anybody may sign up, so there the gateway lets everybody through; only a site's backend brings a token,
   * which the function checks itself.
   */
  private issuerOfTokens(name: string): Record<string, string> {
    if (name === 'static') return this.consoleSettings();
    const operations = OPERATIONS.filter((operation) => operation.function === name);
    if (!operations.some(({ scope, optionalScope }) => scope ?? optionalScope)) return {};
    const { issuer, jwksUrl, audience, scopePrefix, siteClaim, processorClaim, people } = this.props.issuer;
    const asksIssuer = operations.some(({ scope, optionalScope }) => optionalScope ?? scope === SIGNED_IN);
    return {
      ...(asksIssuer && { TOKEN_ISSUER: issuer }),
      ...(operations.some(({ optionalScope }) => optionalScope) && {
        TOKEN_JWKS_URL: jwksUrl ?? `${issuer}/.well-known/jwks.json`,
        TOKEN_AUDIENCE: audience.join(','),
      }),
      ...(scopePrefix && { SCOPE_PREFIX: scopePrefix }),
      ...(siteClaim && { SITE_CLAIM: siteClaim }),
      ...(processorClaim && { PROCESSOR_CLAIM: processorClaim }),
      ...(people && { PEOPLE: JSON.stringify(people) }),
    };
  }

  private grant(fn: HouseFunction, permissions: Permissions): void {
    const { secrets: names = [], rotates, notesFetches, deliveries, sendsMail, signsLog, archive } = permissions;
    if (permissions.asksWitnesses) this.props.tables.grantNotesOfWitnesses(fn);
    const { tables, secrets, mail, logKeys } = this.props;
    for (const name of TABLE_NAMES) if (permissions[name]) tables.grant(fn, name, permissions[name]);
    for (const name of names) secrets.grantRead(fn, secrets.named(name));
    if (permissions.putsOffEnds) tables.grantPuttingOffEnds(fn);
    if (permissions.seesParts) tables.grantSightOfParts(fn);
    if (notesFetches) tables.grantNotesOfFetches(fn);
    if (permissions.keepsCounts) tables.grantCountsOfAudience(fn);
    if (permissions.counts) tables.grantCounts(fn, 'PutItem');
    if (permissions.readsCounts) tables.grantCounts(fn, 'Query');
    if (permissions.readsJournal) tables.grantJournal(fn);
    if (permissions.namesOperators) tables.grantNamesOfOperators(fn);
    if (deliveries) tables.grantDeliveries(fn, deliveries);
    if (rotates) secrets.rotateBy(fn, rotates);
    if (sendsMail) mail.grantSend(fn);
    if (signsLog) logKeys.grantSign(fn);
    if (archive) this.props.archive.grant(fn, archive);
    if (permissions.linksToFiles) this.downloads.grantRead(fn);
    if (permissions.receivesMail) this.props.inbox?.grant(fn);
  }
}
