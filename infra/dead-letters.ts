import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** A queue, and where its messages go that failed too often. */
export interface WatchedQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** Keeps what could not be processed for as long as SQS can: time to repair, and then to redrive. */
export function deadLetterQueue(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason:
      'It is a dead-letter queue. cdk-nag sees that only of those of other queues, not of a pipe, stream or rule.',
  });
  return queue;
}
