import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FEED } from '../shared/log/feed';
import { deadLetterQueue } from './dead-letters';
import { NEW_CLOSINGS, NEW_ENTRIES, readStream } from './ledger-stream';
import type { Table } from './tables';

export interface LogFeedProps {
  readonly ledger: Table;
  readonly sequencer: LambdaFunction;
  /** Keeps where in the stream it gave up: shard and sequence numbers, not the entries. */
  readonly forgotten: Queue;
}

/**
 * Hands every new entry of the ledger to the sequencer of the log: the stream to as many of it as there are shards, which put the
 * hashes into one queue, and the queue to the one or two that write (decision 134).
 */
export class LogFeed extends Construct {
  readonly queue: Queue;
  /** Hashes that did not get into the log in a day and more of tries. */
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LogFeedProps,
  ) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(7),
      visibilityTimeout: Duration.minutes(2),
      // As often as SQS tries: 33 hours.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 1000 },
    });
    this.readStream();
    this.readQueue();
  }

  private readStream(): void {
    const { ledger, sequencer, forgotten } = this.props;
    sequencer.addEnvironment('LOG_QUEUE', this.queue.queueUrl);
    // Not DynamoEventSource and SqsDlq: they grant more.
    sequencer.addToRolePolicy(readStream(ledger));
    sequencer.addToRolePolicy(allow('kms:Decrypt', ledger.encryptionKey!.keyArn));
    sequencer.addToRolePolicy(allow('sqs:SendMessage', this.queue.queueArn, forgotten.queueArn));
    new EventSourceMapping(this, 'Mapping', {
      target: sequencer,
      eventSourceArn: ledger.tableStreamArn!,
      filters: [NEW_ENTRIES, NEW_CLOSINGS].map((filter) => ({ pattern: JSON.stringify(filter) })),
      // Not LATEST: it would miss the entries written while the mapping is being made.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: FEED.stream.batch,
      // An entry that cannot be handed on must not take the others of its batch with it.
      bisectBatchOnError: true,
      // As often as it takes within the stream's 24 hours, but for the last: what expires there leaves no dead letter.
      retryAttempts: -1,
      maxRecordAge: Duration.hours(23),
      onFailure: { bind: () => ({ destination: forgotten.queueArn }) },
    });
  }

  private readQueue(): void {
    this.props.sequencer.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: FEED.queue.batch,
        // All entries that wait go into one checkpoint; a visitor who waits for a receipt waits two seconds longer.
        maxBatchingWindow: Duration.seconds(FEED.queue.windowSeconds),
        maxConcurrency: FEED.queue.atOnce,
      }),
    );
  }
}

function allow(action: string, ...resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions: [action], resources });
}
