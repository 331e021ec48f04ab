import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CONSUMERS } from '../shared/consent/consumers';
import { bundleFunctions, functionNames } from './bundle';
import { CONSUMER_TIMEOUT } from './consumer';
import { HouseFunction } from './house-function';
import type { Keys } from './keys';
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
};

const SECRET_VARIABLES: Readonly<Record<SecretName, string>> = {
  linkKeys: 'LINK_KEYS_SECRET',
  subjectKey: 'SUBJECT_KEY_SECRET',
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
    const { keys, removalPolicy, secretsExtensionArn } = this.props;
    const isConsumer = CONSUMERS.some((consumer) => consumer.name === name);
    const fn = new HouseFunction(this, name, {
      bundle,
      environment: { ...this.environment(permissions), ...this.issuerOfTokens(name) },
      key: keys.operations,
      removalPolicy,
      readsSecrets: permissions.secrets !== undefined,
      secretsExtensionArn,
      ...(isConsumer && { timeout: CONSUMER_TIMEOUT }),
    });
    this.grant(fn, permissions);
    return fn;
  }

  private environment({ secrets = [], rotates, sendsMail, ...tables }: Permissions): Record<string, string> {
    const { publicUrl, trustedProxies, mail } = this.props;
    const tableNames = Object.keys(tables) as TableName[];
    return {
      PUBLIC_URL: publicUrl,
      ...(trustedProxies.length > 0 && { TRUSTED_PROXIES: trustedProxies.join(',') }),
      ...(sendsMail && { SES_CONFIGURATION_SET: mail.configurationSet.configurationSetName }),
      ...Object.fromEntries(tableNames.map((name) => [TABLE_VARIABLES[name], this.props.tables[name].tableName])),
      ...Object.fromEntries(
        [...secrets, ...(rotates ? [rotates] : [])].map((name) => [
          SECRET_VARIABLES[name],
          this.props.secrets[name].secretArn,
        ]),
      ),
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

  private grant(fn: HouseFunction, { secrets = [], rotates, sendsMail, ...tables }: Permissions): void {
    for (const [name, actions] of Object.entries(tables)) this.props.tables.grant(fn, name as TableName, actions);
    for (const name of secrets) this.props.secrets.grantRead(fn, name);
    if (rotates) this.props.secrets.rotateBy(fn, rotates);
    if (sendsMail) this.props.mail.grantSend(fn);
  }
}
