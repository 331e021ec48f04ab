import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { AlarmName } from './alarms';

/** What the daily review counts, and the alarm that goes by it. */
const DAILY: readonly (readonly [AlarmName, message: string])[] = [
  ['ReviewsDue', 'regular reviews due'],
  ['ReviewsEnding', 'regular reviews ending'],
  ['ClosingsDue', 'closed sites not deleted'],
];

/** Makes metrics of what the review says in its log, one for each alarm. */
export function dailyCounts(scope: Construct, metricNamespace: string, logGroup: ILogGroup): [AlarmName, Metric][] {
  const metricName = 'Daily';
  const patterns = DAILY.map(([, message]) => FilterPattern.stringValue('$.message', '=', message));
  new MetricFilter(scope, 'DailyFilter', {
    logGroup,
    filterPattern: FilterPattern.any(...patterns),
    metricNamespace,
    metricName,
    metricValue: '$.count',
    dimensions: { message: '$.message' },
  });
  const what = { namespace: metricNamespace, metricName, statistic: Stats.MAXIMUM, period: Duration.days(1) };
  return DAILY.map(([name, message]) => [name, new Metric({ ...what, dimensionsMap: { message } })]);
}
