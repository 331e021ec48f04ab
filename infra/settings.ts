import { existsSync } from 'node:fs';
import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { clientOf, ROLES, type Client } from '../shared/http/roles';
import { parseWitnesses, WitnessError } from '../shared/log/configured-witness';
import type { ConsentLedgerProps } from './consent-ledger';
import type { CustomDomainProps } from './custom-domain';
import type { EdgeProps } from './edge';
import type { LogKeyName, LogKeyNames } from './log-keys';
import type { TokenIssuer } from './operators';

/** Thrown when the command line does not say enough; the message says what to add to it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The settings of `-c name=value` on the command line, or of `context` in cdk.json. */
function setting(scope: Construct, name: string): string | undefined {
  const value: unknown = scope.node.tryGetContext(name);
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new SettingsError(`-c ${name}=... has to be text.`);
  return value;
}

function list(scope: Construct, name: string): string[] | undefined {
  return setting(scope, name)
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

export function regionSetting(scope: Construct): string {
  return setting(scope, 'region') ?? 'eu-central-1';
}

/** Where copies of the copies are kept; undefined where there are none. */
export function backupRegionSetting(scope: Construct): string | undefined {
  const region = setting(scope, 'backupRegion');
  if (region && backups(scope) === false)
    throw new SettingsError('-c backupRegion=... needs copies: take -c backups=off out.');
  return region;
}

/** The props of this project's own app; see docs/deployment.md for each setting. */
export function settings(scope: Construct): ConsentLedgerProps {
  return {
    senderDomains: senders(scope),
    domain: domain(scope),
    edge: edge(scope),
    hostedZone: hostedZone(scope),
    inboxDomain: setting(scope, 'inboxDomain'),
    issuer: issuer(scope),
    clients: clients(scope),
    sites: sites(scope),
    trustedProxies: list(scope, 'trustedProxies'),
    reservedConcurrency: reservedConcurrency(scope),
    logKeys: logKeys(scope),
    archiveRetention: archiveRetention(scope),
    timestampUrl: timestampUrl(scope),
    witnesses: witnesses(scope),
    backups: backups(scope),
    backupRegion: backupRegionSetting(scope),
    alarmEmail: setting(scope, 'alarmEmail'),
    secretsExtensionArn: setting(scope, 'secretsExtensionArn'),
    removalPolicy: removalPolicy(scope),
  };
}

function sites(scope: Construct): string {
  const file = setting(scope, 'sites');
  if (!file) {
    throw new SettingsError(
      'Which sites are served? Add -c sites=path/to/your/sites.ts; docs/policy.md says how to write them. ' +
        'For a look without any of your own: -c sites=examples/sites/index.ts.',
    );
  }
  if (!existsSync(file)) throw new SettingsError(`-c sites=${file}: there is no such file.`);
  return path.resolve(file);
}

function senders(scope: Construct): string[] {
  const found = list(scope, 'sender');
  if (!found?.length) {
    throw new SettingsError(
      'Which domain is mail sent from? Add -c sender=example.com (several: -c sender=example.com,example.org).',
    );
  }
  return found;
}

function domain(scope: Construct): CustomDomainProps | undefined {
  const domainName = setting(scope, 'domain');
  if (!domainName) return undefined;
  const zone = hostedZone(scope);
  const certificateArn = setting(scope, 'certificateArn');
  if (!zone && !certificateArn) {
    throw new SettingsError(
      `The domain ${domainName} needs a certificate: add -c certificateArn=arn:aws:acm:... (in the stack's region), ` +
        'or -c hostedZoneId=... -c hostedZoneName=... to have one made and validated through Route 53.',
    );
  }
  const certificate = certificateArn && knownCertificate(scope, 'Certificate', certificateArn);
  return { domainName, hostedZone: zone, ...(certificate && { certificate }) };
}

/** Whether CloudFront is to stand before the API. */
export function edgeSetting(scope: Construct): boolean {
  const value = setting(scope, 'edge');
  if (value !== undefined && value !== 'cloudfront') {
    throw new SettingsError(`-c edge=${value}: there is "cloudfront", or leave it out.`);
  }
  return value === 'cloudfront';
}

/** The domain that CloudFront answers for; links lead there for years, so it has to be one of your own. */
export function edgeDomain(scope: Construct): Pick<CustomDomainProps, 'domainName' | 'hostedZone'> {
  const domainName = setting(scope, 'domain');
  if (domainName) return { domainName, hostedZone: hostedZone(scope) };
  throw new SettingsError('-c edge=cloudfront needs a domain of your own: add -c domain=consent.example.com.');
}

/** Undefined until the stack in us-east-1 was deployed, whose outputs these settings are. */
function edge(scope: Construct): EdgeProps | undefined {
  const webAclArn = setting(scope, 'webAclArn');
  if (!edgeSetting(scope) || !webAclArn) return undefined;
  edgeDomain(scope);
  const certificateArn = setting(scope, 'edgeCertificateArn');
  if (!certificateArn) {
    throw new SettingsError(
      '-c edge=cloudfront needs a certificate of us-east-1 for the domain: add -c edgeCertificateArn=arn:aws:acm:us-east-1:...',
    );
  }
  const originSecret = setting(scope, 'originSecret') ?? '1';
  if (originSecret !== '1' && originSecret !== '2') {
    throw new SettingsError(`-c originSecret=${originSecret} is neither "1" nor "2".`);
  }
  return {
    certificate: knownCertificate(scope, 'EdgeCertificate', certificateArn),
    webAclArn,
    originSecret,
  };
}

function knownCertificate(scope: Construct, id: string, arn: string): ICertificate {
  const known = scope.node.tryFindChild(id) as ICertificate | undefined;
  return known ?? Certificate.fromCertificateArn(scope, id, arn);
}

function hostedZone(scope: Construct): IHostedZone | undefined {
  const hostedZoneId = setting(scope, 'hostedZoneId');
  const zoneName = setting(scope, 'hostedZoneName');
  if (!hostedZoneId && !zoneName) return undefined;
  if (!hostedZoneId || !zoneName) {
    throw new SettingsError('A hosted zone needs both -c hostedZoneId=Z... and -c hostedZoneName=example.com.');
  }
  const known = scope.node.tryFindChild('Zone') as IHostedZone | undefined;
  return known ?? HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName });
}

function issuer(scope: Construct): TokenIssuer | undefined {
  const url = setting(scope, 'issuer');
  if (!url) return undefined;
  const audience = list(scope, 'audience');
  if (!audience?.length) {
    throw new SettingsError(`Tokens of ${url} need -c audience=...: the value of their aud (or client_id) claim.`);
  }
  return {
    issuer: url,
    audience,
    jwksUrl: setting(scope, 'jwksUrl'),
    scopePrefix: setting(scope, 'scopePrefix'),
    siteClaim: setting(scope, 'siteClaim'),
    processorClaim: setting(scope, 'processorClaim'),
  };
}

function clients(scope: Construct): Client[] | undefined {
  const names = list(scope, 'clients');
  if (names && setting(scope, 'issuer')) {
    throw new SettingsError('-c clients=... are clients of Cognito: leave them out, and make clients at your issuer.');
  }
  return names?.map((name) => {
    const client = clientOf(name);
    if (client) return client;
    throw new SettingsError(
      `-c clients=...: "${name}" is no client. It is a role (${Object.keys(ROLES).join(', ')}) and where it is good, such as ` +
        'marketing@shop, compliance@shop+blog or processor=brieftapir@shop.',
    );
  });
}

/** So that each of the functions that share it has a few. */
const LEAST_RESERVED = 20;

function reservedConcurrency(scope: Construct): number | undefined {
  const value = setting(scope, 'reservedConcurrency');
  if (!value) return undefined;
  if (/^\d{1,5}$/.test(value) && Number(value) >= LEAST_RESERVED) return Number(value);
  throw new SettingsError(
    `-c reservedConcurrency=${value} has to be a number from ${LEAST_RESERVED} on; docs/deployment.md says which.`,
  );
}

function logKeys(scope: Construct): LogKeyNames | undefined {
  const names = list(scope, 'logKeys');
  if (!names) return undefined;
  const isName = (name: string): name is LogKeyName => /^(kms|secret)-[1-9]\d*$/.test(name);
  const [current, ...others] = names.filter(isName);
  if (!current || new Set([current, ...others]).size < names.length) {
    throw new SettingsError(
      `-c logKeys=${names.join(',')} has to name keys as kms-1 or secret-1, each once, the current one first; ` +
        'while keys change: -c logKeys=kms-2,kms-1.',
    );
  }
  return [current, ...others];
}

function archiveRetention(scope: Construct): Duration | undefined {
  const years = setting(scope, 'archiveYears');
  if (!years) return undefined;
  // S3 takes 36,500 days at most.
  if (!/^[1-9]\d?$/.test(years)) {
    throw new SettingsError(`-c archiveYears=${years} has to be a number of years from 1 to 99.`);
  }
  return Duration.days(Math.ceil(365.25 * Number(years)));
}

function timestampUrl(scope: Construct): string | undefined {
  const url = setting(scope, 'timestampUrl');
  if (url && !(/^https?:/.test(url) && URL.canParse(url))) {
    throw new SettingsError(`-c timestampUrl=${url} has to be an address, e.g. https://timestamps.example.com/tsr.`);
  }
  return url;
}

function witnesses(scope: Construct): string[] | undefined {
  const given = setting(scope, 'witnesses');
  if (!given) return undefined;
  try {
    return parseWitnesses(given).map(({ key, url }) => `${key} ${url}`);
  } catch (error) {
    throw error instanceof WitnessError ? new SettingsError(`-c witnesses=...: ${error.message}.`) : error;
  }
}

function backups(scope: Construct): boolean | undefined {
  const value = setting(scope, 'backups');
  if (!value) return undefined;
  if (value !== 'on' && value !== 'off') throw new SettingsError(`-c backups=${value} is neither "on" nor "off".`);
  return value === 'on';
}

function removalPolicy(scope: Construct): RemovalPolicy | undefined {
  const value = setting(scope, 'removalPolicy');
  if (!value) return undefined;
  if (value !== 'destroy' && value !== 'retain') {
    throw new SettingsError(`-c removalPolicy=${value} is neither "retain" (the default) nor "destroy" (for a trial).`);
  }
  return value === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}
