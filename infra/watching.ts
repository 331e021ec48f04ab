import { type Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, type Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** Several metrics as one: an alarm takes ten at most. */
export function together(how: 'SUM' | 'MAX', metrics: readonly IMetric[], period: Duration): MathExpression {
  return new MathExpression({ expression: `${how}(METRICS())`, usingMetrics: numbered(metrics), period });
}

/**
 * 1 where something shows that there is a stack at work, and one of those that should have run by then did not. Without the first,
 * an alarm would ring as soon as it is made.
 */
export function idle(alive: Metric, ran: readonly Metric[], period: Duration): MathExpression {
  const least = `MIN([${ran.map((_, n) => `FILL(m${n}, 0)`).join(', ')}])`;
  return new MathExpression({
    expression: `IF(FILL(alive, 0) > 0 AND ${least} < 1, 1, 0)`,
    usingMetrics: { alive, ...numbered(ran) },
    period,
  });
}

const numbered = (metrics: readonly IMetric[]): Record<string, IMetric> =>
  Object.fromEntries(metrics.map((metric, n) => [`m${n}`, metric]));
