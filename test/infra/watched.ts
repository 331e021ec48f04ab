import type { Template } from 'aws-cdk-lib/assertions';
import { named, referenced } from './synthesis';

/** What an alarm goes by. */
export interface Watched {
  readonly properties: Readonly<Record<string, unknown>>;
  /** Each as its name and the logical id of what it is about, such as `Errors ConsentFunctionssignup`. */
  readonly metrics: readonly string[];
  /** What is made of several; undefined where there is one alone. */
  readonly expression: string | undefined;
}

interface MetricOf {
  readonly MetricName?: string;
  readonly Dimensions?: unknown;
}
interface Query {
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: MetricOf; readonly Period: number };
}

const said = ({ MetricName = '', Dimensions }: MetricOf): string =>
  Dimensions === undefined ? MetricName : `${MetricName} ${referenced(Dimensions)}`;

/** The alarms of a stack by their names. */
export function alarms(template: Template): ReadonlyMap<string, Watched> {
  const found = [...named(template, 'AWS::CloudWatch::Alarm')].map(([id, { Properties }]) => {
    const queries = (Properties['Metrics'] ?? []) as Query[];
    const several = queries.flatMap(({ MetricStat }) => (MetricStat ? [said(MetricStat.Metric)] : []));
    const watched: Watched = {
      properties: Properties,
      metrics: queries.length > 0 ? several : [said(Properties)],
      expression: queries.find(({ Expression }) => Expression !== undefined)?.Expression,
    };
    return [id.replace('ConsentMonitoring', ''), watched] as const;
  });
  return new Map(found);
}
