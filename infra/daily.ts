import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface DailyProps {
  readonly fn: LambdaFunction;
  readonly description: string;
  /** For days on which it could not be asked to. */
  readonly deadLetterQueue: Queue;
}

/** Has a function run every day. */
export class Daily extends Construct {
  constructor(scope: Construct, id: string, { fn, description, deadLetterQueue }: DailyProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      description,
      schedule: Schedule.rate(Duration.days(1)),
      // A run that fails is gone on with the next day, from where it was.
      targets: [new Target(fn, { deadLetterQueue, maxEventAge: Duration.hours(1), retryAttempts: 2 })],
    });
  }
}
