import { checkBootstrap } from './checks/bootstrap';
import { checkCopies } from './checks/copies';
import { checkHost } from './checks/host';
import { checkInbox } from './checks/inbox';
import { checkListeners } from './checks/listeners';
import { checkMail } from './checks/mail';
import { checkProcessors } from './checks/processors';
import { checkQuotas } from './checks/quotas';
import { checkSenders } from './checks/senders';
import { checkServices } from './checks/services';
import { wrong, type Finding } from './finding';
import type { Patient } from './patient';

/** Looks at one thing. @throws what AWS or a name server refused it with */
export type Check = (patient: Patient) => Promise<readonly Finding[]>;

/** All that is looked at, and the rights that it takes. */
export const CHECKS: readonly (readonly [name: string, rights: string, check: Check])[] = [
  ['bootstrap', 'ssm:GetParameter', checkBootstrap],
  ['services of the region', 'ssm:GetParameters', checkServices],
  ['quotas', 'lambda:GetAccountSettings, servicequotas:GetServiceQuota, ListServiceQuotas', checkQuotas],
  ['mail', 'ses:GetAccount', checkMail],
  ['senders', 'ses:GetEmailIdentity', checkSenders],
  ['host', 'route53:GetHostedZone, acm:DescribeCertificate', checkHost],
  ['inbox', 'ses:DescribeActiveReceiptRuleSet', checkInbox],
  ['copies', 'backup:DescribeRegionSettings', checkCopies],
  ['processors', 'cloudformation:DescribeStackResource, secretsmanager:GetSecretValue, kms:Decrypt', checkProcessors],
  ['who hears of what', 'cloudformation:DescribeStackResource, sns:ListSubscriptionsByTopic', checkListeners],
];

export interface Examined {
  readonly found: readonly Finding[];
  /** What nothing was found of. */
  readonly fine: readonly string[];
}

/** Looks at all of it, also where something cannot be asked. */
export async function examine(patient: Patient): Promise<Examined> {
  const { stage, account } = patient;
  if (stage.account !== null && stage.account !== account) {
    const todo = `Use credentials of ${stage.account}: "aws sts get-caller-identity" says whose they are.`;
    const what = `The credentials in this shell are for account ${account}, the stage is for ${stage.account}.`;
    return {
      found: [wrong(what, 'Nothing else was asked, as it would be another account that answers.', todo)],
      fine: [],
    };
  }
  const each = await Promise.all(CHECKS.map(([name, rights, check]) => findingsOf(name, rights, check(patient))));
  const fine = CHECKS.flatMap(([name], n) => (each[n]?.length === 0 ? [name] : []));
  return { found: each.flat(), fine };
}

async function findingsOf(name: string, rights: string, checked: ReturnType<Check>): Promise<readonly Finding[]> {
  return checked.catch((error: Error) => {
    if (error.name === 'CredentialsProviderError') throw error;
    return [
      {
        level: 'unasked' as const,
        what: `Of ${name} nothing can be said: ${error.name}, ${error.message}`,
        why: 'So what may be wrong there shows when it fails.',
        todo: `Ask again later, or with these rights: ${rights}.`,
      },
    ];
  });
}
