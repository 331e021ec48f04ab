import { Duration } from 'aws-cdk-lib';
import { AnomalyDetectionAlarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ALL_SITES } from '../shared/consent/counted';
import { describe } from './alarms';

const HOUR = Duration.hours(1);

/** What goes on at the sites, by numbers alone: the sequencer sees every step, and says how many there were of which kind. */
export class Business {
  /** @param logs of the sequencer, which counts, and of the archive, which says once an hour that there is nothing to count */
  constructor(
    private readonly scope: Construct,
    private readonly namespace: string,
    logs: readonly ILogGroup[],
  ) {
    for (const [n, logGroup] of logs.entries()) {
      new MetricFilter(scope, `Steps${n + 1}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.message', '=', 'counted'),
        metricNamespace: this.namespace,
        metricName: 'Steps',
        metricValue: '$.count',
        dimensions: { site: '$.site', kind: '$.kind' },
      });
    }
  }

  metric(kind: string, site = ALL_SITES, period = HOUR): Metric {
    const dimensionsMap = { site, kind };
    const label = site === ALL_SITES ? kind : site;
    return new Metric({
      namespace: this.namespace,
      metricName: 'Steps',
      dimensionsMap,
      statistic: Stats.SUM,
      period,
      label,
    });
  }

  /** Fewer than this hour of the week has had: for three hours, as a form is forgotten sooner than that. */
  watchSignUps() {
    return new AnomalyDetectionAlarm(this.scope, 'SignUpsStopped', {
      metric: this.metric('SignUps'),
      stdDevs: 3,
      comparisonOperator: ComparisonOperator.LESS_THAN_LOWER_THRESHOLD,
      alarmDescription: describe('SignUpsStopped'),
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
