import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  LogQueryWidget,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { COUNTED } from '../shared/consent/counted';
import type { Business } from './business';
import type { WatchedQueue } from './dead-letters';

/** A graph shows so many lines that can be told apart. */
const SITES_SHOWN = 20;

interface DashboardProps {
  readonly alarms: readonly IAlarm[];
  /** What somebody has to decide about. */
  readonly due: readonly IMetric[];
  readonly api: HttpApi;
  readonly accessLog: ILogGroup;
  /** Of the functions that answer requests. */
  readonly logs: readonly ILogGroup[];
  readonly business: Business;
  readonly sites: readonly string[];
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly queues: ReadonlyMap<string, WatchedQueue>;
  /** Of the pipe, and of the mail service, by their names. */
  readonly metrics: { readonly pipe: (name: string) => IMetric; readonly mail: (name: string) => IMetric };
}

/** One picture of how it goes, as somebody looks at it in the morning: what rings, what is to decide, what people did. */
export function addDashboard(scope: Construct, props: DashboardProps): void {
  const { alarms, due, api, functions, queues, metrics, business, sites } = props;
  const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  const perFunction = (metric: (fn: LambdaFunction, label: string) => IMetric) =>
    [...functions].map(([name, fn]) => metric(fn, name));
  const perQueue = (metric: (watched: WatchedQueue, label: string) => IMetric) =>
    [...queues].map(([name, queue]) => metric(queue, name));
  new Dashboard(scope, 'Dashboard', {
    widgets: [
      [
        new AlarmStatusWidget({ title: 'What rings: docs/runbooks/', alarms: [...alarms], width: 18, height: 6 }),
        new SingleValueWidget({ title: 'To decide', metrics: [...due], width: 6, height: 6 }),
      ],
      [
        graph('What people did, by the hour', ...COUNTED.map((kind) => business.metric(kind))),
        graph('Sign-ups by site', ...sites.slice(0, SITES_SHOWN).map((site) => business.metric('SignUps', site))),
      ],
      refusals(props),
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
      [
        graph('Requests', api.metricCount(), api.metricClientError(), api.metricServerError()),
        graph('Latency', api.metricLatency({ statistic: Stats.p(50) }), api.metricLatency({ statistic: Stats.p(99) })),
      ],
      [
        graph('Errors', ...perFunction((fn, label) => fn.metricErrors({ label }))),
        graph('Duration, p99', ...perFunction((fn, label) => fn.metricDuration({ label, statistic: Stats.p(99) }))),
      ],
    ],
  });
}

/**
 * Who was refused, and why: asked of the logs when somebody looks. A metric by reason would be paid for each reason and month, and
 * whoever calls with nonsense could have many made.
 */
function refusals({ logs, accessLog }: DashboardProps): LogQueryWidget[] {
  const table = (title: string, groups: readonly ILogGroup[], ...queryLines: string[]) =>
    new LogQueryWidget({
      title,
      logGroupNames: groups.map(({ logGroupName }) => logGroupName),
      queryLines: [...queryLines, 'sort refused desc', 'limit 20'],
      width: 12,
    });
  return [
    table(
      'Refused by us, and why',
      logs,
      'filter message = "answered" and status >= 400 and status < 500',
      'stats count(*) as refused by problem, routeKey',
    ),
    table(
      'Refused by the gateway',
      [accessLog],
      'filter ispresent(refusal) and refusal != "-"',
      'stats count(*) as refused by refusal, route',
    ),
  ];
}
