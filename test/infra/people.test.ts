import { functions, only, property, resources, synthesize, variables } from './synthesis';

test('people sign in by code and PKCE, without a secret, with tokens of five minutes that name no site', () => {
  const roles = { 'marketing-one': ['marketing@one'], compliance: ['compliance@*'] };
  const desk = synthesize({ roles });
  const clients = resources(desk, 'AWS::Cognito::UserPoolClient');
  const [id, { Properties } = { Properties: {} as Record<string, unknown> }] = [...clients].find(
    ([, client]) => client.Properties['ClientName'] === 'console',
  )!;
  expect(Properties).toMatchObject({
    AllowedOAuthFlows: ['code'],
    // Nothing by Cognito's own calls, which would let people name themselves.
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    GenerateSecret: false,
    PreventUserExistenceErrors: 'ENABLED',
    AccessTokenValidity: 5,
    TokenValidityUnits: { AccessToken: 'minutes' },
  });
  const scopes = JSON.stringify(Properties['AllowedOAuthScopes']);
  expect([...scopes.matchAll(/"\/([^"]+)"/g)].map(([, word]) => word)).toEqual(
    ['audience:read', 'person:read', 'confirmation:send', 'evidence:read', 'evidence:write'].map(
      (scope) => `${scope}@sites`,
    ),
  );
  expect(scopes).not.toContain('site=');
  expect(JSON.stringify(Properties['CallbackURLs'])).toContain('/console/');
  const groups = [...resources(desk, 'AWS::Cognito::UserPoolGroup').values()];
  expect(groups.map((group) => group.Properties['GroupName']).sort()).toEqual(Object.keys(roles).sort());
  const audience = property(only(desk, 'AWS::ApiGatewayV2::Authorizer'), 'JwtConfiguration', 'Audience') as object[];
  expect(audience).toContainEqual({ Ref: id });
  const told = property(functions(desk).get('evidence'), 'Environment', 'Variables', 'PEOPLE', 'Fn::Join', 1);
  expect(told).toEqual(['{"client":"', { Ref: id }, `","claim":"cognito:groups","roles":${JSON.stringify(roles)}}`]);
});

test('nobody signs in where there are no roles', () => {
  const template = synthesize();
  expect(resources(template, 'AWS::Cognito::UserPoolGroup').size).toBe(0);
  expect(variables(functions(template).get('evidence'))['PEOPLE']).toBeUndefined();
});
