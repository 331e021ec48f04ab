import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ALARMS } from '../../infra/alarms';
import { readPage, ROOT } from '../docs/markdown';
import { functions, named, referenced, resources, synthesize, WITNESS } from './synthesis';
import { alarms, type Watched } from './watched';

const ASKED = path.join(__dirname, 'asked-site', 'sites.ts');
const template = synthesize();
const plain = alarms(template);
const withInbox = alarms(synthesize({ inboxDomain: 'inbox.example.com' }));
const withWitnesses = alarms(synthesize({ witnesses: [WITNESS] }));
const withAskedTools = alarms(synthesize({ sites: ASKED }));
const all = new Map([...plain, ...withWitnesses, ...withAskedTools, ...withInbox]);
const get = (of: ReadonlyMap<string, Watched>, name: string): Watched => of.get(name)!;
const paidFor = (of: ReadonlyMap<string, Watched>): number =>
  // A band of what is usual is two more.
  [...of.values()].reduce(
    (sum, { metrics, expression = '' }) => sum + metrics.length + (/BAND/.test(expression) ? 2 : 0),
    0,
  );

test('docs/deployment.md counts the metrics of alarms that are to be paid for', () => {
  const deployment = readPage('docs/deployment.md').prose.replace(/\s+/g, ' ');
  expect(deployment).toContain(`| ${paidFor(plain)} x 0.10 |`);
  const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  for (const [what, of] of Object.entries({ withInbox, withWitnesses, withAskedTools })) {
    expect([what, deployment]).toEqual([
      what,
      expect.stringContaining(`It costs ${numbers[paidFor(of) - paidFor(plain)] ?? ''} more metrics of alarms`),
    ]);
  }
});

describe('runbooks', () => {
  const pages = readdirSync(path.join(ROOT, 'docs/runbooks')).map((file) => path.parse(file).name);

  test('are one page for each alarm that there can be', () => {
    expect([...all.keys()].sort()).toEqual(pages.sort());
    expect(Object.keys(ALARMS).sort()).toEqual(pages);
  });

  test.each(pages)('%s: its alarm says what it means, and names the page', (name) => {
    expect(get(all, name).properties['AlarmDescription']).toMatch(
      new RegExp(`^[A-Z].{20,}[.] Page: docs/runbooks/${name}\\.md$`),
    );
  });

  test.each(pages)('%s says what to look at, what to do, and when it is over', (name) => {
    const text = readPage(`docs/runbooks/${name}.md`).prose;
    expect(text).toMatch(new RegExp(`^# ${name}: `));
    for (const part of ['**Look at**\n\n- ', '**Do**\n\n- ', '**Over when**: ']) expect(text).toContain(part);
  });

  test('are listed in docs/operations.md', () => {
    const listed = readPage('docs/operations.md').prose.matchAll(/\(runbooks\/(\w+)\.md\)/g);
    expect([...listed].map(([, name]) => name).sort()).toEqual(pages);
  });
});

test('an alarm takes ten metrics, so none has more', () => {
  for (const { metrics } of all.values()) expect(metrics.length).toBeLessThanOrEqual(10);
});

test('the errors of each function are watched, once', () => {
  for (const made of [synthesize({ inboxDomain: 'inbox.example.com' }), synthesize({ witnesses: [WITNESS] })]) {
    const watched = [...alarms(made)]
      .filter(([name]) => name.endsWith('Errors'))
      .flatMap(([, { metrics, properties, expression }]) => {
        expect([expression, properties['Threshold']]).toEqual(['SUM(METRICS())', 1]);
        return metrics;
      });
    const ids = [...functions(made).keys()].map((name) => `Errors ConsentFunctions${name.replaceAll('-', '')}`);
    expect(watched.sort()).toEqual(ids.sort());
  }
});

test('every queue is watched: for how long the oldest message waits, or whether there is one', () => {
  const made = synthesize({ inboxDomain: 'inbox.example.com' });
  const queues = [...named(made, 'AWS::SQS::Queue').keys()];
  const dead = queues.filter((id) => id.endsWith('DeadLetters'));
  const [ours, ofStream] = [get(withInbox, 'DeadLetters'), get(withInbox, 'StreamDeadLetters')];
  expect([...ours.metrics, ...ofStream.metrics].sort()).toEqual(
    dead.map((id) => `ApproximateNumberOfMessagesVisible ${id}`).sort(),
  );
  expect(ofStream.metrics).toEqual(['ApproximateNumberOfMessagesVisible ConsentStreamDeadLetters']);
  for (const one of [ours, ofStream]) {
    expect(one).toMatchObject({ expression: 'MAX(METRICS())', properties: { Threshold: 1 } });
  }
  const others = queues.filter((id) => !dead.includes(id));
  expect(get(plain, 'ConsumersWaiting').metrics.toSorted()).toEqual(
    others.map((id) => `ApproximateAgeOfOldestMessage ${id}`).sort(),
  );
  expect(get(plain, 'ConsumersWaiting')).toMatchObject({
    expression: 'MAX(METRICS())',
    properties: { Threshold: 900 },
  });
});

test.each([
  ['Throttles', 'Throttles', 1],
  ['PipeFailures', 'ExecutionFailed ConsentBusPipe', 1],
  ['ApiFaults', '5xx ConsentApiHttp', 1],
  ['Bounces', 'Reputation.BounceRate ConsentMailConfigurationSet', 0.05],
  ['Complaints', 'Reputation.ComplaintRate ConsentMailConfigurationSet', 0.001],
  ['LogWaiting', 'IteratorAge ConsentFunctionssequencer', 900_000],
])('%s goes by %s, from %d on', (name, metric, threshold) => {
  expect(get(plain, name)).toMatchObject({ metrics: [metric], properties: { Threshold: threshold } });
});

describe('what should run and does not', () => {
  const ran = (name: string): string => `Invocations ConsentFunctions${name}`;
  const done = (place: string): string => `NumberOfBackupJobsCompleted ConsentBackup${place}`;

  test.each([
    ['PipeStopped', plain, ran('sequencer'), ['Invocations ConsentBusPipe'], 900],
    ['ArchiveIdle', plain, ran('sequencer'), [ran('archive')], 10_800],
    ['ClockIdle', plain, ran('archive'), [ran('review'), ran('casewatch')], 86_400],
    ['ClockIdle', withInbox, ran('archive'), [ran('review'), ran('casewatch')], 86_400],
    ['AskToolsIdle', withAskedTools, ran('archive'), [ran('asktools')], 10_800],
    ['WitnessIdle', withWitnesses, ran('archive'), [ran('witness')], 3600],
    ['BackupsIdle', plain, ran('archive'), [done('History'), done('Personal')], 86_400],
  ])(
    '%s rings for it while the stack is at work, and not because the stack is new',
    (name, of, alive, these, period) => {
      const { metrics, expression, properties } = get(of, name);
      expect(metrics).toEqual([alive, ...these]);
      const least = these.map((_, n) => `FILL(m${n}, 0)`).join(', ');
      expect(expression).toBe(`IF(FILL(alive, 0) > 0 AND MIN([${least}]) < 1, 1, 0)`);
      expect(properties).toMatchObject({ Threshold: 1, EvaluationPeriods: 2, TreatMissingData: 'notBreaching' });
      const periods = (properties['Metrics'] as { MetricStat?: { Period: number } }[]).map(
        ({ MetricStat }) => MetricStat?.Period ?? period,
      );
      expect(new Set(periods)).toEqual(new Set([period]));
    },
  );

  test('is the only thing that is told by silence: where nothing is measured, no other alarm rings', () => {
    const loud = [...all].filter(([, { properties }]) => properties['TreatMissingData'] !== 'notBreaching');
    // By the last daily run, until the next.
    expect(loud.map(([name, { properties }]) => [name, properties['TreatMissingData']])).toEqual([
      ['ReviewsDue', 'ignore'],
      ['ReviewsEnding', 'ignore'],
      ['ClosingsDue', 'ignore'],
    ]);
  });
});

test('sign-ups that stop ring: they are counted by site and kind, from the log, and an hour without any is none', () => {
  const filters = [...resources(template, 'AWS::Logs::MetricFilter').values()]
    .map(({ Properties }) => Properties)
    .filter(({ FilterPattern }) => FilterPattern === '{ $.message = "counted" }');
  expect(filters.map(({ LogGroupName }) => referenced(LogGroupName)).sort()).toEqual([
    'ConsentFunctionsClockLog',
    'ConsentFunctionsInboundLog',
  ]);
  for (const { MetricTransformations } of filters) {
    expect(MetricTransformations).toMatchObject([
      {
        MetricName: 'Steps',
        MetricValue: '$.count',
        Dimensions: [
          { Key: 'site', Value: '$.site' },
          { Key: 'kind', Value: '$.kind' },
        ],
      },
    ]);
  }
  const { expression, properties } = get(plain, 'SignUpsStopped');
  expect(expression).toMatch(/^ANOMALY_DETECTION_BAND\(/);
  expect(properties).toMatchObject({ ComparisonOperator: 'LessThanLowerThreshold', EvaluationPeriods: 3 });
  const stats = (properties['Metrics'] as { MetricStat?: { Metric: { Dimensions: unknown } } }[]).flatMap(
    ({ MetricStat }) => (MetricStat ? [MetricStat.Metric.Dimensions] : []),
  );
  expect(stats).toEqual([
    [
      { Name: 'kind', Value: 'SignUps' },
      { Name: 'site', Value: 'all sites' },
    ],
  ]);
});

test('a copy that failed or did not begin in time rings', () => {
  const { metrics, expression } = get(plain, 'BackupsFailed');
  expect([expression, ...metrics.toSorted()]).toEqual([
    'SUM(METRICS())',
    'NumberOfBackupJobsExpired ConsentBackupHistory',
    'NumberOfBackupJobsExpired ConsentBackupPersonal',
    'NumberOfBackupJobsFailed ConsentBackupHistory',
    'NumberOfBackupJobsFailed ConsentBackupPersonal',
  ]);
});

test('a plain stack has room, with the one of its routes: 340 resources at most', () => {
  const { Resources } = template.toJSON() as { Resources: object };
  expect(Object.keys(Resources).length).toBeLessThanOrEqual(340);
  expect(resources(template, 'AWS::IAM::Policy').size).toBe(0);
});
