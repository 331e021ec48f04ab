import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { look, wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** Whether anybody hears of alarms, and the system of bounces. */
export async function checkListeners(patient: Patient): Promise<Finding[]> {
  const { alarmEmail, isTrial } = patient.stage;
  return [
    ...(await ofTopic(patient, 'ConsentFeedbackTopic', [
      'SNS does not tell the stack of bounces and complaints.',
      'Addresses that take no mail are mailed on, and complaints are no withdrawals.',
      'docs/deployment.md, step 9: have SNS ask again.',
    ])),
    ...(alarmEmail === null
      ? isTrial
        ? []
        : [look('Nobody hears of alarms.', 'alarmEmail is null.', 'Give an address, and deploy.')]
      : await ofTopic(patient, 'ConsentAlarms', [
          `Alarms do not reach ${alarmEmail}.`,
          'The subscription was not confirmed.',
          'Press the link in the mail that AWS sent; it is sent again: aws sns subscribe --protocol email ...',
        ])),
  ];
}

async function ofTopic(
  { stage: { region }, deployed }: Patient,
  logicalId: string,
  unheard: readonly [what: string, why: string, todo: string],
): Promise<Finding[]> {
  const TopicArn = await deployed?.physical(logicalId);
  if (TopicArn === undefined) return [];
  const { Subscriptions = [] } = await new SNSClient({ region }).send(
    new ListSubscriptionsByTopicCommand({ TopicArn }),
  );
  const isHeard = Subscriptions.some(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:'));
  return isHeard ? [] : [wrong(...unheard)];
}
