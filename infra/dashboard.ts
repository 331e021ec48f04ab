import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ConsumerQueue } from './consumer';

interface DashboardProps {
  readonly api: HttpApi;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly consumers: ReadonlyMap<string, ConsumerQueue>;
  /** Of the pipe, and of the mail service, by their names. */
  readonly metrics: { readonly pipe: (name: string) => IMetric; readonly mail: (name: string) => IMetric };
}

/** One picture of how it goes. */
export function addDashboard(scope: Construct, { api, functions, consumers, metrics }: DashboardProps): void {
  const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  const perFunction = (metric: (fn: LambdaFunction, label: string) => IMetric) =>
    [...functions].map(([name, fn]) => metric(fn, name));
  const perQueue = (metric: (consumer: ConsumerQueue, label: string) => IMetric) =>
    [...consumers].map(([name, consumer]) => metric(consumer, name));
  new Dashboard(scope, 'Dashboard', {
    widgets: [
      [
        graph('Requests', api.metricCount(), api.metricClientError(), api.metricServerError()),
        graph('Latency', api.metricLatency({ statistic: Stats.p(50) }), api.metricLatency({ statistic: Stats.p(99) })),
      ],
      [
        graph('Errors', ...perFunction((fn, label) => fn.metricErrors({ label }))),
        graph('Duration, p99', ...perFunction((fn, label) => fn.metricDuration({ label, statistic: Stats.p(99) }))),
      ],
      [
        graph(
          'Waiting, seconds',
          ...perQueue(({ queue }, label) => queue.metricApproximateAgeOfOldestMessage({ label })),
        ),
        graph(
          'Dead letters',
          ...perQueue(({ deadLetters }, label) => deadLetters.metricApproximateNumberOfMessagesVisible({ label })),
        ),
      ],
      [
        graph('Steps put on the bus', metrics.pipe('EventCount'), metrics.pipe('ExecutionFailed')),
        graph('Mail', metrics.mail('BounceRate'), metrics.mail('ComplaintRate')),
      ],
    ],
  });
}
