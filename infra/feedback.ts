import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Mail } from './mail';

export interface FeedbackProps {
  readonly mail: Mail;
  /** For the topic alone: its messages have addresses. */
  readonly key: Key;
}

/** SNS gives up an hour after it was told, whatever is asked of it. */
const PATIENCE = {
  minDelayTarget: Duration.seconds(5),
  maxDelayTarget: Duration.seconds(120),
  numRetries: 40,
} as const;

/**
 * The outcomes of mails: SES tells a topic, and the topic calls us. No message is kept anywhere, as it has addresses.
 */
export class Feedback extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { mail, key }: FeedbackProps) {
    super(scope, id);
    this.letSesEncrypt(key);
    // Version 2 is SHA-256, and the only one that the function takes.
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true, signatureVersion: '2' });
    mail.configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(this.topic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
  }

  /** Has the topic call that address, which has to answer by then, as it is asked whether it wants to be called. */
  call(url: string): Subscription {
    return new Subscription(this, 'Subscription', {
      topic: this.topic,
      protocol: SubscriptionProtocol.HTTPS,
      endpoint: url,
      deliveryPolicy: { healthyRetryPolicy: PATIENCE },
    });
  }

  private letSesEncrypt(key: Key): void {
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}
