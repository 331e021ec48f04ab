import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { GetHostedZoneCommand, NoSuchHostedZone, Route53Client } from '@aws-sdk/client-route-53';
import { EDGE_REGION } from '../../edge-stack';
import { look, wrong, type Finding } from '../finding';
import { upFrom, type Names } from '../names';
import type { Patient } from '../patient';

/** Whoever may issue for one of these, may for AWS. */
const AMAZON: readonly string[] = ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'];

/** The host of the links: its zone, its certificates, and whether it leads here. */
export async function checkHost(patient: Patient): Promise<Finding[]> {
  const { stage, names } = patient;
  const { domain, edge } = stage;
  if (!domain) return [];
  const { name, hostedZone, certificateArn } = domain;
  return [
    ...(hostedZone ? await ofZone(names, hostedZone) : []),
    ...(await ofIssuers(names, name)),
    ...(certificateArn === null ? [] : await ofCertificate(stage.region, certificateArn, name)),
    ...(edge?.certificateArn ? await ofCertificate(EDGE_REGION, edge.certificateArn, name) : []),
    ...(await ofAddress(patient, name)),
  ];
}

async function ofZone(names: Names, { id, name }: { readonly id: string; readonly name: string }): Promise<Finding[]> {
  const zone = await zoneOf(id);
  const have = 'aws route53 list-hosted-zones lists what there is.';
  if (!zone?.HostedZone)
    return [wrong(`There is no hosted zone ${id} in this account.`, 'Records cannot be made.', have)];
  const known = zone.HostedZone.Name?.replace(/\.$/, '');
  if (known !== name) {
    return [wrong(`The hosted zone ${id} is ${known}, not ${name}.`, 'Route 53 would refuse the records.', have)];
  }
  if (zone.HostedZone.Config?.PrivateZone === true) {
    return [wrong(`The hosted zone ${name} is private.`, 'Nobody outside would find its records.', have)];
  }
  const servers = zone.DelegationSet?.NameServers ?? [];
  const asked = await names.ns(name);
  if (asked.some((server) => servers.includes(server))) return [];
  return [
    wrong(
      `The world asks other name servers for ${name} than those of ${id}: ${asked.join(', ') || 'none'}.`,
      'What is written into the zone is seen by nobody, and a certificate is never validated.',
      `Have the domain's NS records name ${servers.join(', ')}.`,
    ),
  ];
}

async function zoneOf(Id: string) {
  try {
    return await new Route53Client({ region: EDGE_REGION }).send(new GetHostedZoneCommand({ Id }));
  } catch (error) {
    if (error instanceof NoSuchHostedZone) return undefined;
    throw error;
  }
}

/** The nearest name upwards that says who may issue decides (RFC 8659). */
async function ofIssuers(names: Names, host: string): Promise<Finding[]> {
  for (const name of upFrom(host)) {
    const issuers = await names.issuers(name);
    if (!issuers) continue;
    if (issuers.some((issuer) => AMAZON.includes(issuer))) return [];
    return [
      wrong(
        `${name} has CAA records, and none of them is for Amazon.`,
        `No certificate for ${host} is issued, and none renewed.`,
        `Add to its DNS: ${name} CAA 0 issue "amazon.com"`,
      ),
    ];
  }
  return [];
}

async function ofCertificate(region: string, CertificateArn: string, host: string): Promise<Finding[]> {
  const { Certificate } = await new ACMClient({ region }).send(new DescribeCertificateCommand({ CertificateArn }));
  const { Status, DomainName, SubjectAlternativeNames = [] } = Certificate ?? {};
  const covered = [DomainName, ...SubjectAlternativeNames];
  const wildcard = `*.${host.split('.').slice(1).join('.')}`;
  if (!covered.includes(host) && !covered.includes(wildcard)) {
    const what = `The certificate ${CertificateArn} is for ${covered.join(', ')}, not for ${host}.`;
    return [wrong(what, 'The deployment fails at it.', `Have ACM in ${region} issue one for ${host}.`)];
  }
  if (Status === 'ISSUED') return [];
  const todo =
    'Add the record that validates it: aws acm describe-certificate shows it. EXPIRED or FAILED: request a new one.';
  return [
    wrong(`The certificate for ${host} in ${region} is ${Status}.`, 'It cannot be used before it is issued.', todo),
  ];
}

async function ofAddress({ names, deployed }: Patient, host: string): Promise<Finding[]> {
  const leadsSomewhere = (await names.addresses(host)).length > 0;
  if (!deployed) {
    if (!leadsSomewhere) return [];
    const why = 'The stack makes its records, or Route 53 refuses them as there are some; links will lead here.';
    return [look(`${host} leads somewhere already.`, why, 'Take a host that is nobody else’s, or its records away.')];
  }
  if (leadsSomewhere) return [];
  const [, cname] = Object.entries(deployed.outputs).find(([key]) => key.includes('Cname')) ?? [];
  return [
    wrong(
      `${host} leads nowhere.`,
      'No link in a mail works, and SES cannot tell of bounces.',
      cname === undefined ? 'Look at its records in the hosted zone.' : `Add to its DNS: ${cname}`,
    ),
  ];
}
