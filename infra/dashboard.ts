import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { COUNTED } from '../shared/consent/counted';
import type { Business } from './business';
import type { ConsumerQueue } from './consumer';

/** A graph shows so many lines that can be told apart. */
const SITES_SHOWN = 20;

interface DashboardProps {
  readonly api: HttpApi;
  readonly business: Business;
  readonly sites: readonly string[];
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly consumers: ReadonlyMap<string, ConsumerQueue>;
  /** Of the pipe, and of the mail service, by their names. */
  readonly metrics: { readonly pipe: (name: string) => IMetric; readonly mail: (name: string) => IMetric };
}

/** One picture of how it goes. */
export function addDashboard(scope: Construct, props: DashboardProps): void {
  const { api, functions, consumers, metrics, business, sites } = props;
  const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  const perFunction = (metric: (fn: LambdaFunction, label: string) => IMetric) =>
    [...functions].map(([name, fn]) => metric(fn, name));
  const perQueue = (metric: (consumer: ConsumerQueue, label: string) => IMetric) =>
    [...consumers].map(([name, consumer]) => metric(consumer, name));
  new Dashboard(scope, 'Dashboard', {
    widgets: [
      [
        graph('What people did, by the hour', ...COUNTED.map((kind) => business.metric(kind))),
        graph('Sign-ups by site', ...sites.slice(0, SITES_SHOWN).map((site) => business.metric('SignUps', site))),
      ],
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
