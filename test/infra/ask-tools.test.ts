import path from 'node:path';
import { grants } from './grants';
import { functions, named, property, referenced, resources, synthesize, variables } from './synthesis';

const template = synthesize({ sites: path.join(__dirname, 'asked-site', 'sites.ts') });

test('where every tool reports by itself, nobody is asked', () => {
  const without = synthesize();
  expect(functions(without).has('ask-tools')).toBe(false);
  expect([...named(without, 'AWS::CloudWatch::Alarm').keys()].filter((id) => /asktools/i.test(id))).toEqual([]);
});

test('it knows what `feedback` knows, and where its place is kept', () => {
  const known = Object.keys(variables(functions(template).get('ask-tools')));
  expect(known.filter((name) => /_(TABLE|SECRET)$/.test(name)).sort()).toEqual([
    'AUDIENCE_TABLE',
    'LEDGER_TABLE',
    'PROCESSORS_SECRET',
    'SUBJECT_KEY_SECRET',
    'VAULT_TABLE',
  ]);
  const may = (table: string): string[] =>
    (grants(template).get('ask-tools') ?? [])
      .filter(({ resources: ids }) => ids.some((id) => id === `ConsentTables${table}`))
      .flatMap(({ actions }) => actions)
      .sort();
  expect(may('Ledger')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
  expect(may('Vault')).toEqual(['dynamodb:PutItem']);
  expect(may('Audience')).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem']);
});

test('it runs every hour, as long as it takes, and there is an alarm if it does not run', () => {
  const rule = [...resources(template, 'AWS::Events::Rule').values()].find(
    (one) => referenced(property(one, 'Targets', 0, 'Arn')) === 'ConsentFunctionsasktools',
  );
  expect(rule?.Properties['ScheduleExpression']).toBe('rate(1 hour)');
  expect(functions(template).get('ask-tools')?.Properties['Timeout']).toBe(900);
  const alarms = [...named(template, 'AWS::CloudWatch::Alarm').keys()].filter((id) => /asktools/i.test(id));
  expect(alarms.sort()).toEqual(['ConsentMonitoringAskToolsIdle']);
});
