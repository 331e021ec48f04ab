import { idOf, Resolver } from './resolve';

const URL = 'http://localhost:4711';

/** What a template makes of a value. */
function resolved(value: unknown): unknown {
  const Resources = {
    Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: {} },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: value } },
  };
  return new Resolver({ Resources }, URL).one('AWS::KMS::Key').KeySpec;
}

test.each([
  ['a name', { Ref: 'Table' }, 'Table'],
  ['the address of the API', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, URL],
  ['what is joined', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }]] }, 'a/eu-central-1'],
  ['a piece of what is split', { 'Fn::Select': [2, { 'Fn::Split': ['/', URL] }] }, 'localhost:4711'],
  ['what is put in', { 'Fn::Sub': 'x-${AWS::AccountId}-${Table}' }, 'x-000000000000-Table'],
  ['what is deeper down', { list: [{ Ref: 'Table' }] }, { list: ['Table'] }],
])('a reference to %s', (_, value, expected) => {
  expect(resolved(value)).toEqual(expected);
});

test('an ARN leads back to what it names', () => {
  expect(idOf(String(resolved({ 'Fn::GetAtt': ['Table', 'StreamArn'] })))).toBe('Table');
  expect(idOf(String(resolved({ Ref: 'Secret' })))).toBe('Secret');
});

test.each([
  ['what is not there', { Ref: 'Gone' }],
  ['an attribute that is unknown', { 'Fn::GetAtt': ['Table', 'Colour'] }],
  ['a function that is unknown', { 'Fn::Base64': 'x' }],
])('a reference to %s is refused', (_, value) => {
  expect(() => resolved(value)).toThrow(/in it|does not know/);
});
