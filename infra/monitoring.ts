import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type IFilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Archive } from './archive';
import type { Backup } from './backup';
import type { Bus } from './bus';
import type { ConsumerQueue } from './consumer';
import type { Daily } from './daily';
import { addDashboard } from './dashboard';
import type { Feedback } from './feedback';
import type { LogFeed } from './log-feed';
import type { Mail } from './mail';
import { DAILY_ALARMS } from './daily-alarms';
import type { Repeated } from './repeated';

export interface MonitoringProps {
  readonly api: HttpApi;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly consumers: ReadonlyMap<string, ConsumerQueue>;
  readonly bus: Bus;
  readonly logFeed: LogFeed;
  readonly archive: Archive;
  /** Asks witnesses, where there are any. */
  readonly witness: Repeated | undefined;
  readonly review: Daily;
  /** Asks tools who left there, where there are such. */
  readonly askTools: Repeated | undefined;
  readonly backup: Backup | undefined;
  readonly mail: Mail;
  readonly feedback: Feedback;
  /** Looks after mails that wait to be read, where mail comes in. */
  readonly cases: Daily | undefined;
  /** The actions of an alarm. */
  readonly actions: readonly IAlarmAction[];
}

/** How long a step may wait for what follows from it. */
const PATIENCE = Duration.minutes(15);

const PERIOD = { period: Duration.minutes(5) };

/** An alarm for each way in which a step can get stuck, and one dashboard. */
export class Monitoring extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: MonitoringProps,
  ) {
    super(scope, id);
    this.watchFunctions();
    this.watchQueues();
    this.watchDeadLetters();
    this.watchPipe();
    this.watchLog();
    this.watchWitnesses();
    this.watchReview();
    this.watchAskTools();
    this.watchMail();
    this.watchCaps();
    this.watchBrake();
    this.watchParts();
    this.watchInbox();
    this.watchBackups();
    this.alarm('ApiFaults', props.api.metricServerError({ ...PERIOD, statistic: Stats.SUM }), 1);
    const { api, functions, consumers } = props;
    const metrics = { pipe: (name: string) => this.pipeMetric(name), mail: (name: string) => this.mailMetric(name) };
    addDashboard(this, { api, functions, consumers, metrics });
  }

  private watchFunctions(): void {
    for (const [name, fn] of this.props.functions) this.alarm(`${name}Errors`, fn.metricErrors(PERIOD), 1);
    // All functions of an account share what may run at once, so one alarm says as much as one for each.
    this.alarm('Throttles', LambdaFunction.metricAllThrottles(PERIOD), 1);
  }

  private watchQueues(): void {
    const oldest = { ...PERIOD, statistic: Stats.MAXIMUM };
    for (const [name, { queue }] of this.props.consumers) {
      this.alarm(`${name}Waiting`, queue.metricApproximateAgeOfOldestMessage(oldest), PATIENCE.toSeconds());
    }
  }

  private watchDeadLetters(): void {
    const { consumers, bus, logFeed, archive, review, cases } = this.props;
    const daily = { review, ...(cases && { 'case-watch': cases }) };
    const queues = { pipe: bus, sequencer: logFeed, archive, ...daily, ...Object.fromEntries(consumers) };
    const visible = { ...PERIOD, statistic: Stats.MAXIMUM };
    for (const [name, { deadLetters }] of Object.entries(queues)) {
      this.alarm(`${name}DeadLetters`, deadLetters.metricApproximateNumberOfMessagesVisible(visible), 1);
    }
  }

  private watchPipe(): void {
    this.alarm('PipeFailures', this.pipeMetric('ExecutionFailed'), 1);
  }

  /** Entries that wait for the log have no receipt yet, and a log that is not archived could be made anew. */
  private watchLog(): void {
    this.alarm('sequencerWaiting', this.iteratorAge(), PATIENCE.toMilliseconds());
    this.alarmIfIdle('archiveIdle', 'archive', Duration.hours(1), 3);
  }

  /** What witnesses do not vouch for, evidence cannot say; and one that contradicts may be the truth. */
  private watchWitnesses(): void {
    const { witness, functions } = this.props;
    if (!witness) return;
    for (const trouble of ['Contradicting', 'Lagging']) {
      const message = `witnesses ${trouble.toLowerCase()}`;
      this.alarm(
        `Witnesses${trouble}`,
        this.counted(`Witnesses${trouble}`, functions.get('witness')!, message, PERIOD.period),
        1,
      );
    }
    this.alarmIfIdle('witnessIdle', 'witness', Duration.minutes(5), 3);
  }

  /** People who have to be asked, or whose time to answer is over, wait for it. */
  private watchReview(): void {
    this.alarmIfIdle('reviewIdle', 'review', Duration.days(1), 2);
    for (const alarm of DAILY_ALARMS) this.alarmDaily(...alarm);
  }

  /** Whoever left at a tool is mailed on by others until it was asked. A failure is an error of the function. */
  private watchAskTools(): void {
    if (this.props.askTools) this.alarmIfIdle('ask-toolsIdle', 'ask-tools', Duration.hours(1), 3);
  }

  /** By what the daily review counted: until the next time it is as it was. */
  private alarmDaily(id: string, message: string, alarmDescription: string): void {
    const metric = this.counted(id, this.props.functions.get('review')!, message, Duration.days(1));
    this.alarm(id, metric, 1, { alarmDescription, treatMissingData: TreatMissingData.IGNORE });
  }

  /** The largest `count` that a function logged with that message. */
  private counted(metricName: string, fn: LambdaFunction, message: string, period: Duration): Metric {
    const pattern = FilterPattern.stringValue('$.message', '=', message);
    return this.filtered(metricName, `${metricName}Filter`, fn, pattern, '$.count').with({ period });
  }

  private filtered(metricName: string, id: string, fn: LambdaFunction, pattern: IFilterPattern, metricValue: string) {
    const filter = new MetricFilter(this, id, {
      logGroup: fn.logGroup,
      filterPattern: pattern,
      metricNamespace: `ConsentLedger/${Stack.of(this).stackName}`,
      metricName,
      metricValue,
    });
    return filter.metric({ statistic: Stats.MAXIMUM, ...PERIOD });
  }

  /** SES reviews an account from 5 % bounces or 0.1 % complaints, and may stop its mail soon after. */
  private watchMail(): void {
    this.alarm('Bounces', this.mailMetric('BounceRate'), 0.05);
    this.alarm('Complaints', this.mailMetric('ComplaintRate'), 0.001);
    // Reports of SES that never arrived, see docs/operations.md.
    const { topic } = this.props.feedback;
    this.alarm('feedbackUnheard', topic.metricNumberOfNotificationsFailed({ ...PERIOD, statistic: Stats.SUM }), 1);
  }

  /** People's mails have to be read: a mail that failed, or that was one of too many, is in the bucket, or, worse, is not. */
  private watchInbox(): void {
    const inbox = this.props.functions.get('inbox');
    if (!inbox) return;
    const isFlood = FilterPattern.all(
      FilterPattern.stringValue('$.message', '=', 'mail left unread'),
      FilterPattern.stringValue('$.problem', '=', 'flood'),
    );
    this.alarm('inboxFlood', this.filtered('InboxFlood', 'InboxFloodFilter', inbox, isFlood, '1'), 1, {
      alarmDescription:
        'So many mails wait to be read at a site that further ones were left in the bucket; the log of the function inbox ' +
        'says at which. Close cases (npm run cli -- cases --site SITE), and have those mails delivered again: docs/inbox.md.',
    });
    for (const metricName of ['AsyncEventsDropped', 'DestinationDeliveryFailures']) {
      this.alarm(`inbox${metricName}`, inbox.metric(metricName, { ...PERIOD, statistic: Stats.SUM }), 1);
    }
    this.alarmIfIdle('case-watchIdle', 'case-watch', Duration.days(1), 2);
  }

  /** A copy that failed, or that did not begin in time. */
  private watchBackups(): void {
    for (const { node, backupVaultName } of this.props.backup?.vaults ?? []) {
      for (const outcome of ['Failed', 'Expired']) {
        const metric = new Metric({
          namespace: 'AWS/Backup',
          metricName: `NumberOfBackupJobs${outcome}`,
          dimensionsMap: { BackupVaultName: backupVaultName },
          statistic: Stats.SUM,
          period: Duration.hours(1),
        });
        this.alarm(`${node.id}Backup${outcome}`, metric, 1);
      }
    }
  }

  /** How long the oldest entry of a batch lay in the ledger's stream. */
  private iteratorAge(): Metric {
    return this.props.functions.get('sequencer')!.metric('IteratorAge', { ...PERIOD, statistic: Stats.MAXIMUM });
  }

  private pipeMetric(metricName: string): Metric {
    return new Metric({
      namespace: 'AWS/EventBridge/Pipes',
      metricName,
      dimensionsMap: { PipeName: this.props.bus.pipe.ref },
      statistic: Stats.SUM,
      ...PERIOD,
    });
  }

  private mailMetric(name: string): Metric {
    return new Metric({
      namespace: 'AWS/SES',
      metricName: `Reputation.${name}`,
      dimensionsMap: { 'ses:configuration-set': this.props.mail.configurationSet.configurationSetName },
      statistic: Stats.MAXIMUM,
      ...PERIOD,
    });
  }

  /** Whoever signs up gets no mail, and is told that one comes. */
  private watchCaps(): void {
    const signup = this.props.functions.get('signup')!;
    const capped = this.counted('CappedBySite', signup, 'confirmation mail capped by site', PERIOD.period);
    this.counted('Trapped', signup, 'sign-up by a program', PERIOD.period);
    this.alarm('CappedBySite', capped, 1, {
      alarmDescription:
        'A site has had all the confirmation mails of its day (limits.mailsPerDay); the log of the function signup ' +
        'says which. Whoever signs up there gets none: raise the limit, or stop the flood.',
    });
  }

  /** Rings when they are stopped, and as long as somebody signs up in vain. */
  private watchBrake(): void {
    const { functions } = this.props;
    const [signup, feedback] = [functions.get('signup')!, functions.get('feedback')!];
    const stopped = this.counted('MailStopped', feedback, 'confirmation mails stopped by bounces', PERIOD.period);
    const inVain = FilterPattern.stringValue('$.message', '=', 'confirmation mail capped by bounces');
    this.filtered('MailStopped', 'MailStoppedInVain', signup, inVain, '$.count');
    this.alarm('MailStopped', stopped, 1, {
      alarmDescription:
        'So many confirmation mails of a site came back that no more are sent (limits.bounces); the log of the function ' +
        'feedback says of which site. Whoever signs up there gets none until you have looked where those addresses came ' +
        'from and end it with: npm run cli -- brake release --site SITE',
    });
  }

  /** What should be there and is not was deleted past the functions, or by a restore that went wrong. */
  private watchParts(): void {
    const metric = this.counted('PartsMissing', this.props.functions.get('retention')!, 'parts missing', PERIOD.period);
    this.alarm('PartsMissing', metric, 1, {
      alarmDescription: 'Personal data are lost. npm run cli -- audit names them; docs/operations.md has what to do.',
    });
  }

  /** Where a function that has to run by itself did not for so many periods. */
  private alarmIfIdle(id: string, name: string, period: Duration, evaluationPeriods: number): void {
    this.alarm(id, this.props.functions.get(name)!.metricInvocations({ period }), 1, {
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  private alarm(id: string, metric: IMetric, threshold: number, other: Partial<AlarmProps> = {}): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...other,
    });
    alarm.addAlarmAction(...this.props.actions);
  }
}
