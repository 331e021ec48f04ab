import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { STEP_SOURCE } from '../shared/consent/consumers';
import { NEW_ENTRIES, readStream } from './ledger-stream';
import { LOG_RETENTION } from './logs';
import type { Table } from './tables';

export interface BusProps {
  readonly ledger: Table;
  /** For the pipe's log. */
  readonly logKey: IKey;
  /** Keeps where in the stream the pipe gave up: shard and sequence numbers, not the entries. */
  readonly deadLetters: Queue;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * "Look at this subject, and at this entry of it": consumers read the ledger again, so nothing else is carried along.
 */
const STEP = JSON.stringify({
  site: '<$.dynamodb.NewImage.site.S>',
  subject: '<$.dynamodb.NewImage.pk.S>',
  seq: '<$.dynamodb.NewImage.seq.N>',
});

/** The bus `consent`, and the pipe that puts every step in the ledger on it. Integrators hook in here, too. */
export class Bus extends Construct {
  readonly bus: EventBus;
  readonly pipe: CfnPipe;

  constructor(scope: Construct, id: string, { ledger, logKey, deadLetters, removalPolicy }: BusProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'consent', { description: 'Steps in the life of consents; ids only' });
    const log = new LogGroup(this, 'PipeLog', { retention: LOG_RETENTION, encryptionKey: logKey, removalPolicy });
    this.pipe = new CfnPipe(this, 'Pipe', {
      description: 'New ledger entries to the bus',
      roleArn: this.role(ledger, log, deadLetters).roleArn,
      source: ledger.tableStreamArn!,
      sourceParameters: this.source(deadLetters),
      target: this.bus.eventBusArn,
      targetParameters: {
        eventBridgeEventBusParameters: { source: STEP_SOURCE, detailType: '$.dynamodb.NewImage.type.S' },
        inputTemplate: STEP,
      },
      logConfiguration: { level: 'ERROR', cloudwatchLogsLogDestination: { logGroupArn: log.logGroupArn } },
    });
  }

  private source(deadLetters: Queue): CfnPipe.PipeSourceParametersProperty {
    return {
      filterCriteria: { filters: [{ pattern: JSON.stringify(NEW_ENTRIES) }] },
      dynamoDbStreamParameters: {
        // Not LATEST: it would miss the entries written while the pipe is being made.
        startingPosition: 'TRIM_HORIZON',
        batchSize: 10,
        onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
        // As often as it takes within half of the stream's 24 hours; the other half is left for repair by hand.
        maximumRetryAttempts: -1,
        maximumRecordAgeInSeconds: Duration.hours(12).toSeconds(),
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    };
  }

  private role(ledger: Table, log: LogGroup, deadLetters: Queue): Role {
    const allow = (actions: string[], ...resources: string[]) => new PolicyStatement({ actions, resources });
    const statements = [
      readStream(ledger),
      allow(['kms:Decrypt', 'kms:DescribeKey'], ledger.encryptionKey!.keyArn),
      allow(['events:PutEvents'], this.bus.eventBusArn),
      allow(['sqs:SendMessage'], deadLetters.queueArn),
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], log.logGroupArn),
    ];
    return new Role(this, 'PipeRole', {
      assumedBy: new ServicePrincipal('pipes.amazonaws.com'),
      // Inline, so that the pipe never starts before its role may do anything.
      inlinePolicies: { Pipe: new PolicyDocument({ statements }) },
    });
  }
}
