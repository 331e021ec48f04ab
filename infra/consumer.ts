import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Consumer, STEP_SOURCE } from '../shared/consent/consumers';
import { deadLetterQueue } from './dead-letters';

/** How long a consumer may work on one batch. */
export const CONSUMER_TIMEOUT = Duration.seconds(30);

export interface ConsumerQueueProps {
  readonly bus: EventBus;
  /** Which steps it wants to hear of, and how it is told. */
  readonly wants: Omit<Consumer, 'name' | 'runs'>;
  readonly consumer: LambdaFunction;
}

/** A rule on the bus, a queue of its own, and the function that works it off. */
export class ConsumerQueue extends Construct {
  readonly queue: Queue;
  /**
   * Messages that failed too often, or that the rule could not deliver; both have the same body, so both can be
   * redriven.
   */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { bus, wants, consumer }: ConsumerQueueProps) {
    super(scope, id);
    const { types, tries, batch, atOnce } = wants;
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(7),
      visibilityTimeout: Duration.minutes(tries.restMinutes),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries.atMost },
    });
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: { source: [STEP_SOURCE], detailType: [...types] },
      targets: [new SqsQueue(this.queue, { deadLetterQueue: this.deadLetters })],
    });
    consumer.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: batch,
        reportBatchItemFailures: true,
        maxConcurrency: atOnce,
      }),
    );
  }

  /** Lets a function put messages into the queue, which finds it by that variable. */
  takeFrom(fn: LambdaFunction, variable: string): void {
    fn.addEnvironment(variable, this.queue.queueUrl);
    fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));
  }
}
