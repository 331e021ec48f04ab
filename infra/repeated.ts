import type { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface RepeatedProps {
  readonly fn: LambdaFunction;
  readonly every: Duration;
  readonly description: string;
}

/** Has a function run again and again. A run that fails is not made up for: the next one does the same. */
export class Repeated extends Construct {
  constructor(scope: Construct, id: string, { fn, every, description }: RepeatedProps) {
    super(scope, id);
    fn.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: every });
    new Rule(this, 'Rule', {
      description,
      schedule: Schedule.rate(every),
      targets: [new Target(fn, { maxEventAge: every, retryAttempts: 0 })],
    });
  }
}
