import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { LARGEST_BATCH } from '../shared/log/sequencer';
import { NEW_CLOSINGS, NEW_ENTRIES, readStream } from './ledger-stream';
import type { Table } from './tables';

export interface LogFeedProps {
  readonly ledger: Table;
  readonly sequencer: LambdaFunction;
  /** Keeps where in the stream it gave up: shard and sequence numbers, not the entries. */
  readonly deadLetters: Queue;
}

/** Hands every new entry of the ledger to the sequencer of the log. */
export class LogFeed extends Construct {
  constructor(scope: Construct, id: string, { ledger, sequencer, deadLetters }: LogFeedProps) {
    super(scope, id);
    // Not DynamoEventSource and SqsDlq: they grant more.
    sequencer.addToRolePolicy(readStream(ledger));
    sequencer.addToRolePolicy(allow('kms:Decrypt', ledger.encryptionKey!.keyArn));
    sequencer.addToRolePolicy(allow('sqs:SendMessage', deadLetters.queueArn));
    new EventSourceMapping(this, 'Mapping', {
      target: sequencer,
      eventSourceArn: ledger.tableStreamArn!,
      filters: [NEW_ENTRIES, NEW_CLOSINGS].map((filter) => ({ pattern: JSON.stringify(filter) })),
      // Not LATEST: it would miss the entries written while the mapping is being made.
      startingPosition: StartingPosition.TRIM_HORIZON,
      // All entries that wait go into one checkpoint; a visitor who waits for a receipt waits two seconds longer.
      batchSize: LARGEST_BATCH,
      maxBatchingWindow: Duration.seconds(2),
      // An entry that cannot be taken in must not take the others of its batch with it.
      bisectBatchOnError: true,
      // As often as it takes within the stream's 24 hours, but for the last: what expires there leaves no dead letter.
      retryAttempts: -1,
      maxRecordAge: Duration.hours(23),
      onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
    });
  }
}

function allow(action: string, resource: string): PolicyStatement {
  return new PolicyStatement({ actions: [action], resources: [resource] });
}
