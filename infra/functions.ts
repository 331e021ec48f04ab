import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Duration, Fn, type RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CONSUMERS } from '../shared/consent/consumers';
import type { Archive } from './archive';
import { bundleFunctions, functionNames } from './bundle';
import { CONSUMER_TIMEOUT } from './consumer';
import { HouseFunction, type HouseFunctionProps } from './house-function';
import type { Keys } from './keys';
import type { LogKeys } from './log-keys';
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
  readonly logKeys: LogKeys;
  readonly archive: Archive;
  readonly timestampUrl?: string | undefined;
  readonly issuer: TokenIssuer;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly sites?: string | undefined;
  readonly secretsExtensionArn?: string | undefined;
  readonly removalPolicy: RemovalPolicy;
}

const TABLE_VARIABLES: Readonly<Record<TableName, string>> = {
  ledger: 'LEDGER_TABLE',
  vault: 'VAULT_TABLE',
  audience: 'AUDIENCE_TABLE',
  log: 'LOG_TABLE',
};

const TABLE_NAMES = Object.keys(TABLE_VARIABLES) as TableName[];

const SECRET_VARIABLES: Readonly<Record<SecretName, string>> = {
  linkKeys: 'LINK_KEYS_SECRET',
  subjectKey: 'SUBJECT_KEY_SECRET',
};

/** Who needs more time or memory than others. */
const SIZES: Readonly<Record<string, Pick<HouseFunctionProps, 'timeout' | 'memorySize'>>> = {
  ...Object.fromEntries(CONSUMERS.map(({ name }) => [name, { timeout: CONSUMER_TIMEOUT }])),
  // They make PDFs. The gateway waits for 30 seconds.
  evidence: { timeout: Duration.seconds(29), memorySize: 1024 },
  access: { timeout: Duration.seconds(29), memorySize: 1024 },
  // Sends a page of mails meanwhile.
  announcements: { timeout: Duration.seconds(29) },
  // A batch can be 10,000 entries.
  sequencer: { timeout: Duration.seconds(60), memorySize: 1024 },
  // As long as Lambda lets it: it may have to ask everybody.
  review: { timeout: Duration.minutes(15) },
  // Waits for whoever makes timestamps.
  archive: { timeout: Duration.seconds(30) },
};

/** Every file in `functions/`, deployed with the permissions that {@link PERMISSIONS} gives it. */
export class Functions extends Construct {
  readonly all: ReadonlyMap<string, HouseFunction>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FunctionsProps,
  ) {
    super(scope, id);
    const outdir = mkdtempSync(path.join(tmpdir(), 'consent-ledger-'));
    bundleFunctions({ outdir, ...(props.sites && { sites: props.sites }) });
    this.all = new Map(functionNames().map((name) => [name, this.add(name, path.join(outdir, name))]));
    // AWS CDK has made its own copies by now.
    rmSync(outdir, { recursive: true });
  }

  private add(name: string, bundle: string): HouseFunction {
    const permissions = PERMISSIONS[name];
    if (!permissions) throw new Error(`functions/${name} has no entry in infra/permissions.ts: say what it may do.`);
    const { keys, logKeys, removalPolicy, secretsExtensionArn } = this.props;
    const signsBySecret = permissions.signsLog === true && logKeys.areSecrets;
    const fn = new HouseFunction(this, name, {
      bundle,
      environment: { ...this.environment(permissions), ...this.issuerOfTokens(name) },
      key: keys.operations,
      removalPolicy,
      readsSecrets: permissions.secrets !== undefined || signsBySecret,
      secretsExtensionArn,
      ...SIZES[name],
    });
    this.grant(fn, permissions);
    return fn;
  }

  private environment(permissions: Permissions): Record<string, string> {
    const { secrets = [], rotates, sendsMail } = permissions;
    const { publicUrl, trustedProxies, mail } = this.props;
    return {
      PUBLIC_URL: publicUrl,
      ...(trustedProxies.length > 0 && { TRUSTED_PROXIES: trustedProxies.join(',') }),
      ...(sendsMail && { SES_CONFIGURATION_SET: mail.configurationSet.configurationSetName }),
      ...this.logEnvironment(permissions),
      ...Object.fromEntries(
        TABLE_NAMES.filter((name) => permissions[name]).map((name) => [
          TABLE_VARIABLES[name],
          this.props.tables[name].tableName,
        ]),
      ),
      ...Object.fromEntries(
        [...secrets, ...(rotates ? [rotates] : [])].map((name) => [
          SECRET_VARIABLES[name],
          this.props.secrets[name].secretArn,
        ]),
      ),
    };
  }

  /** A log is named after its address, https://c2sp.org/tlog-tiles. */
  private logEnvironment({ log, signsLog, archive }: Permissions): Record<string, string> {
    const { publicUrl, logKeys, archive: archived, timestampUrl } = this.props;
    const host = Fn.select(2, Fn.split('/', publicUrl));
    return {
      ...(log && { LOG_ORIGIN: `${host}/log` }),
      ...(signsLog && { LOG_SIGNERS: logKeys.signers }),
      ...(archive && { ARCHIVE_BUCKET: archived.bucket.bucketName }),
      ...(archive === 'write' && timestampUrl && { TIMESTAMP_URL: timestampUrl }),
    };
  }

  /** Anybody may sign up, so the gateway lets everybody through; only a site's backend brings a token. */
  private issuerOfTokens(name: string): Record<string, string> {
    if (name !== 'signup') return {};
    const { issuer, jwksUrl, audience, scopePrefix = '' } = this.props.issuer;
    return {
      TOKEN_ISSUER: issuer,
      TOKEN_JWKS_URL: jwksUrl ?? `${issuer}/.well-known/jwks.json`,
      TOKEN_AUDIENCE: audience.join(','),
      SCOPE_PREFIX: scopePrefix,
    };
  }

  private grant(fn: HouseFunction, permissions: Permissions): void {
    const { secrets: names = [], rotates, sendsMail, signsLog, archive } = permissions;
    const { tables, secrets, mail, logKeys } = this.props;
    for (const name of TABLE_NAMES) if (permissions[name]) tables.grant(fn, name, permissions[name]);
    for (const name of names) secrets.grantRead(fn, secrets[name]);
    if (rotates) secrets.rotateBy(fn, rotates);
    if (sendsMail) mail.grantSend(fn);
    if (signsLog) logKeys.grantSign(fn);
    if (archive) this.props.archive.grant(fn, archive);
  }
}
