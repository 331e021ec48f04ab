import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IAlarm,
  type IAlarmAction,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlarmName, describe } from './alarms';
import type { Backup } from './backup';
import type { Bus } from './bus';
import { Business } from './business';
import type { WatchedQueue } from './dead-letters';
import { dailyCounts } from './daily-counts';
import { addDashboard } from './dashboard';
import type { Feedback } from './feedback';
import { roomOf } from './function-files';
import type { Mail } from './mail';
import { idle, together } from './watching';

export interface MonitoringProps {
  readonly api: HttpApi;
  /** What the gateway says of each request. */
  readonly accessLog: ILogGroup;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** By what is worked off: the consumers', and the log's. */
  readonly queues: ReadonlyMap<string, WatchedQueue>;
  readonly bus: Bus;
  /** Where it is kept that the pipe or the sequencer gave up a place in the stream. */
  readonly forgotten: Queue;
  /** Where it is kept that a run could not be started. */
  readonly unstarted: Queue;
  readonly backup: Backup | undefined;
  readonly mail: Mail;
  /** Their ids. */
  readonly sites: readonly string[];
  readonly feedback: Feedback;
  /** The actions of an alarm. */
  readonly actions: readonly IAlarmAction[];
}

/** How long a step may wait for what follows from it. */
const PATIENCE = Duration.minutes(15);

const PERIOD = { period: Duration.minutes(5) };
const SUM = { ...PERIOD, statistic: Stats.SUM };
const MAXIMUM = { ...PERIOD, statistic: Stats.MAXIMUM };

/** They say who may be mailed; the others that operators call do something for one person. */
const LISTS: readonly string[] = ['audience', 'links', 'permissions'];

/** The alarm for a function's errors: one for all of a room, as an alarm takes ten metrics. */
const ERRORS_OF_ROOM: Readonly<Record<string, AlarmName>> = {
  public: 'PeopleErrors',
  operators: 'OperatorsErrors',
  consumers: 'ConsumersErrors',
  clock: 'ClockErrors',
  inbound: 'InboundErrors',
};

/** An alarm for each way in which a step can get stuck, and one dashboard. */
export class Monitoring extends Construct {
  private readonly namespace: string;
  private readonly alarms: IAlarm[] = [];
  /** What somebody has to decide about, as the review counted it. */
  private readonly due: IMetric[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MonitoringProps,
  ) {
    super(scope, id);
    this.namespace = `ConsentLedger/${Stack.of(this).stackName}`;
    this.watchFunctions();
    this.watchQueues();
    this.watchPipe();
    this.watchClock();
    this.watchWitnesses();
    this.watchReview();
    this.watchMail();
    this.watchCaps();
    this.watchBrake();
    this.watchInbox();
    this.watchBackups();
    // What should be there and is not was deleted past the functions, or by a restore that went wrong.
    this.alarm('PartsMissing', this.counted('PartsMissing', 'retention', 'parts missing', PERIOD.period), 1);
    this.alarm('ApiFaults', props.api.metricServerError(SUM), 1);
    const business = new Business(this, this.namespace, [
      this.function('sequencer').logGroup,
      this.function('archive').logGroup,
    ]);
    const signUps = business.watchSignUps();
    signUps.addAlarmAction(...props.actions);
    this.alarms.push(signUps);
    const { api, accessLog, functions, queues, sites } = props;
    const { alarms, due } = this;
    const logs = ['signup', 'subjects'].map((name) => this.function(name).logGroup);
    const metrics = { pipe: (name: string) => this.pipeMetric(name), mail: (name: string) => this.mailMetric(name) };
    addDashboard(this, { alarms, due, api, accessLog, logs, functions, queues, metrics, business, sites });
  }

  private watchFunctions(): void {
    const errors = new Map<AlarmName, IMetric[]>();
    for (const [name, fn] of this.props.functions) {
      const alarm = LISTS.includes(name) ? 'ListsErrors' : ERRORS_OF_ROOM[roomOf(name)]!;
      errors.set(alarm, [...(errors.get(alarm) ?? []), fn.metricErrors({ ...PERIOD, label: name })]);
    }
    for (const [alarm, metrics] of errors) this.alarm(alarm, together('SUM', metrics, PERIOD.period), 1);
    // All functions of an account share what may run at once.
    this.alarm('Throttles', LambdaFunction.metricAllThrottles(PERIOD), 1);
  }

  private watchQueues(): void {
    const { queues, forgotten, unstarted } = this.props;
    const ages = [...queues].map(([label, { queue }]) =>
      queue.metricApproximateAgeOfOldestMessage({ ...MAXIMUM, label }),
    );
    this.alarm('ConsumersWaiting', together('MAX', ages, PERIOD.period), PATIENCE.toSeconds());
    // How long the oldest entry of a batch lay in the ledger's stream.
    this.alarm('LogWaiting', this.function('sequencer').metric('IteratorAge', MAXIMUM), PATIENCE.toMilliseconds());
    this.watchDeadLetters('DeadLetters', { clock: { deadLetters: unstarted }, ...Object.fromEntries(queues) });
    this.watchDeadLetters('StreamDeadLetters', { stream: { deadLetters: forgotten } });
  }

  private watchDeadLetters(alarm: AlarmName, queues: Readonly<Record<string, { readonly deadLetters: Queue }>>): void {
    const visible = Object.entries(queues).map(([label, { deadLetters }]) =>
      deadLetters.metricApproximateNumberOfMessagesVisible({ ...MAXIMUM, label }),
    );
    this.alarm(alarm, together('MAX', visible, PERIOD.period), 1);
  }

  /** The sequencer reads the same stream: where it got entries twice in a row and the pipe none, the pipe stands still. */
  private watchPipe(): void {
    this.alarm('PipeFailures', this.pipeMetric('ExecutionFailed'), 1);
    const carried = idle(this.ran('sequencer'), [this.pipeMetric('Invocations')], PATIENCE);
    this.alarm('PipeStopped', carried, 1, { evaluationPeriods: 2 });
  }

  /**
   * Whether that runs which the clock should run. A log that is not archived could be made anew; people who have to be asked, or
   * whose time to answer is over, wait for the review; whoever left at a tool is mailed on by others until it was asked.
   */
  private watchClock(): void {
    const archive = this.ran('archive');
    const has = (...names: string[]): Metric[] =>
      names.filter((name) => this.props.functions.has(name)).map((name) => this.ran(name));
    const twice = { evaluationPeriods: 2 };
    const [hours, day] = [Duration.hours(3), Duration.days(1)];
    this.alarm('ArchiveIdle', idle(this.ran('sequencer'), [archive], hours), 1, twice);
    this.alarm('ClockIdle', idle(archive, has('review', 'case-watch'), day), 1, twice);
    const [asking, witness] = [has('ask-tools'), has('witness')];
    if (asking.length > 0) this.alarm('AskToolsIdle', idle(archive, asking, hours), 1, twice);
    if (witness.length > 0) this.alarm('WitnessIdle', idle(archive, witness, Duration.hours(1)), 1, twice);
  }

  /** What witnesses do not vouch for, evidence cannot say; and one that contradicts may be the truth. */
  private watchWitnesses(): void {
    if (!this.props.functions.has('witness')) return;
    for (const name of ['WitnessesContradicting', 'WitnessesLagging'] as const) {
      const message = `witnesses ${name.replace('Witnesses', '').toLowerCase()}`;
      this.alarm(name, this.counted(name, 'witness', message, PERIOD.period), 1);
    }
  }

  /** By what the daily review counted: until the next time it is as it was. */
  private watchReview(): void {
    const { logGroup } = this.function('review');
    for (const [name, metric] of dailyCounts(this, this.namespace, logGroup)) {
      this.alarm(name, metric, 1, { treatMissingData: TreatMissingData.IGNORE });
      this.due.push(metric.with({ label: name }));
    }
  }

  /** SES reviews an account from 5 % bounces or 0.1 % complaints, and may stop its mail soon after. */
  private watchMail(): void {
    this.alarm('Bounces', this.mailMetric('BounceRate'), 0.05);
    this.alarm('Complaints', this.mailMetric('ComplaintRate'), 0.001);
    this.alarm('FeedbackUnheard', this.props.feedback.topic.metricNumberOfNotificationsFailed(SUM), 1);
  }

  /** Whoever signs up gets no mail, and is told that one comes. */
  private watchCaps(): void {
    const capped = this.counted('CappedBySite', 'signup', 'confirmation mail capped by site', PERIOD.period);
    this.counted('Trapped', 'signup', 'sign-up by a program', PERIOD.period);
    this.alarm('CappedBySite', capped, 1);
  }

  /** Rings when they are stopped, and as long as somebody signs up in vain. */
  private watchBrake(): void {
    const stopped = this.counted('MailStopped', 'feedback', 'confirmation mails stopped by bounces', PERIOD.period);
    const inVain = FilterPattern.stringValue('$.message', '=', 'confirmation mail capped by bounces');
    this.filtered('MailStopped', 'MailStoppedInVain', 'signup', inVain, '$.count');
    this.alarm('MailStopped', stopped, 1);
  }

  /** People's mails have to be read: a mail that failed, or that was one of too many, is in the bucket, or, worse, is not. */
  private watchInbox(): void {
    const inbox = this.props.functions.get('inbox');
    if (!inbox) return;
    const isFlood = FilterPattern.all(
      FilterPattern.stringValue('$.message', '=', 'mail left unread'),
      FilterPattern.stringValue('$.problem', '=', 'flood'),
    );
    this.alarm('InboxFlood', this.filtered('InboxFlood', 'InboxFloodFilter', 'inbox', isFlood, '1'), 1);
    const lost = ['AsyncEventsDropped', 'DestinationDeliveryFailures'].map((name) => inbox.metric(name, SUM));
    this.alarm('InboxLost', together('SUM', lost, PERIOD.period), 1);
  }

  /** A copy that failed, or that did not begin in time; and none at all, which no job tells of. */
  private watchBackups(): void {
    const { backup } = this.props;
    if (!backup) return;
    const jobs = (outcome: string): Metric[] =>
      backup.vaults.map(
        ({ backupVaultName }) =>
          new Metric({
            namespace: 'AWS/Backup',
            metricName: `NumberOfBackupJobs${outcome}`,
            dimensionsMap: { BackupVaultName: backupVaultName },
            statistic: Stats.SUM,
          }),
      );
    this.alarm('BackupsFailed', together('SUM', [...jobs('Failed'), ...jobs('Expired')], Duration.hours(1)), 1);
    const none = idle(this.ran('archive'), jobs('Completed'), Duration.days(1));
    this.alarm('BackupsIdle', none, 1, { evaluationPeriods: 2 });
  }

  private function(name: string): LambdaFunction {
    return this.props.functions.get(name)!;
  }

  private ran(name: string): Metric {
    return this.function(name).metricInvocations();
  }

  /** The largest `count` that a function logged with that message, which no other of its room logs. */
  private counted(metricName: string, name: string, message: string, period: Duration): Metric {
    const pattern = FilterPattern.stringValue('$.message', '=', message);
    return this.filtered(metricName, `${metricName}Filter`, name, pattern, '$.count').with({ period });
  }

  private filtered(metricName: string, id: string, name: string, filterPattern: IFilterPattern, metricValue: string) {
    const filter = new MetricFilter(this, id, {
      logGroup: this.function(name).logGroup,
      filterPattern,
      metricNamespace: this.namespace,
      metricName,
      metricValue,
    });
    return filter.metric(MAXIMUM);
  }

  private pipeMetric(metricName: string): Metric {
    return new Metric({
      namespace: 'AWS/EventBridge/Pipes',
      metricName,
      dimensionsMap: { PipeName: this.props.bus.pipe.ref },
      ...SUM,
    });
  }

  private mailMetric(name: string): Metric {
    return new Metric({
      namespace: 'AWS/SES',
      metricName: `Reputation.${name}`,
      dimensionsMap: { 'ses:configuration-set': this.props.mail.configurationSet.configurationSetName },
      ...MAXIMUM,
    });
  }

  private alarm(name: AlarmName, metric: IMetric, threshold: number, other: Partial<AlarmProps> = {}): void {
    const alarm = new Alarm(this, name, {
      metric,
      threshold,
      alarmDescription: describe(name),
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...other,
    });
    alarm.addAlarmAction(...this.props.actions);
    this.alarms.push(alarm);
  }
}
