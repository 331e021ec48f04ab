import { grants } from './grants';
import { functions, named, property, referenced, resources, synthesize, variables, WITNESS } from './synthesis';

const template = synthesize({ witnesses: [WITNESS] });

test('without witnesses nobody is asked', () => {
  const without = synthesize();
  expect(functions(without).has('witness')).toBe(false);
  expect([...named(without, 'AWS::CloudWatch::Alarm').keys()].filter((id) => /witness/i.test(id))).toEqual([]);
});

test('the function knows them, and the tables that it needs', () => {
  const known = variables(functions(template).get('witness'));
  expect(known['WITNESSES']).toBe(WITNESS);
  expect(Object.keys(known).filter((name) => name.endsWith('_TABLE'))).toEqual(['LOG_TABLE']);
  const told = [...functions(template)].filter(([, fn]) => variables(fn)['WITNESSES'] !== undefined);
  expect(told.map(([name]) => name)).toEqual(['witness']);
});

test('it may read the log and note what witnesses say, and neither change the log nor sign', () => {
  const on = (prefix: string) =>
    (grants(template).get('witness') ?? []).filter(({ resources: ids }) => ids.some((id) => id.startsWith(prefix)));
  expect(
    on('ConsentTables')
      .flatMap(({ actions }) => actions)
      .sort(),
  ).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
  expect(on('ConsentTablesLog').find(({ actions }) => actions.includes('dynamodb:PutItem'))?.condition).toEqual({
    'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['witnesses'] },
  });
  expect([...on('ConsentLogKeys'), ...on('ConsentSecrets'), ...on('ConsentArchive')]).toEqual([]);
});

test('it runs every minute, and a run that fails is not repeated: a witness is asked once a minute at most', () => {
  const rule = [...resources(template, 'AWS::Events::Rule').values()].find(
    ({ Properties }) => Properties['ScheduleExpression'] === 'rate(1 minute)',
  );
  expect(referenced(property(rule, 'Targets', 0, 'Arn'))).toBe('ConsentFunctionswitness');
  expect(property(rule, 'Targets', 0, 'RetryPolicy')).toMatchObject({ MaximumRetryAttempts: 0 });
  const config = [...resources(template, 'AWS::Lambda::EventInvokeConfig').values()].find(
    ({ Properties }) => referenced(Properties['FunctionName']) === 'ConsentFunctionswitness',
  );
  expect(config?.Properties['MaximumRetryAttempts']).toBe(0);
});

test.each(['contradicting', 'lagging'])('an alarm rings from the first line that says "witnesses %s"', (trouble) => {
  const filter = [...resources(template, 'AWS::Logs::MetricFilter').values()].find(
    ({ Properties }) => Properties['FilterPattern'] === `{ $.message = "witnesses ${trouble}" }`,
  );
  expect(referenced(filter?.Properties['LogGroupName'])).toBe('ConsentFunctionsClockLog');
  const MetricName = property(filter, 'MetricTransformations', 0, 'MetricName');
  const alarm = [...resources(template, 'AWS::CloudWatch::Alarm').values()].find(
    ({ Properties }) => Properties['MetricName'] === MetricName,
  );
  expect(alarm?.Properties).toMatchObject({ Threshold: 1, EvaluationPeriods: 1, Period: 300 });
});
