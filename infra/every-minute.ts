import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** Has a function run every minute. A run that fails is not made up for: the next one does the same. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, { fn, description }: { fn: LambdaFunction; description: string }) {
    super(scope, id);
    fn.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    new Rule(this, 'Rule', {
      description,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new Target(fn, { maxEventAge: Duration.minutes(1), retryAttempts: 0 })],
    });
  }
}
