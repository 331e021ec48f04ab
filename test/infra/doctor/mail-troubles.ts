import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException } from '@aws-sdk/client-sesv2';
import { aws, notDeployed } from './account';
import type { Trouble } from './trouble';

const unknown = new NotFoundException({ message: 'no', $metadata: {} });
const account = { ProductionAccessEnabled: true, SendingEnabled: true, EnforcementStatus: 'HEALTHY' };

/** Of SES, and of what the world is told of the senders. */
export const MAIL_TROUBLES: readonly Trouble[] = [
  [
    'the sandbox',
    () =>
      aws.sesv2.on(GetAccountCommand).resolves({
        ...account,
        ProductionAccessEnabled: false,
        SendQuota: { Max24HourSend: 200, SentLast24Hours: 0 },
      }),
    'wrong',
    'SES has this account in its sandbox in eu-west-1: 200 mails a day',
    'Request production access',
  ],
  [
    'sending paused',
    () => aws.sesv2.on(GetAccountCommand).resolves({ ...account, SendingEnabled: false }),
    'wrong',
    'SES sends nothing for this account',
    'put-account-sending-attributes',
  ],
  [
    'probation',
    () => aws.sesv2.on(GetAccountCommand).resolves({ ...account, EnforcementStatus: 'PROBATION' }),
    'wrong',
    'SES calls this account PROBATION',
    'AWS Support Center',
  ],
  [
    'a small quota',
    () =>
      aws.sesv2
        .on(GetAccountCommand)
        .resolves({ ...account, SendQuota: { Max24HourSend: 1000, SentLast24Hours: 0, MaxSendRate: 1 } }),
    'look',
    'SES sends 1000 mails a day for this account; the sites may ask for 1000000 confirmations.',
    'limits.mailsPerDay',
  ],
  [
    'a quota that is nearly used up',
    () =>
      aws.sesv2
        .on(GetAccountCommand)
        .resolves({ ...account, SendQuota: { Max24HourSend: 9000, SentLast24Hours: 7201 } }),
    'look',
    '7201 of the 9000 mails of a day are used up',
    'Request sending limit increase',
  ],
  [
    'an identity that SES knows before the deployment',
    (world) => notDeployed(world),
    'wrong',
    'SES in eu-west-1 knows example.com already.',
    "Put 'example.com' into domainsInSes.",
  ],
  [
    'an identity that is said to be there and is not',
    () => aws.sesv2.on(GetEmailIdentityCommand, { EmailIdentity: 'example.org' }).rejects(unknown),
    'wrong',
    'SES in eu-west-1 does not know example.org.',
    'Take it out of domainsInSes',
  ],
  [
    'an identity that somebody took away',
    () => aws.sesv2.on(GetEmailIdentityCommand, { EmailIdentity: 'example.com' }).rejects(unknown),
    'wrong',
    'SES in eu-west-1 does not know example.com.',
    'aws sesv2 create-email-identity --email-identity example.com',
  ],
  [
    'DKIM records that are missing',
    (world) => {
      aws.sesv2.on(GetEmailIdentityCommand, { EmailIdentity: 'example.com' }).resolves({
        VerifiedForSendingStatus: false,
        DkimAttributes: { Status: 'PENDING', Tokens: ['a', 'b'] },
      });
      world.cname['a._domainkey.example.com'] = ['a.dkim.amazonses.com'];
    },
    'wrong',
    'SES has not verified example.com (DKIM: PENDING).',
    'Add to its DNS: b._domainkey.example.com CNAME b.dkim.amazonses.com',
  ],
  [
    'DKIM records that SES has not seen',
    (world) => {
      aws.sesv2.on(GetEmailIdentityCommand, { EmailIdentity: 'example.com' }).resolves({
        VerifiedForSendingStatus: false,
        DkimAttributes: { Status: 'FAILED', Tokens: ['a'], SigningHostedZone: 'dkim.eu-west-1.amazonses.com' },
      });
      world.cname['a._domainkey.example.com'] = ['a.dkim.eu-west-1.amazonses.com'];
    },
    'wrong',
    'SES has not verified example.com (DKIM: FAILED).',
    'put-email-identity-dkim-attributes --email-identity example.com',
  ],
  [
    'no DMARC',
    (world) => (world.txt = {}),
    'look',
    'example.org has no DMARC record.',
    '_dmarc.example.org TXT "v=DMARC1',
  ],
  [
    'two SPF records',
    (world) => (world.txt['example.com'] = ['v=spf1 -all', 'v=spf1 include:x ~all', 'v=spf10']),
    'look',
    'example.com has 2 SPF records.',
    'Make one of them.',
  ],
];
