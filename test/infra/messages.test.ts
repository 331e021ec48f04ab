import { CONSUMERS } from '../../shared/consent/consumers';
import { functions, named, only, property, referenced, resources, synthesize } from './synthesis';

const template = synthesize({ alarmEmail: 'operations@example.com' });
const queues = named(template, 'AWS::SQS::Queue');
const alarms = [...resources(template, 'AWS::CloudWatch::Alarm').values()];

describe('the pipe', () => {
  const pipe = only(template, 'AWS::Pipes::Pipe');
  const stream = property(pipe, 'SourceParameters', 'DynamoDBStreamParameters');

  test('takes new entries of subjects only', () => {
    const pattern = property(pipe, 'SourceParameters', 'FilterCriteria', 'Filters', 0, 'Pattern');
    expect(JSON.parse(pattern as string)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { NewImage: { pk: { S: [{ prefix: 'subject#' }] }, type: { S: [{ exists: true }] } } },
    });
  });

  test('puts ids on the bus, and the type of the step', () => {
    expect(property(pipe, 'TargetParameters', 'EventBridgeEventBusParameters')).toEqual({
      Source: 'consent.ledger',
      DetailType: '$.dynamodb.NewImage.type.S',
    });
    expect(JSON.parse(property(pipe, 'TargetParameters', 'InputTemplate') as string)).toEqual({
      site: '<$.dynamodb.NewImage.site.S>',
      subject: '<$.dynamodb.NewImage.pk.S>',
      seq: '<$.dynamodb.NewImage.seq.N>',
    });
  });

  test('misses nothing, narrows down what fails, and gives up in time for a repair', () => {
    expect(stream).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      OnPartialBatchItemFailure: 'AUTOMATIC_BISECT',
      MaximumRecordAgeInSeconds: 12 * 3600,
    });
    expect(referenced(stream)).toBe('ConsentStreamDeadLetters');
  });

  test('logs no entries', () => {
    expect(property(pipe, 'LogConfiguration', 'IncludeExecutionData')).toBeUndefined();
  });
});

describe.each([...CONSUMERS])('the consumer $name', ({ name, runs, types, tries, batch, atOnce }) => {
  const queue = queues.get(`Consent${name}Queue`);
  const rules = named(template, 'AWS::Events::Rule');

  test('hears of its steps and no others', () => {
    expect(rules.get(`Consent${name}Rule`)?.Properties['EventPattern']).toEqual({
      source: ['consent.ledger'],
      'detail-type': types,
    });
  });

  test('keeps what the rule could not deliver, and what failed too often', () => {
    const [target] = rules.get(`Consent${name}Rule`)?.Properties['Targets'] as Record<string, unknown>[];
    expect(referenced(target?.['Arn'])).toBe(`Consent${name}Queue`);
    expect(referenced(target?.['DeadLetterConfig'])).toBe(`Consent${name}DeadLetters`);
    expect(property(queue, 'RedrivePolicy', 'maxReceiveCount')).toBe(tries.atMost);
    expect(referenced(queue?.Properties['RedrivePolicy'])).toBe(`Consent${name}DeadLetters`);
  });

  test('works in batches and reports what failed of one', () => {
    const mappings = [...resources(template, 'AWS::Lambda::EventSourceMapping').values()];
    const mapping = mappings.find(
      ({ Properties }) => referenced(Properties['EventSourceArn']) === `Consent${name}Queue`,
    );
    expect(referenced(mapping?.Properties['FunctionName'])).toBe(`ConsentFunctions${runs}`);
    expect(mapping?.Properties).toMatchObject({
      BatchSize: batch,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: atOnce },
    });
  });

  test('rests as long as it says between two tries', () => {
    expect(queue?.Properties['VisibilityTimeout']).toBe(tries.restMinutes * 60);
  });

  test('has time to work: a message stays hidden six times as long as the function may run', () => {
    const timeout = functions(template).get(runs)?.Properties['Timeout'] as number;
    expect(queue?.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * timeout);
  });
});

describe('queues', () => {
  test('are encrypted and refuse plain HTTP', () => {
    const policies = JSON.stringify([...resources(template, 'AWS::SQS::QueuePolicy').values()]);
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(queues.size);
    for (const { Properties } of queues.values()) expect(Properties['SqsManagedSseEnabled']).toBe(true);
  });

  test('of dead letters keep them for 14 days, longer than any other', () => {
    for (const [name, { Properties }] of queues) {
      const days = (Properties['MessageRetentionPeriod'] as number) / 86_400;
      expect(days).toBe(name.endsWith('DeadLetters') ? 14 : 7);
    }
  });

  test('each has a dead-letter queue or is one', () => {
    const deadLetters = [...queues.keys()].filter((name) => name.endsWith('DeadLetters'));
    const others = [...queues].filter(([name]) => !name.endsWith('DeadLetters'));
    expect(others.every(([, { Properties }]) => Properties['RedrivePolicy'])).toBe(true);
    expect(deadLetters).toHaveLength(CONSUMERS.length + ['log', 'stream', 'clock'].length);
  });
});

/** The log in which messages of that pattern are counted, and the metric that they become. */
function countedAs(pattern: string): { log: string; metric: Record<string, unknown> | undefined } {
  const filters = [...resources(template, 'AWS::Logs::MetricFilter').values()].map(({ Properties }) => Properties);
  const [filter, ...others] = filters.filter(({ FilterPattern }) => FilterPattern === pattern);
  expect(others).toEqual([]);
  const [metric] = (filter?.['MetricTransformations'] ?? []) as Record<string, unknown>[];
  return { log: referenced(filter?.['LogGroupName']), metric };
}

test('the review runs every day, and a day on which it could not be started leaves a message', () => {
  const rule = named(template, 'AWS::Events::Rule').get('ConsentReviewRule');
  expect(rule?.Properties['ScheduleExpression']).toBe('rate(1 day)');
  const [target] = rule?.Properties['Targets'] as Record<string, unknown>[];
  expect(referenced(target?.['Arn'])).toBe('ConsentFunctionsreview');
  expect(referenced(target?.['DeadLetterConfig'])).toBe('ConsentClockDeadLetters');
});

describe('alarms', () => {
  test.each([
    ['ReviewsDue', 'regular reviews due'],
    ['ReviewsEnding', 'regular reviews ending'],
    ['ClosingsDue', 'closed sites not deleted'],
  ])('tell by %s what the daily run counted, until the next', (name, message) => {
    const [filter] = [...named(template, 'AWS::Logs::MetricFilter')].filter(([id]) => id.endsWith('DailyFilter'));
    expect(filter?.[1].Properties['FilterPattern']).toContain(`($.message = "${message}")`);
    expect(referenced(filter?.[1].Properties['LogGroupName'])).toBe('ConsentFunctionsClockLog');
    const transformation = property(filter?.[1], 'MetricTransformations', 0) as Record<string, unknown>;
    expect(transformation).toMatchObject({
      MetricValue: '$.count',
      Dimensions: [{ Key: 'message', Value: '$.message' }],
    });
    expect(named(template, 'AWS::CloudWatch::Alarm').get(`ConsentMonitoring${name}`)?.Properties).toMatchObject({
      Namespace: transformation['MetricNamespace'],
      MetricName: transformation['MetricName'],
      Dimensions: [{ Name: 'message', Value: message }],
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      Statistic: 'Maximum',
      TreatMissingData: 'ignore',
    });
  });

  test('tell that a site has had all the confirmation mails of its day', () => {
    const counted = countedAs('{ $.message = "confirmation mail capped by site" }');
    expect(counted).toMatchObject({ log: 'ConsentFunctionsPublicLog', metric: { MetricValue: '$.count' } });
    const { metric } = counted;
    const capped = alarms.filter((alarm) => property(alarm, 'MetricName') === metric?.['MetricName']);
    expect(capped.map(({ Properties }) => Properties)).toMatchObject([
      {
        Namespace: metric?.['MetricNamespace'],
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Threshold: 1,
        Statistic: 'Maximum',
        TreatMissingData: 'notBreaching',
        AlarmDescription: expect.stringContaining('limits.mailsPerDay') as string,
      },
    ]);
  });

  test('tell that the confirmation mails of a site were stopped, and that somebody signs up in vain', () => {
    const stopped = countedAs('{ $.message = "confirmation mails stopped by bounces" }');
    const inVain = countedAs('{ $.message = "confirmation mail capped by bounces" }');
    expect(stopped).toMatchObject({ log: 'ConsentFunctionsInboundLog', metric: { MetricValue: '$.count' } });
    expect(inVain).toMatchObject({ log: 'ConsentFunctionsPublicLog', metric: stopped.metric });
    const rings = alarms.filter((alarm) => property(alarm, 'MetricName') === stopped.metric?.['MetricName']);
    expect(rings.map(({ Properties }) => Properties)).toMatchObject([
      {
        Namespace: stopped.metric?.['MetricNamespace'],
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Threshold: 1,
        Statistic: 'Maximum',
        TreatMissingData: 'notBreaching',
        AlarmDescription: expect.stringContaining('npm run cli -- brake release') as string,
      },
    ]);
  });

  test('are not made of what programs sent: it is counted alone', () => {
    const counted = countedAs('{ $.message = "sign-up by a program" }');
    expect(counted).toMatchObject({ log: 'ConsentFunctionsPublicLog', metric: { MetricName: 'Trapped' } });
    expect(alarms.filter((alarm) => property(alarm, 'MetricName') === 'Trapped')).toEqual([]);
  });

  test('are mailed to the operators', () => {
    const mailed = [...resources(template, 'AWS::SNS::Subscription').values()]
      .map(({ Properties }) => Properties)
      .filter(({ TopicArn }) => referenced(TopicArn) === 'ConsentAlarms');
    expect(mailed).toMatchObject([{ Protocol: 'email', Endpoint: 'operations@example.com' }]);
    for (const alarm of alarms) {
      expect((property(alarm, 'AlarmActions') as unknown[]).map(referenced)).toEqual(['ConsentAlarms']);
    }
  });

  test('may be published by CloudWatch, on the topic and with its key', () => {
    const topicPolicy = [...resources(template, 'AWS::SNS::TopicPolicy').values()].find(
      ({ Properties }) => referenced((Properties['Topics'] as unknown[])[0]) === 'ConsentAlarms',
    );
    const key = named(template, 'AWS::KMS::Key').get('ConsentKeysOperations');
    const allowed = (statements: unknown) =>
      (statements as Record<string, unknown>[])
        .filter(({ Effect }) => Effect === 'Allow')
        .filter(({ Principal }) => JSON.stringify(Principal) === '{"Service":"cloudwatch.amazonaws.com"}')
        .map(({ Action }) => Action);
    expect(allowed(property(topicPolicy, 'PolicyDocument', 'Statement'))).toEqual(['sns:Publish']);
    expect(allowed(property(key, 'KeyPolicy', 'Statement'))).toEqual([['kms:Decrypt', 'kms:GenerateDataKey*']]);
  });

  test('have a dashboard: what rings first, then what is to decide, what people did, and who was refused why', () => {
    const body = JSON.stringify(only(template, 'AWS::CloudWatch::Dashboard').Properties['DashboardBody']);
    const titles = [...body.matchAll(/\\"title\\":\\"([^"\\]+)/g)].map(([, title]) => title);
    expect(titles.slice(0, 6)).toEqual([
      'What rings: docs/runbooks/',
      'To decide',
      'What people did, by the hour',
      'Sign-ups by site',
      'Refused by us, and why',
      'Refused by the gateway',
    ]);
    const [rings = ''] = body.split('To decide');
    for (const id of resources(template, 'AWS::CloudWatch::Alarm').keys()) expect(rings).toContain(`"${id}"`);
    const [, ours = '', gateways = ''] = body.split(/Refused by us, and why|Refused by the gateway/);
    for (const log of ['ConsentFunctionsPublicLog', 'ConsentFunctionsOperatorsLog']) expect(ours).toContain(log);
    expect(gateways).toContain('ConsentApiAccessLog');
  });
});
