import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { clientOf } from '../../shared/http/roles';
import { parseWitnesses } from '../../shared/log/configured-witness';
import type { ConsentLedgerProps } from '../consent-ledger';
import type { CustomDomainProps } from '../custom-domain';
import type { EdgeProps } from '../edge';
import { KEPT } from '../kept';
import type { TablesInUse } from '../tables';
import type { Stage } from './stage';

/** The props of the construct, as a stage says them. */
export function propsOf(scope: Construct, stage: Stage): ConsentLedgerProps {
  const hostedZone = zoneOf(scope, stage);
  return {
    senderDomains: stage.senderDomains,
    domainsInSes: stage.domainsInSes,
    sites: stage.sites,
    domain: domainOf(scope, stage, hostedZone),
    edge: edgeOf(scope, stage),
    hostedZone,
    inboxDomain: stage.inboxDomain ?? undefined,
    ...operatorsOf(stage),
    trustedProxies: stage.trustedProxies,
    reservedConcurrency: stage.reservedConcurrency ?? undefined,
    batchesAtOnce: stage.batchesAtOnce ?? undefined,
    logKeys: stage.logKeys,
    archiveRetention: Duration.days(Math.ceil(365.25 * stage.archiveYears)),
    timestampUrl: stage.timestampUrl ?? undefined,
    witnesses: parseWitnesses(stage.witnesses.join(',')).map(({ key, url }) => `${key} ${url}`),
    backups: stage.backups,
    backupRegion: stage.backupRegion ?? undefined,
    alarmEmail: stage.alarmEmail ?? undefined,
    tables: tablesOf(stage),
    secretsExtensionArn: stage.secretsExtensionArn ?? undefined,
    removalPolicy: removalPolicyOf(stage),
  };
}

export function removalPolicyOf({ isTrial }: Pick<Stage, 'isTrial'>): RemovalPolicy {
  return isTrial ? RemovalPolicy.DESTROY : KEPT;
}

/** The Route 53 zone that a stage's host is in, if there is one. */
export function zoneOf(scope: Construct, { domain }: Stage): IHostedZone | undefined {
  const zone = domain?.hostedZone;
  return zone
    ? HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId: zone.id, zoneName: zone.name })
    : undefined;
}

function domainOf(
  scope: Construct,
  { domain }: Stage,
  hostedZone: IHostedZone | undefined,
): CustomDomainProps | undefined {
  if (!domain) return undefined;
  const { name: domainName, certificateArn } = domain;
  const certificate = certificateArn && Certificate.fromCertificateArn(scope, 'Certificate', certificateArn);
  return { domainName, hostedZone, ...(certificate && { certificate }) };
}

/** Undefined until the stack in us-east-1 was deployed, whose outputs these settings are. */
function edgeOf(scope: Construct, { edge }: Stage): EdgeProps | undefined {
  if (!edge?.webAclArn || !edge.certificateArn) return undefined;
  const certificate = Certificate.fromCertificateArn(scope, 'EdgeCertificate', edge.certificateArn);
  return { certificate, webAclArn: edge.webAclArn, originSecret: edge.originSecret };
}

function tablesOf({ tables }: Stage): TablesInUse | undefined {
  if (!tables) return undefined;
  const { ledger, vault, audience, log } = tables;
  return {
    ledger: ledger ?? undefined,
    vault: vault ?? undefined,
    audience: audience ?? undefined,
    log: log ?? undefined,
  };
}

function operatorsOf({ operators }: Stage): Pick<ConsentLedgerProps, 'clients' | 'issuer' | 'roles'> {
  if ('clients' in operators) {
    const clients = operators.clients.map(clientOf).filter((client) => client !== undefined);
    return { clients, roles: operators.people?.roles };
  }
  const { issuer, audience, jwksUrl, scopePrefix, siteClaim, processorClaim, people } = operators;
  return {
    issuer: {
      issuer,
      audience,
      jwksUrl: jwksUrl ?? undefined,
      scopePrefix: scopePrefix ?? undefined,
      siteClaim: siteClaim ?? undefined,
      processorClaim: processorClaim ?? undefined,
      ...(people && { people: { client: people.client, claim: people.claim, roles: people.roles } }),
      pages: people?.pages ?? undefined,
    },
  };
}
