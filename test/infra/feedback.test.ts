import { readPage } from '../docs/markdown';
import { functions, named, only, property, referenced, resources, synthesize, variables } from './synthesis';

const template = synthesize({ alarmEmail: 'operations@example.com' });
const topic = named(template, 'AWS::SNS::Topic').get('ConsentFeedbackTopic');

test('SES tells of bounces and complaints, and of nothing that people do with their mail', () => {
  const destination = only(template, 'AWS::SES::ConfigurationSetEventDestination');
  expect(property(destination, 'EventDestination', 'MatchingEventTypes')).toEqual(['bounce', 'complaint']);
  expect(referenced(property(destination, 'EventDestination', 'SnsDestination'))).toBe('ConsentFeedbackTopic');
});

test('the topic is encrypted by a key of its own, and signs by SHA-256', () => {
  expect(topic?.Properties['SignatureVersion']).toBe('2');
  expect(referenced(topic?.Properties['KmsMasterKeyId'])).toBe('ConsentKeysFeedback');
});

test('only SES publishes, of our configuration set alone, and nobody without TLS', () => {
  const policies = [...named(template, 'AWS::SNS::TopicPolicy').values()];
  const statements = policies
    .filter(({ Properties }) => referenced(Properties['Topics']) === 'ConsentFeedbackTopic')
    .flatMap((policy) => property(policy, 'PolicyDocument', 'Statement') as Record<string, unknown>[]);
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
  expect(allowed).toMatchObject([
    { Action: 'sns:Publish', Principal: { Service: 'ses.amazonaws.com' }, Condition: { StringEquals: {} } },
  ]);
  expect(statements).toContainEqual(
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  );
});

test('it calls the function, which knows of no other topic, and tries for long', () => {
  const subscription = named(template, 'AWS::SNS::Subscription').get('ConsentFeedbackSubscription');
  expect(JSON.stringify(subscription?.Properties['Endpoint'])).toContain('/feedback/ses');
  expect(subscription?.Properties).toMatchObject({ Protocol: 'https' });
  expect(property(subscription, 'DeliveryPolicy', 'healthyRetryPolicy', 'numRetries')).toBe(40);
  expect(referenced(variables(functions(template).get('feedback'))['FEEDBACK_TOPIC'])).toBe('ConsentFeedbackTopic');
});

test('is called once there is something to call', () => {
  const subscription = named(template, 'AWS::SNS::Subscription').get('ConsentFeedbackSubscription');
  expect(subscription?.DependsOn).toEqual(
    expect.arrayContaining([...resources(template, 'AWS::ApiGatewayV2::Stage').keys()]),
  );
});

test('an alarm says when something was told and never heard', () => {
  const alarm = named(template, 'AWS::CloudWatch::Alarm').get('ConsentMonitoringFeedbackUnheard');
  expect(alarm?.Properties).toMatchObject({ MetricName: 'NumberOfNotificationsFailed', Threshold: 1 });
});

test('made by hand, as docs/deployment.md has it, the subscription tries as long', () => {
  const subscription = named(template, 'AWS::SNS::Subscription').get('ConsentFeedbackSubscription');
  const command = readPage('docs/deployment.md').blocks.find(({ text }) => text.includes('aws sns subscribe'));
  const [, patience = ''] = /patience='(.+?)'/.exec(command?.text ?? '') ?? [];
  expect(JSON.parse(patience)).toEqual(subscription?.Properties['DeliveryPolicy']);
});
