import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterQueue } from './dead-letters';

/** Has a function run every day. */
export class Daily extends Construct {
  /** Days on which it could not be asked to. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { fn, description }: { fn: LambdaFunction; description: string }) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    new Rule(this, 'Rule', {
      description,
      schedule: Schedule.rate(Duration.days(1)),
      // A run that fails is gone on with the next day, from where it was.
      targets: [
        new Target(fn, { deadLetterQueue: this.deadLetters, maxEventAge: Duration.hours(1), retryAttempts: 2 }),
      ],
    });
  }
}
