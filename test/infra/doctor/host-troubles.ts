import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { GetHostedZoneCommand, NoSuchHostedZone } from '@aws-sdk/client-route-53';
import { DescribeActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses';
import { aws, HOST, notDeployed } from './account';
import { MADE, WITH_CERTIFICATE, type Trouble } from './trouble';

/** Of the host's zone, certificate and records, and of mail that comes in. */
export const HOST_TROUBLES: readonly Trouble[] = [
  [
    'CAA records for others',
    (world) => (world.issuers = { [HOST]: ['letsencrypt.org'], 'example.com': ['amazon.com'] }),
    'wrong',
    `${HOST} has CAA records, and none of them is for Amazon.`,
    `${HOST} CAA 0 issue "amazon.com"`,
  ],
  [
    'a zone that there is not',
    () => aws.route53.on(GetHostedZoneCommand).rejects(new NoSuchHostedZone({ message: 'no', $metadata: {} })),
    'wrong',
    'There is no hosted zone Z1 in this account.',
    'aws route53 list-hosted-zones',
  ],
  ...[
    ['of another name', { Name: 'example.net.' }, 'The hosted zone Z1 is example.net, not example.com.'] as const,
    ['a private', { Name: 'example.com.', Config: { PrivateZone: true } }, 'example.com is private'] as const,
  ].map(([which, zone, what]): Trouble => [
    `${which} zone`,
    () =>
      aws.route53
        .on(GetHostedZoneCommand)
        .resolves({ HostedZone: { Id: 'Z1', CallerReference: 'x', ...zone }, DelegationSet: { NameServers: [] } }),
    'wrong',
    what,
    'aws route53 list-hosted-zones',
  ]),
  [
    'a zone that nobody asks',
    (world) => (world.ns = { 'example.com': ['ns.elsewhere.example'] }),
    'wrong',
    'The world asks other name servers for example.com than those of Z1: ns.elsewhere.example.',
    'name ns-1.awsdns-01.org, ns-3.awsdns-03.net',
  ],
  [
    'a certificate that waits',
    () =>
      aws.acm
        .on(DescribeCertificateCommand)
        .resolves({ Certificate: { Status: 'PENDING_VALIDATION', DomainName: '*.example.com' } }),
    'wrong',
    `The certificate for ${HOST} in eu-west-1 is PENDING_VALIDATION.`,
    'aws acm describe-certificate',
    WITH_CERTIFICATE,
  ],
  [
    'a certificate for another host',
    () =>
      aws.acm
        .on(DescribeCertificateCommand)
        .resolves({ Certificate: { Status: 'ISSUED', DomainName: 'example.com', SubjectAlternativeNames: ['x.com'] } }),
    'wrong',
    `The certificate ${MADE} is for example.com, x.com, not for ${HOST}.`,
    'Have ACM in eu-west-1 issue one',
    WITH_CERTIFICATE,
  ],
  [
    'a host that leads nowhere',
    (world) => (world.addresses = {}),
    'wrong',
    `${HOST} leads nowhere.`,
    `Add to its DNS: ${HOST} CNAME d-1.execute-api.example`,
  ],
  [
    'a host that leads somewhere before',
    (world) => {
      notDeployed(world);
      world.addresses = { [HOST]: ['203.0.113.9'] };
    },
    'look',
    `${HOST} leads somewhere already.`,
    'its records away',
  ],
  [
    'receipt rules that are not active',
    () =>
      aws.ses.on(DescribeActiveReceiptRuleSetCommand).resolves({
        Metadata: { Name: 'others' },
        Rules: [
          { Name: 'a', Enabled: true, Recipients: ['example.com'] },
          { Name: 'b', Enabled: false, Recipients: ['inbox.example.com'] },
        ],
      }),
    'wrong',
    'No active receipt rule of SES in eu-west-1 is for inbox.example.com; active is others.',
    'aws ses set-active-receipt-rule-set --region eu-west-1 --rule-set-name rules',
  ],
  [
    'receipt rules of somebody else',
    (world) => notDeployed(world),
    'look',
    'The receipt rules "rules" are active in eu-west-1.',
    'Copy its rules',
  ],
  [
    'mail that goes elsewhere, too',
    (world) => world.mx['inbox.example.com']?.push('mx.example.net'),
    'wrong',
    'Mail for inbox.example.com goes to inbound-smtp.eu-west-1.amazonaws.com, mx.example.net.',
    'as the only one: inbox.example.com MX 10 inbound-smtp.eu-west-1.amazonaws.com',
  ],
];
